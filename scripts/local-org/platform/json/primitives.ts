import { ApexBlob } from '../values/blob.ts';
import { ApexDate } from '../values/date.ts';
import { ApexException } from '../values/exception.ts';
import { ApexTime } from '../values/time.ts';
import { parseDecimal, parseDouble, parseInteger, parseLong } from '../number/parse.ts';
import { toId } from '../text/id-text.ts';
import { parseIsoDatetime } from '../time/datetime-text.ts';
import { JsonNumber } from './parse.ts';
import type { JsonValue } from './parse.ts';

const READERS: Record<string, (text: string) => unknown> = {
    String: (text) => text,
    Id: toId,
    Integer: parseInteger,
    Long: parseLong,
    Decimal: parseDecimal,
    Double: parseDouble,
    Boolean: readBoolean,
    Date: (text) => ApexDate.parse(text),
    Datetime: readDatetime,
    Time: (text) => ApexTime.parse(text),
    Blob: (text) => new ApexBlob(Buffer.from(text, 'base64'))
};

/** The value as a primitive type; undefined when the type is none. Throws JSONException when it does not fit. */
export function readPrimitive(value: JsonValue, typeName: string): unknown {
    const reader = READERS[typeName];
    if (!reader) return undefined;
    if (value === null) return null;
    if (Array.isArray(value) || value instanceof Map) throw illegal(value, typeName);
    try {
        return reader(value instanceof JsonNumber ? value.text : String(value));
    } catch (error) {
        if (error instanceof ApexException && error.typeName === 'TypeException') throw illegal(value, typeName);
        throw error;
    }
}

function illegal(value: JsonValue, typeName: string): ApexException {
    if (Array.isArray(value))
        return new ApexException('JSONException', `Illegal value for primitive: expected ${typeName}, found an array`);
    if (value instanceof Map)
        return new ApexException('JSONException', `Illegal value for primitive: expected ${typeName}, found an object`);
    const text = value instanceof JsonNumber ? value.text : String(value);
    return new ApexException(
        'JSONException',
        `Cannot deserialize instance of ${typeName.toLowerCase()} from VALUE ${text}`
    );
}

function readBoolean(text: string): boolean {
    if (text === 'true' || text === 'false') return text === 'true';
    throw new ApexException('TypeException', `Invalid boolean: ${text}`);
}

function readDatetime(text: string): unknown {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseIsoDatetime(`${text}T00:00:00Z`) : parseIsoDatetime(text);
}
