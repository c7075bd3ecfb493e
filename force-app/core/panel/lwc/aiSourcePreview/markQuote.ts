/** A run of text that is part of a quote, or not. */
export interface TextPart {
    readonly key: string;
    readonly text: string;
    readonly marked: boolean;
}

const SAME_CHARACTERS: readonly (readonly [RegExp, string])[] = [
    [/[\u200b-\u200d\u2060\ufeff\u00ad]/, ''],
    [/\s/, ' '],
    [/[\u2018\u2019\u201a\u201b\u2032`\u00b4]/, "'"],
    [/[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/, '"'],
    [/[\u2010-\u2015\u2212]/, '-'],
    [/\u2026/, '...']
];

interface FoldedText {
    readonly text: string;
    /** For every character of `text` the place in the original that it came from. */
    readonly places: readonly number[];
}

/**
 * Splits the text so that the first place where it says the quote is a part of its own, marked. White space, quotation
 * marks, dashes and upper or lower case may differ. Nothing is marked when the text does not say it.
 */
export function markQuote(text: string, quote: string): TextPart[] {
    const { text: wanted } = fold(quote.trim());
    const { text: folded, places } = fold(text);
    const start = wanted === '' ? -1 : folded.indexOf(wanted);
    if (start < 0) return parts([text, false]);
    const from = places[start]!;
    const to = places[start + wanted.length - 1]! + 1;
    return parts([text.slice(0, from), false], [text.slice(from, to), true], [text.slice(to), false]);
}

function parts(...runs: readonly (readonly [string, boolean])[]): TextPart[] {
    return runs
        .map(([text, marked], index) => ({ key: String(index), text, marked }))
        .filter(({ text }) => text !== '');
}

function fold(original: string): FoldedText {
    let text = '';
    const places: number[] = [];
    for (let place = 0; place < original.length; place += 1) {
        const character = foldCharacter(original.charAt(place));
        if (character === ' ' && text.endsWith(' ')) continue;
        text += character;
        places.push(...Array<number>(character.length).fill(place));
    }
    return { text, places };
}

function foldCharacter(character: string): string {
    const same = SAME_CHARACTERS.find(([pattern]) => pattern.test(character));
    return same ? same[1] : character.toLowerCase();
}
