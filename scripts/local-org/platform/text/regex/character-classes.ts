import { NotImplementedError } from '../../not-implemented.ts';

/** Java's predefined classes as members of a JS class with the flag v; Java's are ASCII where JavaScript's are not. */
export const SPACE = ' \\t\\n\\x0B\\f\\r';
export const LINE_END = '\\n\\r\\x85\\u2028\\u2029';
const HORIZONTAL = ' \\t\\xA0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000';
const VERTICAL = '\\n\\x0B\\f\\r\\x85\\u2028\\u2029';

const SHORTHANDS: Record<string, string> = {
    d: '[0-9]',
    D: '[^0-9]',
    w: '[a-zA-Z_0-9]',
    W: '[^a-zA-Z_0-9]',
    s: `[${SPACE}]`,
    S: `[^${SPACE}]`,
    h: `[${HORIZONTAL}]`,
    H: `[^${HORIZONTAL}]`,
    v: `[${VERTICAL}]`,
    V: `[^${VERTICAL}]`
};

const POSIX: Record<string, string> = {
    Lower: 'a-z',
    Upper: 'A-Z',
    ASCII: '\\x00-\\x7F',
    Alpha: 'a-zA-Z',
    Digit: '0-9',
    Alnum: 'a-zA-Z0-9',
    Punct: '\\x21-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7e',
    Graph: '\\x21-\\x7e',
    Print: '\\x20-\\x7e',
    Blank: ' \\t',
    Cntrl: '\\x00-\\x1f\\x7f',
    XDigit: '0-9a-fA-F',
    Space: SPACE,
    javaLowerCase: '\\p{Ll}',
    javaUpperCase: '\\p{Lu}',
    javaWhitespace: SPACE,
    IsAlphabetic: '\\p{Alphabetic}',
    IsLetter: '\\p{L}',
    IsDigit: '\\p{Nd}',
    IsUppercase: '\\p{Uppercase}',
    IsLowercase: '\\p{Lowercase}',
    IsPunctuation: '\\p{P}',
    IsWhite_Space: '\\p{White_Space}'
};

const SCRIPT = /^Is(\p{Lu}\w+)$/u;

/** The class that `\d`, `\h` and so on stand for; undefined when the letter is none of them. */
export function shorthandClass(letter: string): string | undefined {
    return SHORTHANDS[letter];
}

/** The class that `\p{name}` stands for, negated for `\P`. Throws NotImplementedError on blocks and unknown names. */
export function propertyClass(name: string, negated: boolean): string {
    return `[${negated ? '^' : ''}${propertyMembers(name)}]`;
}

function propertyMembers(name: string): string {
    if (POSIX[name]) return POSIX[name];
    const javascriptName = SCRIPT.test(name) ? `Script=${name.slice(2)}` : name;
    try {
        new RegExp(`\\p{${javascriptName}}`, 'v');
    } catch {
        throw new NotImplementedError(`Pattern with \\p{${name}}`);
    }
    return `\\p{${javascriptName}}`;
}
