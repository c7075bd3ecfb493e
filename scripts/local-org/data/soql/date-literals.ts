import { DateTime } from 'luxon';

/** A span of days: from the first moment of `start` to before the first moment of `end`, in the user's time zone. */
export interface DaySpan {
    start: DateTime;
    end: DateTime;
}

type Unit = 'days' | 'weeks' | 'months' | 'quarters' | 'years';

const UNITS: Record<string, Unit> = { DAY: 'days', WEEK: 'weeks', MONTH: 'months', QUARTER: 'quarters', YEAR: 'years' };

/** The first day of the unit that a day lies in; weeks start on Sunday, fiscal years in January. */
function startOf(day: DateTime, unit: Unit): DateTime {
    if (unit !== 'weeks') return day.startOf(unit.slice(0, -1) as 'day');
    return day.startOf('day').minus({ days: day.weekday % 7 });
}

function span(start: DateTime, unit: Unit, count: number): DaySpan {
    return { start, end: start.plus({ [unit]: count }) };
}

/**
 * What a date literal such as `LAST_N_DAYS:30` covers; `now` carries the user's time zone.
 * Undefined when the name is no literal.
 */
export function dateLiteralSpan(name: string, count: number, now: DateTime): DaySpan | undefined {
    const today = now.startOf('day');
    const simple: Record<string, () => DaySpan> = {
        TODAY: () => span(today, 'days', 1),
        YESTERDAY: () => span(today.minus({ days: 1 }), 'days', 1),
        TOMORROW: () => span(today.plus({ days: 1 }), 'days', 1),
        LAST_90_DAYS: () => span(today.minus({ days: 90 }), 'days', 91),
        NEXT_90_DAYS: () => span(today.plus({ days: 1 }), 'days', 90),
        LAST_N_DAYS: () => span(today.minus({ days: count }), 'days', count + 1),
        NEXT_N_DAYS: () => span(today.plus({ days: 1 }), 'days', count)
    };
    return simple[name]?.() ?? unitSpan(name.replace('FISCAL_', ''), count, today);
}

function unitSpan(name: string, count: number, today: DateTime): DaySpan | undefined {
    const match = /^(?:(THIS|LAST|NEXT)_(N_)?([A-Z]+?)S?|N_([A-Z]+)S_AGO)$/.exec(name);
    const unit = match && UNITS[match[3] ?? match[4]];
    if (!match || !unit) return undefined;
    const start = startOf(today, unit);
    const shift = (units: number, length: number): DaySpan => span(start.plus({ [unit]: units }), unit, length);
    if (match[4]) return shift(-count, 1);
    if (match[1] === 'THIS') return shift(0, 1);
    const length = match[2] ? count : 1;
    return match[1] === 'LAST' ? shift(-length, length) : shift(1, length);
}
