import { DateTime, IANAZone } from 'luxon';
import { context } from '../context.ts';

/** The time zone of the running user, as 'Europe/Vienna'. */
export function userTimeZone(): string {
    return context().user.timeZone;
}

/** The moment as the clock and calendar of a time zone show it. */
export function inZone(epoch: number, timeZone: string): DateTime {
    return DateTime.fromMillis(epoch, { zone: timeZone });
}

/** A name that the platform understands: IANA names, 'GMT', 'GMT+2', 'America/Los_Angeles'; else GMT, as Java does. */
export function normalizedZone(id: string): string {
    const offset = /^(?:GMT|UTC)([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(id);
    if (offset) return `UTC${offset[1]}${Number(offset[2])}:${offset[3] ?? '00'}`;
    return IANAZone.isValidZone(id) ? id : 'UTC';
}

/** The moment of these clock readings in a time zone; parts may overflow. */
export function momentInZone(parts: number[], timeZone: string): number {
    const utc = new Date(0);
    utc.setUTCFullYear(parts[0], parts[1] - 1, parts[2]);
    utc.setUTCHours(parts[3] ?? 0, parts[4] ?? 0, parts[5] ?? 0, parts[6] ?? 0);
    return DateTime.fromMillis(utc.getTime(), { zone: 'UTC' }).setZone(timeZone, { keepLocalTime: true }).toMillis();
}
