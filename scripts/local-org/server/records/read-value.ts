import type { FieldSchema } from '../../data/schema/types.ts';
import { ApexBlob, ApexDate, ApexDatetime, ApexDecimal, ApexDouble, ApexTime } from '../../platform/values/index.ts';
import { RestError, malformed } from '../http/rest-error.ts';
import { recordId } from './record-id.ts';

type Reader = (value: unknown) => unknown;

const READERS: Partial<Record<FieldSchema['apexType'], Reader>> = {
    Id: (value) => recordId(value),
    Boolean: (value) => (value === 'true' || value === 'false' ? value === 'true' : only('boolean', value)),
    Integer: (value) => wholeNumber(value),
    Long: (value) => BigInt(wholeNumber(value)),
    Decimal: (value) => ApexDecimal.of(numberText(value)),
    Double: (value) => new ApexDouble(Number(numberText(value))),
    Date: (value) => ApexDate.parse(text(value)),
    Datetime: (value) => new ApexDatetime(epoch(text(value))),
    Time: (value) => ApexTime.parse(text(value)),
    Blob: (value) => new ApexBlob(Buffer.from(text(value), 'base64'))
};

/**
 * The Apex value of a JSON value for a field.
 * @throws RestError JSON_PARSER_ERROR when the value is not of the field's type
 */
export function readValue(field: FieldSchema, value: unknown): unknown {
    if (value === null || value === undefined || value === '') {
        return null;
    }
    try {
        return (READERS[field.apexType] ?? plainText)(value);
    } catch (error) {
        if (error instanceof RestError) {
            throw error;
        }
        throw malformed(
            `Cannot deserialize instance of ${field.type.toLowerCase()} from value ${JSON.stringify(value)} of field ${field.name}`
        );
    }
}

function plainText(value: unknown): string {
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : text(value);
}

function text(value: unknown): string {
    return only('string', value) as string;
}

function only(type: string, value: unknown): unknown {
    if (typeof value !== type) {
        throw new TypeError(`expected ${type}`);
    }
    return value;
}

function numberText(value: unknown): string {
    const number = String(value).trim();
    if (number === '' || !Number.isFinite(Number(number)) || !['number', 'string'].includes(typeof value)) {
        throw new TypeError('expected a number');
    }
    return number;
}

function wholeNumber(value: unknown): number {
    const number = Number(numberText(value));
    if (!Number.isInteger(number)) {
        throw new TypeError('expected a whole number');
    }
    return number;
}

/** Milliseconds of an ISO moment; Salesforce's own `+0000` has no colon, and a moment without a zone is UTC. */
function epoch(moment: string): number {
    const zoned = /([+-]\d{2}:?\d{2}|Z)$/.test(moment) || !moment.includes('T') ? moment : `${moment}Z`;
    const milliseconds = Date.parse(zoned.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
    if (Number.isNaN(milliseconds)) {
        throw new TypeError('expected a moment');
    }
    return milliseconds;
}
