import { context } from '../context.ts';
import { definePlatformClass } from '../define.ts';
import type { Implementation } from '../registry.ts';
import { refuseNulls } from '../support/refuse-nulls.ts';
import { ApexDate } from '../values/date.ts';
import { ApexDatetime } from '../values/datetime.ts';
import { apexEquals } from '../values/equality.ts';
import { ApexException } from '../values/exception.ts';
import { ApexTime } from '../values/time.ts';
import { addMonths } from './calendar.ts';
import { localeText, parseDatetime, parseLocaleDatetime, patternText } from './datetime-text.ts';
import { localeFormat } from './locale-formats.ts';
import { inZone, momentInZone, userTimeZone } from './zone.ts';

type ClockPart = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'millisecond' | 'ordinal';

const adding =
    (milliseconds: number): Implementation =>
    (self: ApexDatetime, amount: number) =>
        new ApexDatetime(self.epoch + amount * milliseconds);

const reading = (part: ClockPart, zone: () => string): Implementation => {
    return (self: ApexDatetime) => inZone(self.epoch, zone())[part];
};

const gmt = (): string => 'UTC';

definePlatformClass({
    name: 'Datetime',
    statics: refuseNulls({
        'Datetime now()': () => new ApexDatetime(context().org.now()),
        'Datetime newInstance(Long milliseconds)': (epoch: bigint | number) => new ApexDatetime(Number(epoch)),
        ...makers('newInstance', userTimeZone),
        ...makers('newInstanceGmt', gmt),
        'Datetime parse(String datetimeString)': parseLocaleDatetime,
        'Datetime valueOf(String dateTimeString)': (text: string) => parseDatetime(text, userTimeZone()),
        'Datetime valueOf(Object fieldValue)': datetimeOf,
        'Datetime valueOfGmt(String dateTimeString)': (text: string) => parseDatetime(text, 'UTC')
    }),
    methods: {
        'Boolean equals(Object other)': apexEquals,
        'Integer hashCode()': (self: ApexDatetime) => self.epoch | 0,
        'String toString()': (self: ApexDatetime) => self.toString(),
        ...refuseNulls({ ...arithmetic(), ...parts(), ...texts() })
    }
});

function makers(name: string, zone: () => string): Record<string, Implementation> {
    return {
        [`Datetime ${name}(Date date, Time time)`]: (date: ApexDate, time: ApexTime) =>
            at(zone, [date.year, date.month, date.day, time.hour, time.minute, time.second, time.millisecond]),
        [`Datetime ${name}(Integer year, Integer month, Integer day)`]: (...values: number[]) => at(zone, values),
        [`Datetime ${name}(Integer year, Integer month, Integer day, Integer hour, Integer minute, Integer second)`]: (
            ...values: number[]
        ) => at(zone, values)
    };
}

function at(zone: () => string, values: number[]): ApexDatetime {
    return new ApexDatetime(momentInZone(values, zone()));
}

function arithmetic(): Record<string, Implementation> {
    return {
        'Datetime addDays(Integer additionalDays)': adding(86_400_000),
        'Datetime addHours(Integer additionalHours)': adding(3_600_000),
        'Datetime addMinutes(Integer additionalMinutes)': adding(60_000),
        'Datetime addSeconds(Integer additionalSeconds)': adding(1000),
        'Datetime addMonths(Integer additionalMonths)': plusMonths,
        'Datetime addYears(Integer additionalYears)': (self: ApexDatetime, years: number) =>
            plusMonths(self, years * 12),
        'Boolean isSameDay(Datetime dateToCompare)': (self: ApexDatetime, other: ApexDatetime) =>
            dateIn(self, userTimeZone()).epochDay === dateIn(other, userTimeZone()).epochDay
    };
}

function plusMonths(self: ApexDatetime, months: number): ApexDatetime {
    const date = dateIn(self, 'UTC');
    const moved = addMonths(date, months);
    return new ApexDatetime(self.epoch + (moved.epochDay - date.epochDay) * 86_400_000);
}

function parts(): Record<string, Implementation> {
    const names: [string, ClockPart][] = [
        ['day', 'day'],
        ['dayOfYear', 'ordinal'],
        ['hour', 'hour'],
        ['millisecond', 'millisecond'],
        ['minute', 'minute'],
        ['month', 'month'],
        ['second', 'second'],
        ['year', 'year']
    ];
    const members = names.flatMap(([name, part]): [string, Implementation][] => [
        [`Integer ${name}()`, reading(part, userTimeZone)],
        [`Integer ${name}Gmt()`, reading(part, gmt)]
    ]);
    return {
        ...Object.fromEntries(members),
        'Date date()': (self: ApexDatetime) => dateIn(self, userTimeZone()),
        'Date dateGmt()': (self: ApexDatetime) => dateIn(self, 'UTC'),
        'Long getTime()': (self: ApexDatetime) => BigInt(self.epoch),
        'Time time()': (self: ApexDatetime) => timeIn(self, userTimeZone()),
        'Time timeGmt()': (self: ApexDatetime) => timeIn(self, 'UTC')
    };
}

function texts(): Record<string, Implementation> {
    return {
        'String format()': localeText,
        'String format(String dateFormatString)': (self: ApexDatetime, pattern: string) =>
            patternText(self, pattern, null),
        'String format(String dateFormatString, String timezone)': patternText,
        'String formatGmt(String dateFormatString)': (self: ApexDatetime, pattern: string) =>
            patternText(self, pattern, 'GMT'),
        'String formatLong()': (self: ApexDatetime) => patternText(self, localeFormat(context().user.locale).long, null)
    };
}

function dateIn(self: ApexDatetime, zone: string): ApexDate {
    const moment = inZone(self.epoch, zone);
    return new ApexDate(moment.year, moment.month, moment.day);
}

function timeIn(self: ApexDatetime, zone: string): ApexTime {
    const moment = inZone(self.epoch, zone);
    return ApexTime.of(moment.hour, moment.minute, moment.second, moment.millisecond);
}

function datetimeOf(value: unknown): ApexDatetime {
    if (value instanceof ApexDatetime) return value;
    if (value instanceof ApexDate) return at(userTimeZone, [value.year, value.month, value.day]);
    if (typeof value === 'string') return parseDatetime(value, userTimeZone());
    throw new ApexException('TypeException', `Invalid date/time: ${String(value)}`);
}
