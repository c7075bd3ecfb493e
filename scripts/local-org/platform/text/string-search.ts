import type { Implementation } from '../registry.ts';
import { refuseNulls } from '../support/refuse-nulls.ts';

/** Members of String that look for something in the text. */
export const searchMethods: Record<string, Implementation> = refuseNulls({
    'Boolean contains(String substring)': (self: string, part: string) => self.includes(part),
    'Boolean containsIgnoreCase(String substring)': (self: string, part: string) =>
        indexIgnoringCase(self, part, 0) >= 0,
    'Boolean containsAny(String characters)': (self: string, characters: string) => indexOfAny(self, characters) >= 0,
    'Boolean containsNone(String characters)': (self: string, characters: string) => indexOfAny(self, characters) < 0,
    'Boolean containsOnly(String characters)': (self: string, characters: string) =>
        indexOfAnyBut(self, characters) < 0,
    'Boolean containsWhitespace()': (self: string) => /\s/.test(self),
    'Integer countMatches(String substring)': (self: string, part: string) =>
        part === '' ? 0 : self.split(part).length - 1,
    'Boolean endsWith(String suffix)': (self: string, suffix: string) => self.endsWith(suffix),
    'Boolean endsWithIgnoreCase(String suffix)': (self: string, suffix: string) => lower(self).endsWith(lower(suffix)),
    'Boolean startsWith(String prefix)': (self: string, prefix: string) => self.startsWith(prefix),
    'Boolean startsWithIgnoreCase(String prefix)': (self: string, prefix: string) =>
        lower(self).startsWith(lower(prefix)),
    'Integer indexOf(String substring)': (self: string, part: string) => self.indexOf(part),
    'Integer indexOf(String substring, Integer index)': (self: string, part: string, index: number) =>
        self.indexOf(part, index),
    'Integer indexOfAny(String characters)': indexOfAny,
    'Integer indexOfAnyBut(String characters)': indexOfAnyBut,
    'Integer indexOfChar(Integer character)': (self: string, code: number) => self.indexOf(String.fromCodePoint(code)),
    'Integer indexOfChar(Integer character, Integer startIndex)': (self: string, code: number, start: number) =>
        self.indexOf(String.fromCodePoint(code), start),
    'Integer indexOfDifference(String other)': indexOfDifference,
    'Integer indexOfIgnoreCase(String substring)': (self: string, part: string) => indexIgnoringCase(self, part, 0),
    'Integer indexOfIgnoreCase(String substring, Integer startPosition)': indexIgnoringCase,
    'Integer lastIndexOf(String substring)': (self: string, part: string) => self.lastIndexOf(part),
    'Integer lastIndexOf(String substring, Integer endPosition)': lastIndexBefore,
    'Integer lastIndexOfChar(Integer character)': (self: string, code: number) =>
        self.lastIndexOf(String.fromCodePoint(code)),
    'Integer lastIndexOfChar(Integer character, Integer endIndex)': (self: string, code: number, end: number) =>
        lastIndexBefore(self, String.fromCodePoint(code), end),
    'Integer lastIndexOfIgnoreCase(String substring)': (self: string, part: string) =>
        lower(self).lastIndexOf(lower(part)),
    'Integer lastIndexOfIgnoreCase(String substring, Integer endPosition)': (self: string, part: string, end: number) =>
        lastIndexBefore(lower(self), lower(part), end)
});

/** Where two texts begin to differ; -1 when they are equal. */
export function indexOfDifference(left: string, right: string): number {
    if (left === right) return -1;
    let index = 0;
    while (index < left.length && left[index] === right[index]) index++;
    return index;
}

function lower(text: string): string {
    return text.toLowerCase();
}

function indexIgnoringCase(self: string, part: string, start: number): number {
    return lower(self).indexOf(lower(part), start);
}

function lastIndexBefore(self: string, part: string, end: number): number {
    return end < 0 ? -1 : self.lastIndexOf(part, end);
}

function indexOfAny(self: string, characters: string): number {
    return firstIndex(self, (character) => characters.includes(character));
}

function indexOfAnyBut(self: string, characters: string): number {
    return firstIndex(self, (character) => !characters.includes(character));
}

function firstIndex(self: string, matches: (character: string) => boolean): number {
    for (let index = 0; index < self.length; index++) if (matches(self[index])) return index;
    return -1;
}
