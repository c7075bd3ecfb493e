import { ApexDate } from './date.ts';
import { ApexDatetime } from './datetime.ts';
import { compareNumbers, isNumeric } from './equality.ts';
import { ApexException } from './exception.ts';
import { ApexEnumValue } from './object.ts';
import { SObjectValue } from './sobject.ts';
import { ApexTime } from './time.ts';
import { callIfDefined, definesMethod } from './user-methods.ts';

/** Order of `List.sort()`: nulls first, text by code unit, numbers, dates, enums by ordinal, Comparable objects. */
export function apexCompare(left: unknown, right: unknown): number {
    if (left === right) return 0;
    if (left === null) return -1;
    if (right === null) return 1;
    return compareScalars(left, right) ?? compareObjects(left, right);
}

function compareScalars(left: unknown, right: unknown): number | null {
    if (isNumeric(left) && isNumeric(right)) return compareNumbers(left, right);
    if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0;
    if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
    if (left instanceof ApexDate && right instanceof ApexDate) return left.compareTo(right);
    if (left instanceof ApexDatetime && right instanceof ApexDatetime) return left.compareTo(right);
    if (left instanceof ApexTime && right instanceof ApexTime) return left.compareTo(right);
    if (left instanceof ApexEnumValue && right instanceof ApexEnumValue) return left.ordinal - right.ordinal;
    return null;
}

function compareObjects(left: unknown, right: unknown): number {
    if (definesMethod(left, 'compareTo', 1)) return Number(callIfDefined(left, 'compareTo', [right]));
    if (left instanceof SObjectValue && right instanceof SObjectValue) return compareSObjects(left, right);
    throw new ApexException('ListException', 'One or more of the items in this list is not Comparable.');
}

/** SObjects sort by type, then by name, then by the standard fields in alphabetical order. */
function compareSObjects(left: SObjectValue, right: SObjectValue): number {
    const byType = apexCompare(left.objectName, right.objectName);
    if (byType !== 0) return byType;
    const names = [...new Set([...left.fields.keys(), ...right.fields.keys()])].sort(nameFirst);
    for (const name of names) {
        const order = apexCompare(left.fields.get(name) ?? null, right.fields.get(name) ?? null);
        if (order !== 0) return order;
    }
    return 0;
}

function nameFirst(left: string, right: string): number {
    const rank = (name: string): number => (name === 'Name' ? 0 : name.endsWith('__c') ? 2 : 1);
    return rank(left) - rank(right) || (left < right ? -1 : 1);
}
