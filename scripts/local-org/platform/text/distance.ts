/** Levenshtein distance of two texts: the fewest single-character changes from one to the other. */
export function levenshteinDistance(left: string, right: string): number {
    let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
    for (let row = 1; row <= left.length; row++) {
        const current = [row];
        for (let column = 1; column <= right.length; column++) {
            const replaced = previous[column - 1] + (left[row - 1] === right[column - 1] ? 0 : 1);
            current.push(Math.min(replaced, previous[column] + 1, current[column - 1] + 1));
        }
        previous = current;
    }
    return previous[right.length];
}

/** Java's String.hashCode, a 32-bit Integer. */
export function textHashCode(text: string): number {
    let hash = 0;
    for (let index = 0; index < text.length; index++) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
    return hash;
}

/** What all texts begin with. */
export function commonPrefix(texts: string[]): string {
    if (texts.length === 0 || texts.includes('')) return '';
    return texts.reduce((prefix, text) => {
        let length = 0;
        while (length < prefix.length && prefix[length] === text[length]) length++;
        return prefix.slice(0, length);
    });
}
