import { DateTime } from 'luxon';
import type { SqlValue } from '../storage/database.ts';

const NUMBERS = new Set(['INTEGER', 'LONG', 'DOUBLE', 'CURRENCY', 'PERCENT']);

/** A stored value as FORMAT() shows it in a locale (`en_US`) and time zone. The org has one currency, US dollars. */
export function formatValue(
    value: SqlValue,
    type: string,
    scale: number,
    { zone, locale }: { zone: string; locale: string }
): string {
    const tag = locale.replace(/_/g, '-');
    if (NUMBERS.has(type)) return formatNumber(Number(value), type, scale, tag);
    if (type === 'DATE') return DateTime.fromISO(String(value), { zone: 'UTC' }).setLocale(tag).toLocaleString();
    if (type !== 'DATETIME') return String(value);
    const moment = DateTime.fromMillis(Number(value), { zone }).setLocale(tag);
    return moment.toLocaleString(DateTime.DATETIME_SHORT).replace(/\u202f/g, ' ');
}

function formatNumber(value: number, type: string, scale: number, tag: string): string {
    const digits = { minimumFractionDigits: scale, maximumFractionDigits: scale };
    if (type === 'CURRENCY') return value.toLocaleString(tag, { style: 'currency', currency: 'USD', ...digits });
    const text = value.toLocaleString(tag, digits);
    return type === 'PERCENT' ? `${text}%` : text;
}
