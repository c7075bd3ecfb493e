import { ApexDate, ApexDatetime, BigNumber } from '../../platform/values/index.ts';
import type { FormulaValue } from './values.ts';

/** The value of a global variable as text that keeps its type, so that SQL can hand it to a formula. */
export function encodeGlobal(value: FormulaValue): string | null {
    if (value === null) return null;
    if (typeof value === 'boolean') return `b${value ? 1 : 0}`;
    if (value instanceof BigNumber) return `n${value.toFixed()}`;
    if (value instanceof ApexDate) return `d${value.toIso()}`;
    if (value instanceof ApexDatetime) return `t${value.epoch}`;
    return `s${String(value)}`;
}

/** The value again. */
export function decodeGlobal(text: string | null): FormulaValue {
    if (text === null) return null;
    const body = text.slice(1);
    switch (text[0]) {
        case 'b':
            return body === '1';
        case 'n':
            return new BigNumber(body);
        case 'd':
            return ApexDate.parse(body);
        case 't':
            return new ApexDatetime(Number(body));
        default:
            return body;
    }
}
