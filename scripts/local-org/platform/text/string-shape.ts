import type { Implementation } from '../registry.ts';
import { refuseNulls } from '../support/refuse-nulls.ts';
import { ApexException } from '../values/exception.ts';
import { compilePattern } from './regex/compiled-pattern.ts';
import { replaceMatches } from './regex/replace.ts';

/** Members of String that give the text another shape: length, case, padding, replaced parts. */
export const shapeMethods: Record<string, Implementation> = refuseNulls({
    'String abbreviate(Integer maxWidth)': (self: string, width: number) => abbreviate(self, width, 0),
    'String abbreviate(Integer maxWidth, Integer offset)': abbreviate,
    'String capitalize()': (self: string) => self.charAt(0).toUpperCase() + self.slice(1),
    'String uncapitalize()': (self: string) => self.charAt(0).toLowerCase() + self.slice(1),
    'String center(Integer size)': (self: string, size: number) => center(self, size, ' '),
    'String center(Integer size, String padStr)': center,
    'String leftPad(Integer length)': (self: string, size: number) => self.padStart(size),
    'String leftPad(Integer length, String padStr)': (self: string, size: number, pad: string) =>
        self.padStart(size, pad || ' '),
    'String rightPad(Integer length)': (self: string, size: number) => self.padEnd(size),
    'String rightPad(Integer length, String padStr)': (self: string, size: number, pad: string) =>
        self.padEnd(size, pad || ' '),
    'String deleteWhitespace()': (self: string) => self.replaceAll(/\s/g, ''),
    'String normalizeSpace()': (self: string) => self.trim().replaceAll(/\s+/g, ' '),
    'String remove(String substring)': (self: string, part: string) => (part === '' ? self : self.replaceAll(part, '')),
    'String removeEnd(String substring)': (self: string, part: string) => removeEnd(self, part, self.endsWith(part)),
    'String removeEndIgnoreCase(String substring)': (self: string, part: string) =>
        removeEnd(self, part, self.toLowerCase().endsWith(part.toLowerCase())),
    'String removeStart(String substring)': (self: string, part: string) =>
        self.startsWith(part) ? self.slice(part.length) : self,
    'String removeStartIgnoreCase(String substring)': (self: string, part: string) =>
        self.toLowerCase().startsWith(part.toLowerCase()) ? self.slice(part.length) : self,
    'String repeat(Integer numberOfTimes)': (self: string, times: number) => self.repeat(Math.max(0, times)),
    'String repeat(String separator, Integer numberOfTimes)': (self: string, separator: string, times: number) =>
        Array.from({ length: Math.max(0, times) }, () => self).join(separator),
    'String replace(String target, String replacement)': (self: string, target: string, replacement: string) =>
        self.split(target).join(replacement),
    'String replaceAll(String regExp, String replacement)': (self: string, regex: string, replacement: string) =>
        replaceMatches(compilePattern(regex), self, replacement),
    'String replaceFirst(String regExp, String replacement)': (self: string, regex: string, replacement: string) =>
        replaceMatches(compilePattern(regex), self, replacement, 1),
    'String reverse()': (self: string) => Array.from(self).reverse().join(''),
    'String swapCase()': (self: string) => Array.from(self, swapCase).join(''),
    'String toLowerCase()': (self: string) => self.toLowerCase(),
    'String toLowerCase(String locale)': (self: string, locale: string) => self.toLocaleLowerCase(languageTag(locale)),
    'String toUpperCase()': (self: string) => self.toUpperCase(),
    'String toUpperCase(String locale)': (self: string, locale: string) => self.toLocaleUpperCase(languageTag(locale)),
    'String trim()': (self: string) => self.replaceAll(/^[\x00-\x20]+|[\x00-\x20]+$/g, '')
});

function abbreviate(self: string, width: number, offset: number): string {
    if (width < 4) throw new ApexException('StringException', 'Minimum abbreviation width is 4');
    if (self.length <= width) return self;
    const start = Math.min(offset, self.length - (width - 3));
    if (start <= 4) return `${self.slice(0, width - 3)}...`;
    if (width < 7) throw new ApexException('StringException', 'Minimum abbreviation width with offset is 7');
    if (start + width - 3 < self.length) return `...${abbreviate(self.slice(start), width - 3, 0)}`;
    return `...${self.slice(self.length - (width - 3))}`;
}

function center(self: string, size: number, pad: string): string {
    const missing = size - self.length;
    if (missing <= 0) return self;
    const filler = pad || ' ';
    return self.padStart(self.length + Math.floor(missing / 2), filler).padEnd(size, filler);
}

function removeEnd(self: string, part: string, applies: boolean): string {
    return applies ? self.slice(0, self.length - part.length) : self;
}

function swapCase(character: string): string {
    const upper = character.toUpperCase();
    return character === upper ? character.toLowerCase() : upper;
}

function languageTag(locale: string): string {
    return locale.replaceAll('_', '-');
}
