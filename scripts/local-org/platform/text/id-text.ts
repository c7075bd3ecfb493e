import { ApexException } from '../values/exception.ts';

const SUFFIX_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** Is this text a 15- or 18-character record id? */
export function isId(text: string): boolean {
    if (!/^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/.test(text)) return false;
    return text.length === 15 || idSuffix(text).toUpperCase() === text.slice(15).toUpperCase();
}

/** The 18-character form. Throws StringException on text that is no id. */
export function toId(text: string): string {
    if (!isId(text)) throw new ApexException('StringException', `Invalid id: ${text}`);
    return text.length === 18 ? text : text + idSuffix(text);
}

/** The 18-character form with the letters' case taken from the three check characters. */
export function restoreIdCasing(text: string): string {
    if (text.length !== 18) return toId(text);
    const restored = Array.from(text.slice(0, 15), (character, index) => {
        const bits = SUFFIX_LETTERS.indexOf(text[15 + Math.floor(index / 5)].toUpperCase());
        return bits & (1 << (index % 5)) ? character.toUpperCase() : character.toLowerCase();
    }).join('');
    return toId(restored + text.slice(15).toUpperCase());
}

/** The three characters that say which letters of the first fifteen are capitals. */
function idSuffix(text: string): string {
    return [0, 5, 10]
        .map((start) => {
            let bits = 0;
            for (let index = 0; index < 5; index++) if (/[A-Z]/.test(text[start + index])) bits |= 1 << index;
            return SUFFIX_LETTERS[bits];
        })
        .join('');
}
