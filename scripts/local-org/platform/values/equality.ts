import { ApexBlob } from './blob.ts';
import { ApexList, ApexMap, ApexSet } from './collections.ts';
import { ApexDate } from './date.ts';
import { ApexDatetime } from './datetime.ts';
import { ApexDecimal } from './decimal.ts';
import { ApexDouble } from './double.ts';
import { ApexEnumValue } from './object.ts';
import { SObjectValue } from './sobject.ts';
import { ApexTime } from './time.ts';
import { ApexTypeToken, SObjectFieldToken, SObjectTypeToken } from './tokens.ts';
import { callIfDefined, definesMethod } from './user-methods.ts';

/** Keys of composite values begin so; no Apex text of the outside world does. */
const MARK = '\u0000';

/** The Apex operator `==`: as `apexEquals`, but text is compared without regard to case. */
export function equalsOperator(left: unknown, right: unknown): boolean {
    if (typeof left === 'string' && typeof right === 'string') return sameTextIgnoringCase(left, right);
    return apexEquals(left, right);
}

function sameTextIgnoringCase(left: string, right: string): boolean {
    return left === right || (left.length === right.length && left.toLowerCase() === right.toLowerCase());
}

/** The method `equals`: text by case, numbers by value, collections and SObjects by content, user `equals`. */
export function apexEquals(left: unknown, right: unknown): boolean {
    if (left === right) return true;
    if (left === null || right === null || left === undefined || right === undefined) return false;
    if (isNumeric(left) && isNumeric(right)) return compareNumbers(left, right) === 0;
    if (definesMethod(left, 'equals', 1)) return callIfDefined(left, 'equals', [right]) === true;
    const key = hashKey(left);
    return typeof key === 'string' && key.startsWith(MARK) && key === hashKey(right);
}

/**
 * A key for JS maps such that two values with the same key are the same for Apex. Objects without value semantics
 * are their own key. Classes with user `hashCode` are handled by HashTable.
 */
export function hashKey(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return typeof value === 'bigint' ? Number(value) : value;
    if (value instanceof ApexDecimal || value instanceof ApexDouble) return Number(value.toJSON());
    return scalarKey(value) ?? compositeKey(value) ?? value;
}

function scalarKey(value: object): string | null {
    if (value instanceof ApexDate) return `${MARK}date:${value.toIso()}`;
    if (value instanceof ApexDatetime) return `${MARK}datetime:${value.epoch}`;
    if (value instanceof ApexTime) return `${MARK}time:${value.milliseconds}`;
    if (value instanceof ApexBlob) return `${MARK}blob:${value.bytes.toString('base64')}`;
    if (value instanceof ApexEnumValue) return `${MARK}enum:${value.typeName}.${value.name}`;
    return tokenKey(value);
}

function tokenKey(value: object): string | null {
    if (value instanceof ApexTypeToken) return `${MARK}type:${value.name.toLowerCase()}`;
    if (value instanceof SObjectTypeToken) return `${MARK}sobject:${value.objectName.toLowerCase()}`;
    if (value instanceof SObjectFieldToken) return `${MARK}field:${value.objectName}.${value.fieldName}`.toLowerCase();
    return null;
}

function compositeKey(value: object): string | null {
    if (value instanceof ApexList) return `${MARK}[${value.items.map(partKey).join(',')}]`;
    if (value instanceof ApexSet) return `${MARK}{${value.items.map(partKey).sort().join(',')}}`;
    if (value instanceof ApexMap) {
        const pairs = value.entries().map(([key, item]) => `${partKey(key)}=${partKey(item)}`);
        return `${MARK}map{${pairs.sort().join(',')}}`;
    }
    return value instanceof SObjectValue ? sobjectKey(value) : null;
}

function sobjectKey(value: SObjectValue): string {
    const parts = [...value.fields]
        .filter(([, field]) => field !== null)
        .map(([name, field]) => `${name}=${partKey(field)}`);
    return `${MARK}${value.objectName}(${parts.sort().join(',')})`;
}

const identities = new WeakMap<object, number>();
let nextIdentity = 1;

function partKey(value: unknown): string {
    if (definesMethod(value, 'hashCode', 0)) return `#${String(callIfDefined(value, 'hashCode', []))}`;
    const key = hashKey(value);
    return typeof key === 'object' && key !== null ? `@${identityOf(key)}` : (JSON.stringify(key) ?? 'undefined');
}

/** A number that stays with an object for its life: its identity hash code. */
export function identityOf(value: object): number {
    const known = identities.get(value);
    if (known !== undefined) return known;
    identities.set(value, nextIdentity);
    return nextIdentity++;
}

export type ApexNumber = number | bigint | ApexDecimal | ApexDouble;

/** Is this an Integer, Long, Double or Decimal? */
export function isNumeric(value: unknown): value is ApexNumber {
    if (typeof value === 'number' || typeof value === 'bigint') return true;
    return value instanceof ApexDecimal || value instanceof ApexDouble;
}

/** Negative, zero or positive, across the number types. */
export function compareNumbers(left: ApexNumber, right: ApexNumber): number {
    if (typeof left === 'number' && typeof right === 'number') return left - right;
    if (left instanceof ApexDouble || right instanceof ApexDouble) return toNumber(left) - toNumber(right);
    return toDecimal(left).compareTo(toDecimal(right));
}

/** The value as a JS number; a Long or Decimal may lose digits. */
export function toNumber(value: ApexNumber): number {
    if (value instanceof ApexDouble) return value.value;
    return value instanceof ApexDecimal ? value.toNumber() : Number(value);
}

/** The value as a Decimal. */
export function toDecimal(value: ApexNumber): ApexDecimal {
    if (value instanceof ApexDecimal) return value;
    return value instanceof ApexDouble ? ApexDecimal.fromDouble(value.value) : ApexDecimal.of(value);
}
