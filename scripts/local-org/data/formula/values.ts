import { DateTime } from 'luxon';
import { ApexDate, ApexDatetime, ApexDecimal, ApexDouble, ApexTime, BigNumber } from '../../platform/values/index.ts';

/** What a formula computes with: text, exact numbers, true and false, dates, moments, times, nothing. */
export type FormulaValue = string | boolean | BigNumber | ApexDate | ApexDatetime | ApexTime | null;

/** An Apex value in a formula. */
export function fromApex(value: unknown): FormulaValue {
    if (value === null || value === undefined || value === '') return null;
    if (typeof value === 'number' || typeof value === 'bigint') return new BigNumber(String(value));
    if (value instanceof ApexDecimal) return value.value;
    if (value instanceof ApexDouble) return new BigNumber(value.value);
    return value as FormulaValue;
}

export function isBlank(value: FormulaValue): boolean {
    return value === null || value === '';
}

export function number(value: FormulaValue): BigNumber | null {
    if (value === null || value instanceof BigNumber) return value;
    if (typeof value === 'boolean') return new BigNumber(value ? 1 : 0);
    return value === '' ? null : new BigNumber(String(value));
}

export function text(value: FormulaValue): string {
    if (value === null) return '';
    if (value instanceof BigNumber) return value.toFixed();
    if (value instanceof ApexDate) return value.toIso();
    if (value instanceof ApexDatetime) return value.toIso().slice(0, 19).replace('T', ' ') + 'Z';
    return String(value);
}

export function truth(value: FormulaValue): boolean {
    return value === true;
}

/** Days since 1970, with the fraction of the day for a moment. */
function days(value: FormulaValue): BigNumber | null {
    if (value instanceof ApexDate) return new BigNumber(value.epochDay);
    if (value instanceof ApexDatetime) return new BigNumber(value.epoch).div(86_400_000);
    return null;
}

/** Sum or difference; days are added to dates, and two dates differ by days. */
export function add(left: FormulaValue, right: FormulaValue, sign: 1 | -1): FormulaValue {
    if (left === null || right === null) return null;
    const [leftDays, rightDays] = [days(left), days(right)];
    if (leftDays && rightDays) return leftDays.minus(rightDays);
    if (leftDays) return moved(left, (number(right) as BigNumber).times(sign));
    if (rightDays) return moved(right, number(left) as BigNumber);
    if (typeof left === 'string' || typeof right === 'string') return text(left) + text(right);
    return (number(left) as BigNumber).plus((number(right) as BigNumber).times(sign));
}

function moved(value: FormulaValue, byDays: BigNumber): FormulaValue {
    if (value instanceof ApexDate) return ApexDate.fromEpochDay(value.epochDay + Math.trunc(byDays.toNumber()));
    return new ApexDatetime((value as ApexDatetime).epoch + byDays.times(86_400_000).toNumber());
}

/** Negative, zero or positive; null when one of the values is empty. */
export function compare(left: FormulaValue, right: FormulaValue): number | null {
    if (left === null || right === null) return null;
    const [leftDays, rightDays] = [days(left), days(right)];
    if (leftDays && rightDays) return leftDays.comparedTo(rightDays);
    if (left instanceof ApexTime && right instanceof ApexTime) return left.compareTo(right);
    if (left instanceof BigNumber || right instanceof BigNumber) {
        return (number(left) as BigNumber).comparedTo(number(right) as BigNumber);
    }
    return text(left) < text(right) ? -1 : text(left) > text(right) ? 1 : 0;
}

/** Equality of formulas: text by case, and nothing equals empty text. */
export function equal(left: FormulaValue, right: FormulaValue): boolean {
    if (isBlank(left) || isBlank(right)) return isBlank(left) && isBlank(right);
    return compare(left, right) === 0;
}

export function dateTimeOf(value: FormulaValue): DateTime | null {
    if (value instanceof ApexDate) return DateTime.fromISO(value.toIso(), { zone: 'UTC' });
    if (value instanceof ApexDatetime) return DateTime.fromMillis(value.epoch, { zone: 'UTC' });
    if (value instanceof ApexTime) return DateTime.fromMillis(value.milliseconds, { zone: 'UTC' });
    return null;
}
