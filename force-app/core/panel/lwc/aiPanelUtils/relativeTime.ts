import LANGUAGE from '@salesforce/i18n/lang';
import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
    ['year', 365 * DAY],
    ['month', 30 * DAY],
    ['day', DAY],
    ['hour', HOUR],
    ['minute', MINUTE]
];
const NOW: readonly [Intl.RelativeTimeFormatUnit, number] = ['second', 1000];

/** Whether less than a minute has passed since the moment, given in ISO 8601. */
export function isJustNow(moment: string, now: number = Date.now()): boolean {
    return now - Date.parse(moment) < MINUTE;
}

/** How long ago the moment was, in whole units and in the user's language: "3 minutes ago", "yesterday"; "now" within a minute. */
export function relativeTime(moment: string, now: number = Date.now()): string {
    const elapsed = isJustNow(moment, now) ? 0 : now - Date.parse(moment);
    const [unit, length] = UNITS.find(([, milliseconds]) => elapsed >= milliseconds) ?? NOW;
    const formatter = new Intl.RelativeTimeFormat(LANGUAGE, { numeric: 'auto' });
    return formatter.format(-Math.floor(elapsed / length), unit);
}

/** The moment to the minute in the user's locale and time zone. */
export function exactTime(moment: string): string {
    const options: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short', timeZone: TIME_ZONE };
    return new Intl.DateTimeFormat(LOCALE, options).format(new Date(moment));
}
