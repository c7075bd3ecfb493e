import type { FieldSchema } from '../../data/schema/types.ts';
import { ApexDate, ApexDatetime, ApexDecimal, ApexDouble } from '../../platform/values/index.ts';
import type { OrgUser } from '../../platform/context.ts';

/** The currency of the org: it has one. ISO 4217. */
export const ORG_CURRENCY = 'USD';

/** A value as a person in the user's locale reads it; null when it reads as it is stored. */
export function displayValue(field: FieldSchema, value: unknown, user: OrgUser): string | null {
    if (value === null || value === undefined) {
        return null;
    }
    if (value instanceof ApexDate || value instanceof ApexDatetime) {
        return displayMoment(value, user);
    }
    if (field.type === 'PICKLIST' || field.type === 'MULTIPICKLIST') {
        return String(value)
            .split(';')
            .map((part) => labelOf(field, part))
            .join(';');
    }
    const number = numberOf(value);
    return number === null ? null : displayNumber(field, number, user);
}

function displayMoment(value: ApexDate | ApexDatetime, user: OrgUser): string {
    const locale = localeOf(user);
    if (value instanceof ApexDate) {
        const day = Date.UTC(value.year, value.month - 1, value.day);
        return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(day);
    }
    const style = { dateStyle: 'medium', timeStyle: 'short', timeZone: user.timeZone } as const;
    return new Intl.DateTimeFormat(locale, style).format(value.epoch);
}

function labelOf(field: FieldSchema, value: string): string {
    return field.picklistValues.find((candidate) => candidate.value === value)?.label ?? value;
}

function numberOf(value: unknown): number | null {
    if (value instanceof ApexDecimal) {
        return value.toNumber();
    }
    if (value instanceof ApexDouble) {
        return value.value;
    }
    return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : null;
}

function displayNumber(field: FieldSchema, number: number, user: OrgUser): string {
    const locale = localeOf(user);
    const digits = { minimumFractionDigits: field.scale, maximumFractionDigits: field.scale };
    if (field.type === 'CURRENCY') {
        return new Intl.NumberFormat(locale, { style: 'currency', currency: ORG_CURRENCY, ...digits }).format(number);
    }
    const text = new Intl.NumberFormat(locale, field.apexType === 'Integer' ? {} : digits).format(number);
    return field.type === 'PERCENT' ? `${text}%` : text;
}

/** `en_US` as browsers write it: `en-US`. */
function localeOf(user: OrgUser): string {
    return user.locale.replaceAll('_', '-');
}
