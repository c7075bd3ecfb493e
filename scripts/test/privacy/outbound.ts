/** A thing planted into a text that must not leave the org. */
export interface Planted {
    kind: string;
    /** Country whose way of writing it is, or * for any. */
    country: string;
    item: string;
    text: string;
    via: 'text' | 'html';
}

const TOKEN = /\[[A-Z]{2,20}_[0-9]+(?:\.[0-9]+)?\]/g;

/** Whether the item, or a part of it that tells something, stands in a text that left the org. */
export function leaks(planted: Planted, sent: string): boolean {
    const bare = sent.replace(TOKEN, '¤');
    if (planted.kind === 'name' || planted.kind === 'known')
        return nameParts(planted.item).some((part) => bare.includes(part));
    const digits = plain(planted.item).match(/\d{4,}/g) ?? [];
    return plain(bare).includes(plain(planted.item)) || digits.some((run) => bare.normalize('NFKC').includes(run));
}

function nameParts(name: string): string[] {
    return name.split(/[\s-]+/).filter((part) => part.length > 2);
}

/** Letters and digits alone, in plain forms. */
function plain(text: string): string {
    return text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, '');
}

/** A word of letters for a number, which no rule takes for anything: it marks where an entry begins. */
export function marker(index: number): string {
    return `entry ${[...String(index)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}x`;
}

/** What was sent of each entry that a marker begins. */
export function entriesIn(sent: string, count: number): string[] {
    return [...Array(count).keys()].map((index) => {
        const from = sent.indexOf(`${marker(index)}:`);
        if (from < 0) throw new Error(`Entry ${index} was not sent.`);
        const to = sent.indexOf('entry end', from);
        return sent.slice(from + marker(index).length + 1, to);
    });
}
