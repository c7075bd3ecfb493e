const STOP_WORDS = new Set(
    (
        'a about above after again all also am an and any are as at be because been before being below between both but by can could did do does ' +
        'doing down during each few for from further had has have having he her here hers him his how i if in into is it its itself just me more ' +
        'most my no nor not now of off on once one only or other our ours out over own per s same she should so some such t than that the their ' +
        'them then there these they this those through to too under until up us very was we were what when where which while who whom why will ' +
        'with would you your yours re ll ve d m statement statements text value list short sentence sentences string item items each every given ' +
        'lt gt amp quot never always exactly verbatim quote quotes evidence source sources'
    ).split(' ')
);

/** Splits a text into lower-case words; camelCase and snake_case names come apart. Masked tokens such as [EMAIL_1] stay whole. */
export function words(text: string): string[] {
    const separated = text.replace(/([a-z\d])([A-Z])/g, '$1 $2');
    return (
        separated
            .match(/\[[A-Z_]+\d+\]|[\p{L}\d]+(?:['’][\p{L}]+)?/gu)
            ?.map((word) => word.toLowerCase().replace('’', "'")) ?? []
    );
}

/** The words that carry meaning, stemmed, so that "replaced" meets "replacing". */
export function keywords(text: string): string[] {
    return words(text)
        .filter((word) => !STOP_WORDS.has(word))
        .map(stem);
}

/** Cuts the commonest English endings: enough to compare words, not to be shown. */
export function stem(word: string): string {
    if (word.length <= 4) {
        return word.replace(/([^s])s$/, '$1');
    }
    const base = word.replace(/(?:'s|ies|ing|edly|ed|es|ly|s)$/, '');
    return base.length < 3 ? word : base.replace(/(.)\1$/, '$1').replace(/e$/, '');
}

/** How much of the smaller set is in the other, 0–1. */
export function overlap(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
    const smaller = Math.min(left.size, right.size);
    if (smaller === 0) {
        return 0;
    }
    return [...left].filter((word) => right.has(word)).length / smaller;
}
