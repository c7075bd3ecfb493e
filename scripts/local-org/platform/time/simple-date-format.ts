import { DateTime, Info } from 'luxon';
import { ApexException } from '../values/exception.ts';

type Writer = (moment: DateTime, width: number) => string;

const number =
    (read: (moment: DateTime) => number): Writer =>
    (moment, width) =>
        String(read(moment)).padStart(width, '0');

/** What each letter of a Java SimpleDateFormat pattern writes. */
const WRITERS: Record<string, Writer> = {
    G: (moment) => (moment.year > 0 ? 'AD' : 'BC'),
    y: (moment, width) => writeYear(moment.year, width),
    Y: (moment, width) => writeYear(moment.plus({ days: 1 }).weekYear, width),
    M: writeMonth,
    L: writeMonth,
    d: number((moment) => moment.day),
    D: number((moment) => moment.ordinal),
    E: (moment, width) => moment.toFormat(width >= 4 ? 'cccc' : 'ccc'),
    u: number((moment) => moment.weekday),
    F: number((moment) => Math.ceil(moment.day / 7)),
    w: number((moment) => moment.localWeekNumber),
    W: number(weekOfMonth),
    a: (moment) => (moment.hour < 12 ? 'AM' : 'PM'),
    H: number((moment) => moment.hour),
    k: number((moment) => moment.hour || 24),
    K: number((moment) => moment.hour % 12),
    h: number((moment) => moment.hour % 12 || 12),
    m: number((moment) => moment.minute),
    s: number((moment) => moment.second),
    S: number((moment) => moment.millisecond),
    z: (moment, width) => (width >= 4 ? (moment.offsetNameLong ?? '') : zoneAbbreviation(moment)),
    Z: (moment) => moment.toFormat('ZZZ'),
    X: writeIsoOffset
};

/** A moment in a time zone, written by a Java SimpleDateFormat pattern. Throws on letters that mean nothing. */
export function formatMoment(epoch: number, pattern: string, timeZone: string, locale: string): string {
    const moment = DateTime.fromMillis(epoch, { zone: timeZone, locale: locale.replaceAll('_', '-') });
    if (!moment.isValid) throw new ApexException('StringException', `Invalid time zone: ${timeZone}`);
    return pattern.replaceAll(/''|'((?:[^']|'')*)'|([a-zA-Z])\2*/g, (whole, quoted, letter) => {
        if (whole === "''") return "'";
        return letter ? write(moment, letter, whole.length) : quoted.replaceAll("''", "'");
    });
}

function write(moment: DateTime, letter: string, width: number): string {
    const writer = WRITERS[letter];
    if (writer) return writer(moment, width);
    throw new ApexException('StringException', `Illegal pattern character '${letter}'`);
}

/** Weeks as the locale counts them; a first week that is too short for it is week 0. */
function weekOfMonth(moment: DateTime): number {
    const { localWeekday } = moment.startOf('month');
    const least = Info.getMinimumDaysInFirstWeek({ locale: moment.locale ?? undefined });
    return Math.ceil((moment.day + localWeekday - 1) / 7) - (8 - localWeekday < least ? 1 : 0);
}

function writeYear(year: number, width: number): string {
    return width === 2 ? String(year % 100).padStart(2, '0') : String(year).padStart(width, '0');
}

function writeMonth(moment: DateTime, width: number): string {
    if (width >= 3) return moment.toFormat(width >= 4 ? 'LLLL' : 'LLL');
    return String(moment.month).padStart(width, '0');
}

function zoneAbbreviation(moment: DateTime): string {
    const name = moment.zoneName;
    return name === 'UTC' || name === 'GMT' ? 'GMT' : (moment.offsetNameShort ?? '').replace(/^UTC$/, 'GMT');
}

function writeIsoOffset(moment: DateTime, width: number): string {
    if (moment.offset === 0) return 'Z';
    return width === 1 ? moment.toFormat('ZZZ').slice(0, 3) : moment.toFormat(width === 2 ? 'ZZZ' : 'ZZ');
}
