import { context } from '../context.ts';
import { ApexDatetime } from '../values/datetime.ts';
import { ApexException } from '../values/exception.ts';
import { localeFormat } from './locale-formats.ts';
import { formatMoment } from './simple-date-format.ts';
import { momentInZone, normalizedZone, userTimeZone } from './zone.ts';

/** 'yyyy-MM-dd HH:mm:ss' in the running user's time zone: `String.valueOf(Datetime)`. */
export function localDatetimeText(value: ApexDatetime): string {
    return formatMoment(value.epoch, 'yyyy-MM-dd HH:mm:ss', userTimeZone(), 'en_US');
}

/** By a SimpleDateFormat pattern, in a named time zone (the running user's when null). */
export function patternText(value: ApexDatetime, pattern: string, timeZone: string | null): string {
    const zone = timeZone === null ? userTimeZone() : normalizedZone(timeZone);
    return formatMoment(value.epoch, pattern, zone, context().user.locale);
}

/** As the running user's locale writes a date and a time. */
export function localeText(value: ApexDatetime): string {
    const format = localeFormat(context().user.locale);
    return patternText(value, `${format.date}'${format.joint}'${format.time}`, null);
}

/** Reads 'yyyy-MM-dd HH:mm:ss' as clock readings of a time zone. Throws TypeException. */
export function parseDatetime(text: string, timeZone: string): ApexDatetime {
    const match = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?: (\d{1,2}):(\d{1,2}):(\d{1,2}))?\s*$/.exec(text);
    if (!match) throw new ApexException('TypeException', `Invalid date/time: ${text}`);
    const parts = match.slice(1).map((part) => Number(part ?? 0));
    if (parts[1] < 1 || parts[1] > 12 || parts[2] < 1 || parts[2] > 31 || parts[3] > 24) {
        throw new ApexException('TypeException', `Invalid date/time: ${text}`);
    }
    return new ApexDatetime(momentInZone(parts, timeZone));
}

/** Reads what JSON carries: '2024-05-01T10:20:30.123Z', with or without milliseconds, 'Z' or an offset. */
export function parseIsoDatetime(text: string): ApexDatetime {
    const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s*(Z|[+-]\d{2}:?\d{2})?$/.exec(text);
    const epoch = match ? Date.parse(`${match[1]}T${match[2]}${offsetText(match[3])}`) : Number.NaN;
    if (Number.isNaN(epoch)) throw new ApexException('JSONException', `Invalid format: "${text}"`);
    return new ApexDatetime(epoch);
}

function offsetText(offset: string | undefined): string {
    if (!offset || offset === 'Z') return 'Z';
    return offset.includes(':') ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`;
}

/** Reads a text in the running user's locale, as Datetime.parse. Throws TypeException. */
export function parseLocaleDatetime(text: string): ApexDatetime {
    const parts = readByPattern(text, localeFormat(context().user.locale));
    return new ApexDatetime(momentInZone(parts, userTimeZone()));
}

function readByPattern(text: string, format: { date: string; time: string }): number[] {
    const match = /^(\d{1,4})[/.](\d{1,2})[/.](\d{4}),? +(\d{1,2}):(\d{2})(?::\d{2})?(?: *([AaPp])[Mm])?$/.exec(
        text.trim()
    );
    if (!match) throw new ApexException('TypeException', `Invalid date/time: ${text}`);
    const [first, second, year, hour, minute] = match.slice(1, 6).map(Number);
    const [month, day] = format.date.startsWith('M') ? [first, second] : [second, first];
    const afternoon = match[6]?.toLowerCase() === 'p';
    const clock = match[6] ? (hour % 12) + (afternoon ? 12 : 0) : hour;
    return [year, month, day, clock, minute];
}
