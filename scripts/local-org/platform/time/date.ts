import { context } from '../context.ts';
import { definePlatformClass } from '../define.ts';
import { refuseNulls } from '../support/refuse-nulls.ts';
import { ApexDate } from '../values/date.ts';
import { ApexDatetime } from '../values/datetime.ts';
import { ApexException } from '../values/exception.ts';
import { apexEquals } from '../values/equality.ts';
import { addMonths, daysInMonth, isLeapYear } from './calendar.ts';
import { localeFormat } from './locale-formats.ts';
import { formatMoment } from './simple-date-format.ts';
import { inZone, userTimeZone } from './zone.ts';

const DAY = 86_400_000;

definePlatformClass({
    name: 'Date',
    statics: refuseNulls({
        'Integer daysInMonth(Integer year, Integer month)': daysInMonth,
        'Boolean isLeapYear(Integer year)': isLeapYear,
        'Date newInstance(Integer year, Integer month, Integer day)': ApexDate.lenient,
        'Date parse(String stringDate)': parseInLocale,
        'Date today()': today,
        'Date valueOf(String stringDate)': (text: string) => ApexDate.parse(text),
        'Date valueOf(Object fieldValue)': dateOf
    }),
    methods: {
        'Boolean equals(Object other)': apexEquals,
        'Integer hashCode()': (self: ApexDate) => self.epochDay,
        'String toString()': (self: ApexDate) => self.toString(),
        ...refuseNulls({
            'Date addDays(Integer additionalDays)': (self: ApexDate, days: number) =>
                ApexDate.fromEpochDay(self.epochDay + days),
            'Date addMonths(Integer additionalMonths)': addMonths,
            'Date addYears(Integer additionalYears)': (self: ApexDate, years: number) => addMonths(self, years * 12),
            'Integer day()': (self: ApexDate) => self.day,
            'Integer dayOfYear()': (self: ApexDate) => self.epochDay - new ApexDate(self.year, 1, 1).epochDay + 1,
            'Integer daysBetween(Date secondDate)': (self: ApexDate, other: ApexDate) => other.epochDay - self.epochDay,
            'String format()': (self: ApexDate) => formatInLocale(self),
            'Boolean isSameDay(Date dateToCompare)': (self: ApexDate, other: ApexDate) =>
                self.epochDay === other.epochDay,
            'Integer month()': (self: ApexDate) => self.month,
            'Integer monthsBetween(Date secondDate)': (self: ApexDate, other: ApexDate) =>
                (other.year - self.year) * 12 + other.month - self.month,
            'Date toStartOfMonth()': (self: ApexDate) => new ApexDate(self.year, self.month, 1),
            'Date toStartOfWeek()': startOfWeek,
            'Integer year()': (self: ApexDate) => self.year
        })
    }
});

/** Today in the running user's time zone. */
export function today(): ApexDate {
    const moment = inZone(context().org.now(), userTimeZone());
    return new ApexDate(moment.year, moment.month, moment.day);
}

function dateOf(value: unknown): ApexDate {
    if (value instanceof ApexDate) return value;
    if (value instanceof ApexDatetime) {
        const moment = inZone(value.epoch, userTimeZone());
        return new ApexDate(moment.year, moment.month, moment.day);
    }
    if (typeof value === 'string') return ApexDate.parse(value);
    throw new ApexException('TypeException', `Invalid date: ${String(value)}`);
}

function formatInLocale(date: ApexDate): string {
    const { locale } = context().user;
    return formatMoment(date.epochDay * DAY, localeFormat(locale).date, 'UTC', locale);
}

function startOfWeek(date: ApexDate): ApexDate {
    const weekday = (((date.epochDay + 3) % 7) + 7) % 7;
    const since = localeFormat(context().user.locale).firstDay === 1 ? weekday : (weekday + 1) % 7;
    return ApexDate.fromEpochDay(date.epochDay - since);
}

function parseInLocale(text: string): ApexDate {
    const match = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text.trim());
    if (!match) throw new ApexException('TypeException', `Invalid date: ${text}`);
    const [first, second, year] = match.slice(1).map(Number);
    const monthFirst = localeFormat(context().user.locale).date.startsWith('M');
    const [month, day] = monthFirst ? [first, second] : [second, first];
    if (month > 12 || day > daysInMonth(year, month)) throw new ApexException('TypeException', `Invalid date: ${text}`);
    return new ApexDate(year, month, day);
}
