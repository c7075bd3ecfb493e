/** Characters of the private use area that stand for `\%` and `\_`, which the grammar of Apex literals does not know. */
const PERCENT = '\uE000';
const UNDERSCORE = '\uE001';

/** Replaces escaped wildcards inside the literals of a query by marks. */
export function markEscapedWildcards(text: string): string {
    if (!/\\[%_]/.test(text)) return text;
    return text.replace(/'(?:[^'\\]|\\.)*'/gs, (literal) =>
        literal.replace(/\\(.)/gs, (whole, code: string) =>
            code === '%' ? PERCENT : code === '_' ? UNDERSCORE : whole
        )
    );
}

/** Marks as the characters themselves, or as LIKE wants them: escaped. */
export function unmarkWildcards(text: string, escaped: boolean): string {
    const prefix = escaped ? '\\' : '';
    return text.replaceAll(PERCENT, `${prefix}%`).replaceAll(UNDERSCORE, `${prefix}_`);
}
