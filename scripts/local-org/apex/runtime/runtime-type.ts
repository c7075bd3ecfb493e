import {
    ApexBlob,
    ApexDate,
    ApexDatetime,
    ApexDecimal,
    ApexDouble,
    ApexEnumValue,
    ApexException,
    ApexTime,
    ApexTypeToken,
    SObjectFieldToken,
    SObjectTypeToken
} from '../../platform/values/index.ts';
import { isId } from '../../platform/text/id-text.ts';

const CLASSES: [unknown, string][] = [
    [ApexDate, 'Date'],
    [ApexDatetime, 'Datetime'],
    [ApexTime, 'Time'],
    [ApexBlob, 'Blob'],
    [ApexDecimal, 'Decimal'],
    [ApexDouble, 'Double'],
    [ApexTypeToken, 'Type'],
    [SObjectTypeToken, 'Schema.SObjectType'],
    [SObjectFieldToken, 'Schema.SObjectField']
];
const names = new Map(CLASSES);

/** The canonical name of the type that a value has at run time. */
export function runtimeTypeOf(value: unknown): string {
    switch (typeof value) {
        case 'string':
            return 'String';
        case 'number':
            return 'Integer';
        case 'boolean':
            return 'Boolean';
        case 'bigint':
            return 'Long';
        default:
            return objectType(value);
    }
}

function objectType(value: unknown): string {
    if (value === null || value === undefined) return 'Object';
    const known = names.get((value as object).constructor);
    if (known) return known;
    if (value instanceof ApexEnumValue || value instanceof ApexException) return value.typeName;
    return (value as { apexTypeName?: string }).apexTypeName ?? 'Object';
}

/** May text be used as an Id? Text and ids are the same at run time. */
export function isIdText(value: unknown): boolean {
    return typeof value === 'string' && isId(value);
}
