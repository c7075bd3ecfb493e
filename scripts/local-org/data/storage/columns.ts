import {
    ApexBlob,
    ApexDate,
    ApexDatetime,
    ApexDecimal,
    ApexDouble,
    ApexList,
    ApexTime
} from '../../platform/values/index.ts';
import { AddressValue, LocationValue } from '../../platform/location/values.ts';
import type { AddressParts } from '../../platform/location/values.ts';
import { normalizeId } from '../schema/ids.ts';
import type { FieldSchema } from '../schema/types.ts';
import type { SqlValue } from './database.ts';

/** A field with a column of its own; the others are computed when they are read. */
export function isStored(field: FieldSchema): boolean {
    return !field.calculated && field.type !== 'ADDRESS' && field.type !== 'LOCATION';
}

/** Name of a table or column in SQL. */
export function quote(name: string): string {
    return `"${name}"`;
}

/** Type and collation of the column: text compares without case, Ids and case-sensitive fields exactly. */
export function columnType(field: FieldSchema): string {
    switch (field.apexType) {
        case 'Boolean':
        case 'Integer':
        case 'Long':
        case 'Datetime':
        case 'Time':
            return 'INTEGER';
        case 'Decimal':
        case 'Double':
            return 'REAL';
        case 'Blob':
            return 'BLOB';
        case 'Id':
        case 'Date':
            return 'TEXT';
        default:
            return field.caseSensitive ? 'TEXT' : 'TEXT COLLATE NOCASE';
    }
}

/** An Apex value as it is stored. Empty text is stored as null, as the platform does. */
export function toStored(field: FieldSchema, value: unknown): SqlValue {
    if (value === null || value === undefined || value === '') return null;
    if (field.apexType === 'Id' && typeof value === 'string') return normalizeId(value) ?? value;
    if (typeof value === 'boolean') return value ? 1 : 0;
    if (value instanceof ApexDecimal) return decimalToStored(value, field);
    if (value instanceof ApexDouble) return value.value;
    if (value instanceof ApexDate) return field.apexType === 'Datetime' ? value.epochDay * 86_400_000 : value.toIso();
    if (value instanceof ApexDatetime) return field.apexType === 'Date' ? value.toIso().slice(0, 10) : value.epoch;
    if (value instanceof ApexTime) return value.milliseconds;
    if (value instanceof ApexBlob) return value.bytes;
    if (value instanceof ApexList) return value.items.length === 0 ? null : value.items.map(String).join(';');
    if (typeof value === 'bigint' || typeof value === 'number') return value;
    return String(value);
}

function decimalToStored(value: ApexDecimal, field: FieldSchema): number {
    const exact = field.apexType === 'Decimal' ? value.value.toDecimalPlaces(field.scale, 4) : value.value;
    return exact.toNumber();
}

/** A stored value as Apex sees it. */
export function fromStored(field: FieldSchema, value: SqlValue): unknown {
    if (value === null || value === undefined) return field.apexType === 'Boolean' ? false : null;
    switch (field.apexType) {
        case 'Boolean':
            return Number(value) !== 0;
        case 'Integer':
            return Number(value);
        case 'Long':
            return BigInt(value as number);
        case 'Decimal':
            return decimalFromStored(Number(value));
        case 'Double':
            return new ApexDouble(Number(value));
        case 'Date':
            return ApexDate.parse(String(value));
        case 'Datetime':
            return new ApexDatetime(Number(value));
        case 'Time':
            return new ApexTime(Number(value));
        case 'Blob':
            return new ApexBlob(Buffer.from(value as Uint8Array));
        case 'List<Id>':
            return new ApexList('Id', String(value).split(';'));
        case 'Address':
        case 'Location':
            return compoundValue(field, JSON.parse(String(value)) as (string | number | null)[]);
        default:
            return String(value);
    }
}

/** An address or location from the values of its parts, in the order of `addressParts`. */
function compoundValue(field: FieldSchema, values: (string | number | null)[]): LocationValue {
    const names = Object.keys(field.addressParts ?? {});
    const { latitude, longitude, geocodeAccuracy, ...texts } = Object.fromEntries(
        names.map((name, index) => [name, values[index]])
    ) as Record<string, number | null> & { geocodeAccuracy?: string | null };
    if (field.apexType === 'Location') return new LocationValue(latitude, longitude);
    return new AddressValue(texts as AddressParts, latitude ?? null, longitude ?? null, geocodeAccuracy ?? null);
}

/** Sums of binary fractions carry an error in the 16th digit; no field is that precise. */
export function decimalFromStored(value: number): ApexDecimal {
    return ApexDecimal.of(Number(value.toPrecision(15)));
}

/** Would both values be stored the same? */
export function storesSame(field: FieldSchema, one: unknown, other: unknown): boolean {
    if (one === other) return true;
    const [left, right] = [toStored(field, one), toStored(field, other)];
    return left === right || (left === null && right === 0 && field.apexType === 'Boolean');
}
