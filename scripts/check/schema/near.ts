/** The names that were probably meant: those that differ by at most two letters, or only by case. */
export function nearest(name: string, candidates: Iterable<string>): string[] {
    const close = [...candidates].filter(
        (candidate) => candidate.toLowerCase() === name.toLowerCase() || distance(candidate, name) <= 2
    );
    return close.slice(0, 3);
}

/** Letters to insert, delete or replace to make one word of the other. */
export function distance(a: string, b: string): number {
    if (Math.abs(a.length - b.length) > 2) return 3;
    let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let row = 1; row <= a.length; row++) {
        const current = [row];
        for (let column = 1; column <= b.length; column++) {
            const replaced = previous[column - 1] + (a[row - 1] === b[column - 1] ? 0 : 1);
            current.push(Math.min(replaced, previous[column] + 1, current[column - 1] + 1));
        }
        previous = current;
    }
    return previous[b.length];
}
