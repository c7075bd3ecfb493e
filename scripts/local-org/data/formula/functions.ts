import { DateTime } from 'luxon';
import { NotImplementedError } from '../../platform/not-implemented.ts';
import { ApexDate, ApexDatetime, ApexTime, BigNumber } from '../../platform/values/index.ts';
import { dateTimeOf, isBlank, number, text } from './values.ts';
import type { FormulaValue } from './values.ts';

/** What a formula may ask of where it is evaluated. */
export interface FormulaMoment {
    /** The current moment in the user's time zone. */
    now: DateTime;
}

export type FormulaFunction = (values: FormulaValue[], moment: FormulaMoment) => FormulaValue;

const numeric =
    (compute: (first: BigNumber, second: BigNumber) => BigNumber, fallback?: number): FormulaFunction =>
    ([first, second]) => {
        const [a, b] = [number(first), second === undefined ? new BigNumber(fallback ?? 0) : number(second)];
        return a === null || b === null ? null : compute(a, b);
    };

const math = (compute: (value: number) => number): FormulaFunction =>
    numeric((a) => new BigNumber(compute(a.toNumber())));

const datePart =
    (part: (moment: DateTime) => number): FormulaFunction =>
    ([value]) => {
        const moment = dateTimeOf(value);
        return moment && new BigNumber(part(moment));
    };

const int = (value: FormulaValue | undefined): number => (value === undefined ? 0 : (number(value)?.toNumber() ?? 0));
const dateOf = (moment: DateTime): ApexDate => new ApexDate(moment.year, moment.month, moment.day);

const NUMBER_FUNCTIONS: Record<string, FormulaFunction> = {
    ABS: numeric((a) => a.abs()),
    CEILING: numeric((a) => (a.isNegative() ? a.floor() : a.ceil())),
    FLOOR: numeric((a) => (a.isNegative() ? a.ceil() : a.floor())),
    MCEILING: numeric((a) => a.ceil()),
    MFLOOR: numeric((a) => a.floor()),
    ROUND: numeric((a, digits) => a.toDecimalPlaces(digits.toNumber(), 4), 0),
    TRUNC: numeric((a, digits) => a.toDecimalPlaces(digits.toNumber(), 1), 0),
    MOD: numeric((a, b) => a.mod(b)),
    MAX: (values) => BigNumber.max(...values.map((value) => number(value) ?? 0)),
    MIN: (values) => BigNumber.min(...values.map((value) => number(value) ?? 0)),
    PI: () => new BigNumber(Math.PI),
    SQRT: math(Math.sqrt),
    EXP: math(Math.exp),
    LN: math(Math.log),
    LOG: math(Math.log10),
    VALUE: ([value]) => (isBlank(value) ? null : new BigNumber(text(value).trim()))
};

const TEXT_FUNCTIONS: Record<string, FormulaFunction> = {
    LEN: ([value]) => new BigNumber(text(value).length),
    LEFT: ([value, count]) => text(value).slice(0, Math.max(0, int(count))),
    RIGHT: ([value, count]) => (int(count) <= 0 ? '' : text(value).slice(-int(count))),
    MID: ([value, start, count]) => text(value).substring(int(start) - 1, int(start) - 1 + int(count)),
    TRIM: ([value]) => text(value).trim(),
    UPPER: ([value]) => text(value).toUpperCase(),
    LOWER: ([value]) => text(value).toLowerCase(),
    TEXT: ([value]) => text(value),
    CONTAINS: ([value, part]) => text(value).includes(text(part)),
    BEGINS: ([value, part]) => text(value).startsWith(text(part)),
    INCLUDES: ([value, part]) => text(value).split(';').includes(text(part)),
    FIND: ([part, value, start]) => new BigNumber(text(value).indexOf(text(part), Math.max(0, int(start) - 1)) + 1),
    SUBSTITUTE: ([value, from, to]) => text(value).replaceAll(text(from), text(to)),
    LPAD: ([value, length, pad]) =>
        text(value)
            .padStart(int(length), pad === undefined ? ' ' : text(pad))
            .slice(0, int(length)),
    RPAD: ([value, length, pad]) =>
        text(value)
            .padEnd(int(length), pad === undefined ? ' ' : text(pad))
            .slice(0, int(length)),
    REVERSE: ([value]) => [...text(value)].reverse().join(''),
    INITCAP: ([value]) =>
        text(value)
            .toLowerCase()
            .replace(/(?<![\p{L}\p{N}])\p{L}/gu, (letter) => letter.toUpperCase()),
    ASCII: ([value]) => (isBlank(value) ? null : new BigNumber(text(value).codePointAt(0) as number)),
    CHR: ([code]) => String.fromCodePoint(int(code)),
    BR: () => '\n',
    CASESAFEID: ([value]) => value,
    ISNUMBER: ([value]) => /^\s*[-+]?(\d+(\.\d*)?|\.\d+)\s*$/.test(text(value)),
    REGEX: ([value, pattern]) => javaPattern(text(pattern)).test(text(value)),
    HYPERLINK: ([url, label]) => `<a href="${text(url)}">${text(label)}</a>`,
    IMAGE: ([url, label]) => `<img src="${text(url)}" alt="${text(label)}"/>`
};

const DATE_FUNCTIONS: Record<string, FormulaFunction> = {
    TODAY: (_, { now }) => dateOf(now),
    NOW: (_, { now }) => new ApexDatetime(now.toMillis()),
    DATE: ([year, month, day]) => ApexDate.lenient(int(year), int(month), int(day)),
    DATEVALUE: ([value], { now }) => dateValue(value, now),
    DATETIMEVALUE: ([value]) => datetimeValue(value),
    YEAR: datePart((moment) => moment.year),
    MONTH: datePart((moment) => moment.month),
    DAY: datePart((moment) => moment.day),
    HOUR: datePart((moment) => moment.hour),
    MINUTE: datePart((moment) => moment.minute),
    SECOND: datePart((moment) => moment.second),
    WEEKDAY: datePart((moment) => (moment.weekday % 7) + 1),
    MILLISECOND: datePart((moment) => moment.millisecond),
    DAYOFYEAR: datePart((moment) => moment.ordinal),
    ISOWEEK: datePart((moment) => moment.weekNumber),
    ISOYEAR: datePart((moment) => moment.weekYear),
    UNIXTIMESTAMP: datePart((moment) => Math.floor(moment.toSeconds())),
    FROMUNIXTIME: ([seconds]) => (isBlank(seconds) ? null : new ApexDatetime(int(seconds) * 1000)),
    TIMEVALUE: ([value]) => timeValue(value),
    TIMENOW: (_, { now }) => timeOf(now.toUTC()),
    ADDMONTHS: ([value, months]) => addMonths(value, int(months))
};

/** Functions that look at the values of their parameters only. */
export const FUNCTIONS: Record<string, FormulaFunction> = { ...NUMBER_FUNCTIONS, ...TEXT_FUNCTIONS, ...DATE_FUNCTIONS };

function dateValue(value: FormulaValue, now: DateTime): FormulaValue {
    if (value === null || value instanceof ApexDate) return value;
    if (value instanceof ApexDatetime) return dateOf(DateTime.fromMillis(value.epoch, { zone: now.zone }));
    return ApexDate.parse(text(value));
}

function datetimeValue(value: FormulaValue): FormulaValue {
    if (value === null || value instanceof ApexDatetime) return value;
    const iso = value instanceof ApexDate ? value.toIso() : text(value).replace(' ', 'T');
    return new ApexDatetime(DateTime.fromISO(iso, { zone: 'UTC' }).toMillis());
}

function timeOf(moment: DateTime): ApexTime {
    return new ApexTime(moment.diff(moment.startOf('day')).toMillis());
}

function timeValue(value: FormulaValue): FormulaValue {
    if (value === null || value instanceof ApexTime) return value;
    const moment = dateTimeOf(value);
    return moment ? timeOf(moment) : ApexTime.parse(text(value));
}

/** The last day of a month stays the last day. */
function addMonths(value: FormulaValue, months: number): FormulaValue {
    const moment = dateTimeOf(value);
    if (!moment) return null;
    const last = moment.day === moment.daysInMonth;
    const shifted = moment.plus({ months });
    const result = last ? shifted.set({ day: shifted.daysInMonth }) : shifted;
    return value instanceof ApexDate ? dateOf(result) : new ApexDatetime(result.toMillis());
}

/** The whole text must match. Java's own constructs are not translated. */
function javaPattern(pattern: string): RegExp {
    try {
        return new RegExp(`^(?:${pattern})$`, 'u');
    } catch {
        throw new NotImplementedError(`formula REGEX pattern ${pattern}`);
    }
}
