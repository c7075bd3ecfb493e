import { NotImplementedError } from '../not-implemented.ts';
import type { SObjectValue } from '../values/sobject.ts';
import type { FieldSchema, ObjectSchema } from '../../data/schema/types.ts';

/** Fills in picklist and checkbox defaults. Throws NotImplementedError where a default is a formula. */
export function applyDefaults(record: SObjectValue, object: ObjectSchema): void {
    for (const field of object.fields.values()) {
        const value = defaultOf(field);
        if (value !== undefined && field.createable) record.fields.set(field.name, value);
    }
}

function defaultOf(field: FieldSchema): unknown {
    const picklistDefault = field.picklistValues.find((value) => value.default);
    if (picklistDefault) return picklistDefault.value;
    if (field.type === 'BOOLEAN') return field.defaultValue?.toLowerCase() === 'true';
    if (field.defaultValue === undefined) return undefined;
    const literal = /^"([^"]*)"$/.exec(field.defaultValue);
    if (literal) return literal[1];
    throw new NotImplementedError(`SObjectType.newSObject with the default formula of ${field.object}.${field.name}`);
}
