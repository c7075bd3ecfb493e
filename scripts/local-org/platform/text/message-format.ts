import { ApexException } from '../values/exception.ts';
import { NotImplementedError } from '../not-implemented.ts';

/**
 * Java's MessageFormat over texts: `{0}` is replaced, `''` is an apostrophe, text between apostrophes stays as it is.
 * An index without a value stays as `{2}`. Throws StringException on an index that is no number.
 */
export function formatMessage(pattern: string, values: string[]): string {
    let result = '';
    let quoted = false;
    let position = 0;
    while (position < pattern.length) {
        const character = pattern[position];
        if (character === "'") {
            if (pattern[position + 1] === "'") result += "'";
            else quoted = !quoted;
            position += pattern[position + 1] === "'" ? 2 : 1;
        } else if (character === '{' && !quoted) {
            const end = closingBrace(pattern, position);
            result += argument(pattern.slice(position + 1, end), values);
            position = end + 1;
        } else {
            result += character;
            position++;
        }
    }
    return result;
}

function closingBrace(pattern: string, position: number): number {
    const end = pattern.indexOf('}', position);
    if (end < 0) throw new ApexException('StringException', 'Unmatched braces in the pattern.');
    return end;
}

function argument(text: string, values: string[]): string {
    const [index, format] = text.split(',', 2).map((part) => part.trim());
    if (!/^\d+$/.test(index)) throw new ApexException('StringException', `can't parse argument number: ${index}`);
    if (format) throw new NotImplementedError(`String.format with {${text}}`);
    return values[Number(index)] ?? `{${index}}`;
}
