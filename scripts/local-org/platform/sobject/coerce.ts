import { context } from '../context.ts';
import { toId } from '../text/id-text.ts';
import { ApexBlob } from '../values/blob.ts';
import { ApexDate } from '../values/date.ts';
import { ApexDatetime } from '../values/datetime.ts';
import { ApexDouble } from '../values/double.ts';
import { isNumeric, toDecimal, toNumber } from '../values/equality.ts';
import { ApexException } from '../values/exception.ts';
import { ApexTime } from '../values/time.ts';
import type { FieldSchema } from '../../data/schema/types.ts';

/**
 * A value as `SObject.put` stores it in a field: widened where Apex widens (Integer to Decimal, Date to Datetime,
 * String to Id). Throws SObjectException where the types do not fit.
 */
export function coerceToField(field: FieldSchema, value: unknown): unknown {
    if (value === null) return null;
    const coerced = COERCIONS[field.apexType]?.(value);
    if (coerced === undefined) throw illegalAssignment(value, field.apexType);
    return coerced;
}

const COERCIONS: Record<string, (value: unknown) => unknown> = {
    Id: (value) => (typeof value === 'string' ? toId(value) : undefined),
    String: (value) => (typeof value === 'string' ? value : undefined),
    Boolean: (value) => (typeof value === 'boolean' ? value : undefined),
    Integer: (value) => (typeof value === 'number' ? value : isNumeric(value) ? wholeNumber(value) : undefined),
    Long: (value) => (typeof value === 'bigint' ? value : typeof value === 'number' ? BigInt(value) : undefined),
    Decimal: (value) => (isNumeric(value) ? toDecimal(value) : undefined),
    Double: (value) => (isNumeric(value) ? new ApexDouble(toNumber(value)) : undefined),
    Date: (value) => (value instanceof ApexDate ? value : value instanceof ApexDatetime ? dateOf(value) : undefined),
    Datetime: (value) =>
        value instanceof ApexDatetime ? value : value instanceof ApexDate ? midnight(value) : undefined,
    Time: (value) => (value instanceof ApexTime ? value : undefined),
    Blob: (value) => (value instanceof ApexBlob ? value : undefined),
    Object: (value) => value
};

function wholeNumber(value: Parameters<typeof toNumber>[0]): number | undefined {
    const number = toNumber(value);
    return Number.isInteger(number) ? number : undefined;
}

function dateOf(value: ApexDatetime): ApexDate {
    return ApexDate.fromUtc(new Date(value.epoch));
}

function midnight(value: ApexDate): ApexDatetime {
    return new ApexDatetime(value.epochDay * 86_400_000);
}

function illegalAssignment(value: unknown, fieldType: string): ApexException {
    const valueType = context().org.types.typeOf(value);
    return new ApexException('SObjectException', `Illegal assignment from ${valueType} to ${fieldType}`);
}
