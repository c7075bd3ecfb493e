import { ApexDecimal } from '../values/decimal.ts';
import { ApexDouble } from '../values/double.ts';
import { isNumeric, toDecimal, toNumber } from '../values/equality.ts';
import { ApexException } from '../values/exception.ts';
import { nullArgument } from '../support/refuse-nulls.ts';

const DECIMAL_TEXT = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** `Integer.valueOf`: throws TypeException on text that is no 32-bit integer. */
export function parseInteger(source: unknown): number {
    if (source === null) throw nullArgument();
    if (isNumeric(source)) return toInteger(toNumber(source));
    const text = String(source);
    const value = /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value > 2_147_483_647 || value < -2_147_483_648 || Number.isNaN(value)) throw invalid('integer', text);
    return value;
}

/** `Long.valueOf`: throws TypeException. */
export function parseLong(source: unknown): bigint {
    if (source === null) throw nullArgument();
    if (isNumeric(source)) return BigInt(Math.trunc(toNumber(source)));
    const text = String(source);
    if (!/^[+-]?\d+$/.test(text)) throw invalid('long', text);
    const value = BigInt(text.replace('+', ''));
    if (BigInt.asIntN(64, value) !== value) throw invalid('long', text);
    return value;
}

/** `Decimal.valueOf`: throws TypeException. */
export function parseDecimal(source: unknown): ApexDecimal {
    if (source === null) throw nullArgument();
    if (isNumeric(source)) return toDecimal(source);
    const text = String(source).trim();
    if (!DECIMAL_TEXT.test(text)) throw invalid('decimal', String(source));
    return ApexDecimal.of(text);
}

/** `Double.valueOf`: throws TypeException. */
export function parseDouble(source: unknown): ApexDouble {
    if (source === null) throw nullArgument();
    if (isNumeric(source)) return new ApexDouble(toNumber(source));
    const text = String(source).trim();
    if (!DECIMAL_TEXT.test(text)) throw invalid('double', String(source));
    return new ApexDouble(Number(text));
}

/** A 32-bit Integer of a number: the fraction is dropped, what is too large wraps. */
export function toInteger(value: number): number {
    if (Math.abs(value) < 2 ** 53) return Math.trunc(value) | 0;
    return Number(BigInt.asIntN(32, BigInt(Math.trunc(value))));
}

function invalid(kind: string, text: string): ApexException {
    return new ApexException('TypeException', `Invalid ${kind}: ${text}`);
}
