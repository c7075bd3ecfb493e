import { DateTime } from 'luxon';
import { distanceBetween } from '../../platform/location/values.ts';
import type { SchemaRegistry } from '../schema/types.ts';
import type { SqlDatabase, SqlValue } from '../storage/database.ts';
import { formatValue } from './format.ts';

type DatePart = (moment: DateTime) => number;

/** Weeks of the year start on 1 January, days of the week on Sunday. */
const DATE_PARTS: Record<string, DatePart> = {
    CALENDAR_MONTH: (moment) => moment.month,
    CALENDAR_QUARTER: (moment) => moment.quarter,
    CALENDAR_YEAR: (moment) => moment.year,
    FISCAL_MONTH: (moment) => moment.month,
    FISCAL_QUARTER: (moment) => moment.quarter,
    FISCAL_YEAR: (moment) => moment.year,
    DAY_IN_MONTH: (moment) => moment.day,
    DAY_IN_WEEK: (moment) => (moment.weekday % 7) + 1,
    DAY_IN_YEAR: (moment) => moment.ordinal,
    HOUR_IN_DAY: (moment) => moment.hour,
    WEEK_IN_MONTH: (moment) => Math.ceil(moment.day / 7),
    WEEK_IN_YEAR: (moment) => Math.ceil(moment.ordinal / 7)
};

function momentOf(value: SqlValue, zone: SqlValue): DateTime {
    if (typeof value === 'string') return DateTime.fromISO(value, { zone: 'UTC' });
    return DateTime.fromMillis(Number(value), { zone: String(zone) });
}

/** Makes callable from SQL what SQLite does not have. */
export function defineSqlFunctions(database: SqlDatabase, schema: () => SchemaRegistry): void {
    database.define('fold', (value) => (value === null ? null : String(value).toLowerCase()));
    database.define('date_part', (part, value, zone) =>
        value === null ? null : DATE_PARTS[String(part)](momentOf(value, zone))
    );
    database.define('day_only', (value, zone) => (value === null ? null : momentOf(value, zone).toISODate()));
    database.define('distance', (latitude, longitude, toLatitude, toLongitude, unit) => {
        const degrees = [latitude, longitude, toLatitude, toLongitude];
        if (degrees.includes(null)) return null;
        const [a, b, c, d] = degrees.map(Number);
        return distanceBetween([a, b], [c, d], String(unit));
    });
    database.define('format_value', (value, type, scale, zone, locale) =>
        value === null
            ? null
            : formatValue(value, String(type), Number(scale), { zone: String(zone), locale: String(locale) })
    );
    database.define('picklist_label', (name, value) => {
        const [object, field] = String(name).split('.');
        const values = schema().object(object)?.field(field)?.picklistValues ?? [];
        return values.find((candidate) => candidate.value === value)?.label ?? value;
    });
}
