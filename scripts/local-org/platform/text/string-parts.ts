import type { Implementation } from '../registry.ts';
import { refuseNulls } from '../support/refuse-nulls.ts';
import { ApexList } from '../values/collections.ts';
import { ApexException } from '../values/exception.ts';
import { compilePattern } from './regex/compiled-pattern.ts';
import { splitByPattern } from './regex/replace.ts';
import { indexOfDifference } from './string-search.ts';

/** Members of String that give a part of the text, or its parts. */
export const partMethods: Record<string, Implementation> = {
    'String substringBetween(String tag)': (self: string, tag: string | null) => substringBetween(self, tag, tag),
    'String substringBetween(String open, String close)': substringBetween,
    ...refuseNulls({
        'Integer charAt(Integer index)': (self: string, index: number) => checked(self, index).charCodeAt(index),
        'Integer codePointAt(Integer index)': (self: string, index: number) => checked(self, index).codePointAt(index),
        'Integer codePointBefore(Integer index)': codePointBefore,
        'Integer codePointCount(Integer beginIndex, Integer endIndex)': (self: string, begin: number, end: number) =>
            Array.from(self.slice(begin, end)).length,
        'Integer offsetByCodePoints(Integer index, Integer codePointOffset)': (
            self: string,
            index: number,
            offset: number
        ) => index + Array.from(self.slice(index)).slice(0, offset).join('').length,
        'String difference(String secondString)': (self: string, other: string) => {
            const start = indexOfDifference(self, other);
            return start < 0 ? '' : other.slice(start);
        },
        'List<Integer> getChars()': (self: string) =>
            new ApexList(
                'Integer',
                Array.from({ length: self.length }, (_, index) => self.charCodeAt(index))
            ),
        'String left(Integer length)': (self: string, length: number) => self.slice(0, Math.max(0, length)),
        'String right(Integer length)': (self: string, length: number) => (length <= 0 ? '' : self.slice(-length)),
        'String mid(Integer startIndex, Integer length)': mid,
        'List<String> split(String regExp)': (self: string, regex: string) =>
            texts(splitByPattern(compilePattern(regex), self, 0)),
        'List<String> split(String regExp, Integer limit)': (self: string, regex: string, limit: number) =>
            texts(splitByPattern(compilePattern(regex), self, limit)),
        'List<String> splitByCharacterType()': (self: string) =>
            texts(self.match(/\p{Ll}+|\p{Lu}+|\p{Nd}+|\s+|[^\p{Ll}\p{Lu}\p{Nd}\s]+/gu) ?? []),
        'List<String> splitByCharacterTypeCamelCase()': (self: string) =>
            texts(self.match(/\p{Lu}\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{Ll}+|\p{Nd}+|\s+|[^\p{Ll}\p{Lu}\p{Nd}\s]+/gu) ?? []),
        'String substring(Integer startIndex)': (self: string, start: number) => substring(self, start, self.length),
        'String substring(Integer startIndex, Integer endIndex)': substring,
        'String substringAfter(String separator)': (self: string, separator: string) =>
            after(self, self.indexOf(separator), separator),
        'String substringAfterLast(String separator)': (self: string, separator: string) =>
            separator === '' ? '' : after(self, self.lastIndexOf(separator), separator),
        'String substringBefore(String separator)': (self: string, separator: string) =>
            before(self, self.indexOf(separator)),
        'String substringBeforeLast(String separator)': (self: string, separator: string) =>
            separator === '' ? self : before(self, self.lastIndexOf(separator))
    })
};

function texts(values: string[]): ApexList<string> {
    return new ApexList('String', values);
}

function checked(self: string, index: number): string {
    if (index < 0 || index >= self.length)
        throw new ApexException('StringException', `String index out of range: ${index}`);
    return self;
}

function codePointBefore(self: string, index: number): number {
    checked(self, index - 1);
    const low = self.charCodeAt(index - 1);
    const isLowSurrogate = low >= 0xdc00 && low <= 0xdfff && index >= 2;
    return isLowSurrogate ? self.codePointAt(index - 2)! : low;
}

function mid(self: string, start: number, length: number): string {
    if (length < 0 || start > self.length) return '';
    const begin = Math.max(0, start);
    return self.slice(begin, begin + length);
}

function substring(self: string, start: number, end: number): string {
    if (start < 0 || start > self.length)
        throw new ApexException('StringException', `Starting position out of bounds: ${start}`);
    if (end < start || end > self.length)
        throw new ApexException('StringException', `Ending position out of bounds: ${end}`);
    return self.slice(start, end);
}

function after(self: string, index: number, separator: string): string {
    return index < 0 ? '' : self.slice(index + separator.length);
}

function before(self: string, index: number): string {
    return index < 0 ? self : self.slice(0, index);
}

function substringBetween(self: string, open: string | null, close: string | null): string | null {
    if (open === null || close === null) return null;
    const start = self.indexOf(open);
    if (start < 0) return null;
    const end = self.indexOf(close, start + open.length);
    return end < 0 ? null : self.slice(start + open.length, end);
}
