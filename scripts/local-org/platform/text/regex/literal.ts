import { ApexException } from '../../values/exception.ts';

const SYNTAX = new Set('^$\\.*+?()[]{}|/-&!#%,:;<=>@`~');
const CONTROLS: Record<string, string> = { t: '\t', n: '\n', r: '\r', f: '\f', a: '\x07', e: '\x1B' };

/** A character as it may stand anywhere in a JS pattern with the flag v. */
export function escapeLiteral(character: string): string {
    if (SYNTAX.has(character)) return `\\u{${character.codePointAt(0)!.toString(16)}}`;
    return /[\n\r\u2028\u2029]/.test(character) ? `\\u{${character.codePointAt(0)!.toString(16)}}` : character;
}

/** A backslash sequence that stands for one character: the character and how much of the text it took. */
export interface EscapedCharacter {
    character: string;
    length: number;
}

/** Reads the escape at `position` (just after the backslash). Throws StringException on letters without a meaning. */
export function readEscape(pattern: string, position: number): EscapedCharacter {
    const letter = pattern[position];
    if (letter in CONTROLS) return { character: CONTROLS[letter], length: 1 };
    if (letter === 'x' || letter === 'u') return readHexadecimal(pattern, position);
    if (letter === '0') return readOctal(pattern, position);
    if (letter === 'c') return { character: String.fromCharCode(pattern.charCodeAt(position + 1) ^ 64), length: 2 };
    if (/[a-zA-Z]/.test(letter))
        throw patternError(`Illegal/unsupported escape sequence near index ${position}`, pattern);
    const character = String.fromCodePoint(pattern.codePointAt(position)!);
    return { character, length: character.length };
}

function readHexadecimal(pattern: string, position: number): EscapedCharacter {
    const match = /^(?:x\{([0-9a-fA-F]+)\}|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4}))/.exec(pattern.slice(position));
    if (!match) throw patternError(`Illegal hexadecimal escape sequence near index ${position}`, pattern);
    const code = Number.parseInt(match[1] ?? match[2] ?? match[3], 16);
    return { character: String.fromCodePoint(code), length: match[0].length };
}

function readOctal(pattern: string, position: number): EscapedCharacter {
    const match = /^0([0-3]?[0-7]{1,2})/.exec(pattern.slice(position));
    if (!match) throw patternError(`Illegal octal escape sequence near index ${position}`, pattern);
    return { character: String.fromCharCode(Number.parseInt(match[1], 8)), length: match[0].length };
}

/** As the platform reports a pattern that Java cannot compile. */
export function patternError(message: string, pattern: string): ApexException {
    return new ApexException('StringException', `Invalid regex: ${message}\n${pattern}`);
}
