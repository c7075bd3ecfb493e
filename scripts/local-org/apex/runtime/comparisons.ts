import { toId } from '../../platform/text/id-text.ts';
import {
    apexCompare,
    ApexDate,
    ApexDatetime,
    apexEquals,
    equalsOperator,
    isNumeric,
    SObjectValue
} from '../../platform/values/index.ts';

/** Order of two values for `<` and its kind: text without regard to case; null when one is null, and nothing is true of it. */
function order(left: unknown, right: unknown): number | null {
    if (left === null || right === null) return null;
    if (typeof left === 'string' && typeof right === 'string') {
        const [first, second] = [left.toLowerCase(), right.toLowerCase()];
        return first < second ? -1 : first > second ? 1 : 0;
    }
    return apexCompare(moment(left, right), moment(right, left));
}

/** A Date beside a Datetime counts as its midnight. */
function moment(value: unknown, other: unknown): unknown {
    return value instanceof ApexDate && other instanceof ApexDatetime
        ? new ApexDatetime(value.epochDay * 86_400_000)
        : value;
}

function idText(value: unknown): unknown {
    return typeof value === 'string' && value.length === 15 ? tryToId(value) : value;
}

function tryToId(text: string): string {
    try {
        return toId(text);
    } catch {
        return text;
    }
}

/** The comparison operators. A comparison with null is false. */
export const comparisons = {
    lessInteger: (left: number | null, right: number | null) => left !== null && right !== null && left < right,
    greaterInteger: (left: number | null, right: number | null) => left !== null && right !== null && left > right,
    atMostInteger: (left: number | null, right: number | null) => left !== null && right !== null && left <= right,
    atLeastInteger: (left: number | null, right: number | null) => left !== null && right !== null && left >= right,
    less: (left: unknown, right: unknown) => (order(left, right) ?? 0) < 0,
    greater: (left: unknown, right: unknown) => (order(left, right) ?? 0) > 0,
    atMost: (left: unknown, right: unknown) => (order(left, right) ?? 1) <= 0,
    atLeast: (left: unknown, right: unknown) => (order(left, right) ?? -1) >= 0,
    equals: (left: unknown, right: unknown) => equalsOperator(left, right),
    sameText: (left: string | null, right: string | null) =>
        left === right ||
        (left !== null && right !== null && left.length === right.length && left.toLowerCase() === right.toLowerCase()),
    sameId: (left: unknown, right: unknown) => idText(left) === idText(right),
    /** `===`: the same object; numbers and text by value. */
    identical(left: unknown, right: unknown): boolean {
        if (left === right) return true;
        return isNumeric(left) && isNumeric(right) && apexEquals(left, right);
    },
    equalObjects: (left: unknown, right: unknown) => apexEquals(left, right),
    isRecord: (value: unknown) => value instanceof SObjectValue
};
