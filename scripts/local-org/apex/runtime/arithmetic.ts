import {
    ApexDate,
    ApexDatetime,
    ApexDecimal,
    ApexDouble,
    ApexException,
    toDecimal,
    toNumber,
    type ApexNumber
} from '../../platform/values/index.ts';
import { nullPointer } from './null-pointer.ts';

type Nullable<T> = T | null;

/** Checks two operands of an operator. */
function both(left: unknown, right: unknown): void {
    if (left === null || right === null) throw nullPointer();
}

function divideByZero(): ApexException {
    return new ApexException('MathException', 'Divide by 0');
}

const long = (value: bigint): bigint => BigInt.asIntN(64, value);
const MILLISECONDS_OF_DAY = 86_400_000;

/** Operators on Integers: 32 bits, wrapping. */
export const integerArithmetic = {
    addInteger(left: number, right: number): number {
        if (left === null || right === null) throw nullPointer();
        return (left + right) | 0;
    },
    subtractInteger(left: number, right: number): number {
        if (left === null || right === null) throw nullPointer();
        return (left - right) | 0;
    },
    multiplyInteger(left: number, right: number): number {
        both(left, right);
        return Math.imul(left, right);
    },
    divideInteger(left: number, right: number): number {
        both(left, right);
        if (right === 0) throw divideByZero();
        return (left / right) | 0;
    },
    negateInteger(value: number): number {
        both(value, value);
        return -value | 0;
    },
    invertInteger(value: number): number {
        both(value, value);
        return ~value;
    },
    andInteger: (left: number, right: number) => (both(left, right), left & right),
    orInteger: (left: number, right: number) => (both(left, right), left | right),
    xorInteger: (left: number, right: number) => (both(left, right), left ^ right),
    shiftLeftInteger: (left: number, right: number) => (both(left, right), left << Number(right)),
    shiftRightInteger: (left: number, right: number) => (both(left, right), left >> Number(right)),
    shiftRightUnsignedInteger: (left: number, right: number) => (both(left, right), (left >>> Number(right)) | 0)
};

/** Operators on Longs: 64 bits, wrapping. */
export const longArithmetic = {
    addLong: (left: bigint, right: bigint) => (both(left, right), long(left + right)),
    subtractLong: (left: bigint, right: bigint) => (both(left, right), long(left - right)),
    multiplyLong: (left: bigint, right: bigint) => (both(left, right), long(left * right)),
    divideLong(left: bigint, right: bigint): bigint {
        both(left, right);
        if (right === 0n) throw divideByZero();
        return long(left / right);
    },
    negateLong: (value: bigint) => (both(value, value), long(-value)),
    invertLong: (value: bigint) => (both(value, value), ~value),
    andLong: (left: bigint, right: bigint) => (both(left, right), left & right),
    orLong: (left: bigint, right: bigint) => (both(left, right), left | right),
    xorLong: (left: bigint, right: bigint) => (both(left, right), left ^ right),
    shiftLeftLong: (left: bigint, right: bigint) => (both(left, right), long(left << (right & 63n))),
    shiftRightLong: (left: bigint, right: bigint) => (both(left, right), left >> (right & 63n)),
    shiftRightUnsignedLong: (left: bigint, right: bigint) => (
        both(left, right),
        long(BigInt.asUintN(64, left) >> (right & 63n))
    )
};

/** Operators on Doubles. */
export const doubleArithmetic = {
    addDouble: (left: ApexDouble, right: ApexDouble) => (both(left, right), new ApexDouble(left.value + right.value)),
    subtractDouble: (left: ApexDouble, right: ApexDouble) => (
        both(left, right),
        new ApexDouble(left.value - right.value)
    ),
    multiplyDouble: (left: ApexDouble, right: ApexDouble) => (
        both(left, right),
        new ApexDouble(left.value * right.value)
    ),
    divideDouble(left: ApexDouble, right: ApexDouble): ApexDouble {
        both(left, right);
        if (right.value === 0) throw divideByZero();
        return new ApexDouble(left.value / right.value);
    },
    negateDouble: (value: ApexDouble) => (both(value, value), new ApexDouble(-value.value))
};

/** Operators on Decimals. */
export const decimalArithmetic = {
    addDecimal: (left: ApexDecimal, right: ApexDecimal) => (both(left, right), left.plus(right)),
    subtractDecimal: (left: ApexDecimal, right: ApexDecimal) => (both(left, right), left.minus(right)),
    multiplyDecimal: (left: ApexDecimal, right: ApexDecimal) => (both(left, right), left.times(right)),
    divideDecimal: (left: ApexDecimal, right: ApexDecimal) => (both(left, right), left.dividedBy(right)),
    negateDecimal: (value: ApexDecimal) => (both(value, value), value.negated())
};

/** Logical operators that evaluate both sides. */
export const booleanArithmetic = {
    andBoolean: (left: boolean, right: boolean) => (both(left, right), left && right),
    orBoolean: (left: boolean, right: boolean) => (both(left, right), left || right),
    xorBoolean: (left: boolean, right: boolean) => (both(left, right), left !== right)
};

/** Changes of a number's type, and dates plus days. Null stays null. */
export const numberConversions = {
    toInteger: (value: Nullable<ApexNumber>) => (value === null ? null : toInteger(value)),
    toLong: (value: Nullable<ApexNumber>) => (value === null ? null : toLong(value)),
    toDouble: (value: Nullable<ApexNumber>) => (value === null ? null : new ApexDouble(toNumber(value))),
    toDecimal: (value: Nullable<ApexNumber>) => (value === null ? null : toDecimal(value)),
    literalDouble: (text: string) => new ApexDouble(Number(text)),
    literalDecimal: (text: string) => ApexDecimal.of(text),
    datetimeOf: (value: Nullable<ApexDate | ApexDatetime>) =>
        value instanceof ApexDate ? new ApexDatetime(value.epochDay * MILLISECONDS_OF_DAY) : value,
    addDays(value: ApexDate | ApexDatetime, days: ApexDecimal, sign: number): ApexDate | ApexDatetime {
        both(value, days);
        const amount = days.toNumber() * sign;
        if (value instanceof ApexDate) return ApexDate.fromEpochDay(value.epochDay + Math.trunc(amount));
        return new ApexDatetime(value.epoch + Math.round(amount * MILLISECONDS_OF_DAY));
    }
};

function toInteger(value: ApexNumber): number {
    return typeof value === 'bigint' ? Number(BigInt.asIntN(32, value)) : Math.trunc(toNumber(value)) | 0;
}

function toLong(value: ApexNumber): bigint {
    if (typeof value === 'bigint') return value;
    if (typeof value === 'number') return BigInt(value);
    if (value instanceof ApexDecimal) return long(BigInt(value.value.trunc().toFixed(0)));
    return long(BigInt(Math.trunc(toNumber(value))));
}
