import { definePlatformClass } from '../define.ts';
import type { Implementation } from '../registry.ts';
import { iterate } from '../support/iterate.ts';
import { refuseNulls } from '../support/refuse-nulls.ts';
import { localDatetimeText } from '../time/datetime-text.ts';
import type { ApexList } from '../values/collections.ts';
import type { ApexDate } from '../values/date.ts';
import type { ApexDatetime } from '../values/datetime.ts';
import { equalsOperator } from '../values/equality.ts';
import { apexToString } from '../values/to-string.ts';
import { commonPrefix, levenshteinDistance, textHashCode } from './distance.ts';
import { formatMessage } from './message-format.ts';
import { escapeMethods } from './string-escapes.ts';
import { kindMethods } from './string-kind.ts';
import { partMethods } from './string-parts.ts';
import { searchMethods } from './string-search.ts';
import { shapeMethods } from './string-shape.ts';

const isBlank = (text: string | null): boolean => text === null || /^\s*$/.test(text);
const textOf = (value: unknown): string | null => (value === null ? null : apexToString(value));

const staticMethods: Record<string, Implementation> = {
    'Boolean isBlank(String inputString)': isBlank,
    'Boolean isNotBlank(String inputString)': (text: string | null) => !isBlank(text),
    'Boolean isEmpty(String inputString)': (text: string | null) => text === null || text === '',
    'Boolean isNotEmpty(String inputString)': (text: string | null) => text !== null && text !== '',
    'String valueOf(Date dateToConvert)': (value: ApexDate | null) => value && value.toIso(),
    'String valueOf(Datetime datetimeToConvert)': (value: ApexDatetime | null) => value && localDatetimeText(value),
    'String valueOfGmt(Datetime datetimeToConvert)': textOf,
    'String valueOf(Decimal toConvert)': textOf,
    'String valueOf(Double toConvert)': textOf,
    'String valueOf(Integer toConvert)': textOf,
    'String valueOf(Long toConvert)': textOf,
    'String valueOf(Boolean toConvert)': textOf,
    'String valueOf(Object toConvert)': textOf,
    ...refuseNulls({
        'String escapeSingleQuotes(String stringToEscape)': (text: string) => text.replaceAll(/['\\]/g, '\\$&'),
        'String format(String stringToFormat, List<Object> formattingArguments)': (pattern: string, values: ApexList) =>
            formatMessage(pattern, values.items.map(apexToString)),
        'String fromCharArray(List<Integer> charArray)': (codes: ApexList<number>) =>
            String.fromCharCode(...codes.items),
        'String getCommonPrefix(List<String> strings)': (texts: ApexList<string>) => commonPrefix(texts.items),
        'String join(Iterable<Object> iterableObj, String separator)': (parts: unknown, separator: string) =>
            iterate(parts)
                .map((part) => (part === null ? '' : apexToString(part)))
                .join(separator)
    })
};

definePlatformClass({
    name: 'String',
    statics: staticMethods,
    methods: {
        ...searchMethods,
        ...kindMethods,
        ...shapeMethods,
        ...partMethods,
        ...escapeMethods,
        'Boolean equals(Object stringOrId)': (self: string, other: unknown) => self === other,
        'Boolean equalsIgnoreCase(String secondString)': (self: string, other: string | null) =>
            equalsOperator(self, other),
        'Integer hashCode()': textHashCode,
        'Integer length()': (self: string) => self.length,
        'String toString()': (self: string) => self,
        ...refuseNulls({
            'Integer compareTo(String secondString)': compareTexts,
            'Integer getLevenshteinDistance(String stringToCompare)': levenshteinDistance,
            'Integer getLevenshteinDistance(String stringToCompare, Integer threshold)': (
                self: string,
                other: string,
                most: number
            ) => {
                const distance = levenshteinDistance(self, other);
                return distance > most ? -1 : distance;
            }
        })
    }
});

/** Java's compareTo: the difference of the first code units that differ, else of the lengths. */
function compareTexts(left: string, right: string): number {
    for (let index = 0; index < Math.min(left.length, right.length); index++) {
        const difference = left.charCodeAt(index) - right.charCodeAt(index);
        if (difference !== 0) return difference;
    }
    return left.length - right.length;
}
