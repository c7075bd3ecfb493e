import { DateTime } from 'luxon';

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
const DAYS = 'SUN MON TUE WED THU FRI SAT'.split(' ');
/** How far ahead a next moment is looked for, in days. */
const HORIZON = 366 * 40;

type Matches = (value: number) => boolean;
type MatchesDay = (day: DateTime) => boolean;

function numberOf(word: string, names: string[]): number {
    const named = names.indexOf(word.toUpperCase());
    return named < 0 ? Number(word) : named + 1;
}

/** One part of a cron expression: `*`, `5`, `1-5`, `0/15`, `MON,WED`. */
function partOf(text: string, names: string[], first: number, last: number): Matches {
    if (text === '*' || text === '?') return () => true;
    const ranges = text.split(',').map((item) => {
        const [range, step] = item.split('/');
        const [from, to] = range === '*' ? [first, last] : range.split('-').map((word) => numberOf(word, names));
        return { from, to: to ?? (step ? last : from), step: Number(step ?? 1) };
    });
    return (value) => ranges.some(({ from, to, step }) => value >= from && value <= to && (value - from) % step === 0);
}

/** A day of the month: `L` is the last one, `LW` the last working day, `15W` the working day nearest to the 15th. */
function dayOfMonth(text: string): MatchesDay {
    if (text === 'L') return (day) => day.day === day.daysInMonth;
    const near = /^(L|\d+)W$/.exec(text);
    if (!near) {
        const fits = partOf(text, [], 1, 31);
        return (day) => fits(day.day);
    }
    return (day) => day.day === nearestWorkingDay(day, near[1] === 'L' ? day.daysInMonth! : Number(near[1]));
}

/** The working day of a month that is nearest to a day of it, never in another month. */
function nearestWorkingDay(month: DateTime, number: number): number {
    const day = month.set({ day: number });
    if (day.weekday === 6) return number === 1 ? 3 : number - 1;
    if (day.weekday === 7) return number === month.daysInMonth ? number - 2 : number + 1;
    return number;
}

/** A day of the week: `6L` is the last Friday of the month, `2#1` its first Monday, `L` a Saturday. */
function dayOfWeek(text: string): MatchesDay {
    const weekdayOf = (day: DateTime): number => (day.weekday % 7) + 1;
    const last = /^(\w+)L$/.exec(text);
    if (last) return (day) => weekdayOf(day) === numberOf(last[1], DAYS) && day.day + 7 > day.daysInMonth!;
    const nth = /^(\w+)#(\d)$/.exec(text);
    if (nth) return (day) => weekdayOf(day) === numberOf(nth[1], DAYS) && Math.ceil(day.day / 7) === Number(nth[2]);
    const fits = partOf(text === 'L' ? 'SAT' : text, DAYS, 1, 7);
    return (day) => fits(weekdayOf(day));
}

/**
 * When a schedule fires next, in milliseconds since 1970; null when it never does. `now` is in milliseconds too,
 * `zone` an IANA name.
 */
export function nextFireTime(expression: string, now: number, zone: string): number | null {
    const [seconds, minutes, hours, days, months, weekdays, years = '*'] = expression.trim().split(/\s+/);
    const month = partOf(months, MONTHS, 1, 12);
    const year = partOf(years, [], 1970, 2199);
    const dayFits = [dayOfMonth(days), dayOfWeek(weekdays)];
    const clock = [partOf(hours, [], 0, 23), partOf(minutes, [], 0, 59), partOf(seconds, [], 0, 59)];
    let date: DateTime = DateTime.fromMillis(now, { zone }).startOf('day');
    for (let tried = 0; tried < HORIZON; tried++, date = nextDay(date, month, year)) {
        const day = date;
        const fits = month(day.month) && year(day.year) && dayFits.every((matches) => matches(day));
        const found = fits ? firstMoment(day, now, clock) : null;
        if (found !== null) return found;
    }
    return null;
}

/** The next day, or the first of the next month when nothing in this one fits. */
function nextDay(day: DateTime, month: Matches, year: Matches): DateTime {
    if (!year(day.year)) return day.plus({ years: 1 }).startOf('year');
    return month(day.month) ? day.plus({ days: 1 }) : day.plus({ months: 1 }).startOf('month');
}

function firstMoment(day: DateTime, now: number, [hour, minute, second]: Matches[]): number | null {
    const matching = (count: number, fits: Matches): number[] => [...Array(count).keys()].filter(fits);
    for (const h of matching(24, hour))
        for (const m of matching(60, minute))
            for (const s of matching(60, second)) {
                const moment = day.set({ hour: h, minute: m, second: s }).toMillis();
                if (moment > now) return moment;
            }
    return null;
}
