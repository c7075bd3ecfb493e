import { DateTime } from 'luxon';

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
const DAYS = 'SUN MON TUE WED THU FRI SAT'.split(' ');
/** How far ahead a next moment is looked for, in days. */
const HORIZON = 366 * 40;

type Matches = (value: number) => boolean;

/** One part of a cron expression: `*`, `5`, `1-5`, `0/15`, `MON,WED`. Null when it needs more than that (`L`, `W`, `#`). */
function partOf(text: string, names: string[], first: number, last: number): Matches | null {
    if (text === '*' || text === '?') return () => true;
    const numberOf = (word: string): number => {
        const named = names.indexOf(word.toUpperCase());
        return named < 0 ? Number(word) : named + 1;
    };
    const ranges = text.split(',').map((item) => {
        const [range, step] = item.split('/');
        const [from, to] = range === '*' ? [first, last] : range.split('-').map(numberOf);
        return { from, to: to ?? (step ? last : from), step: Number(step ?? 1) };
    });
    if (ranges.some(({ from, to, step }) => [from, to, step].some(Number.isNaN))) return null;
    return (value) => ranges.some(({ from, to, step }) => value >= from && value <= to && (value - from) % step === 0);
}

/**
 * When a schedule fires next, in milliseconds since 1970; null when it never does or uses `L`, `W` or `#`.
 * `now` is in milliseconds too, `zone` an IANA name.
 */
export function nextFireTime(expression: string, now: number, zone: string): number | null {
    const [seconds, minutes, hours, days, months, weekdays, years = '*'] = expression.trim().split(/\s+/);
    const parts = [
        partOf(hours, [], 0, 23),
        partOf(minutes, [], 0, 59),
        partOf(seconds, [], 0, 59),
        partOf(days, [], 1, 31),
        partOf(months, MONTHS, 1, 12),
        partOf(weekdays, DAYS, 1, 7),
        partOf(years, [], 1970, 2199)
    ];
    if (parts.includes(null)) return null;
    const [hour, minute, second, day, month, weekday, year] = parts as Matches[];
    let date = DateTime.fromMillis(now, { zone }).startOf('day');
    for (let tried = 0; tried < HORIZON; tried++, date = date.plus({ days: 1 })) {
        const fits = day(date.day) && month(date.month) && weekday((date.weekday % 7) + 1) && year(date.year);
        const found = fits ? firstMoment(date, now, [hour, minute, second]) : null;
        if (found !== null) return found;
    }
    return null;
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
