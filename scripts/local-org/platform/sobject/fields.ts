import { absentFieldName, isAbsentField } from '../../data/schema/absent-fields.ts';
import { context } from '../context.ts';
import { NotImplementedError } from '../not-implemented.ts';
import { ApexException } from '../values/exception.ts';
import type { SObjectValue } from '../values/sobject.ts';
import { SObjectFieldToken } from '../values/tokens.ts';
import type { FieldSchema } from '../../data/schema/types.ts';
import { coerceToField } from './coerce.ts';

/** A field by any spelling. Throws SObjectException "Invalid field X for Y". */
export function fieldOf(record: SObjectValue, name: string): FieldSchema {
    const field = context().org.schema.object(record.objectName)?.field(name);
    if (!field) throw invalidField(record, name);
    return field;
}

/** The name that `get`, `put` and `isSet` were given: a String or an SObjectField. */
export function fieldName(field: string | SObjectFieldToken | null): string {
    if (field === null) throw new ApexException('NullPointerException', 'Argument cannot be null.');
    return field instanceof SObjectFieldToken ? field.fieldName : field;
}

/** `record.get(name)`; an unset checkbox reads as false. */
export function readField(record: SObjectValue, name: string): unknown {
    if (record.objectName === 'AggregateResult') return readAlias(record, name);
    const field = context().org.schema.object(record.objectName)?.field(name);
    if (!field) return readQueriedAlias(record, name);
    const value = record.read(field.name);
    return value === null && field.type === 'BOOLEAN' && record.objectName === field.object ? false : value;
}

/** The alias of a function in the select list, such as `toLabel(Status) words`: no field, but a name that was queried. */
function readQueriedAlias(record: SObjectValue, name: string): unknown {
    const alias = [...(record.queriedFields ?? [])].find((queried) => queried.toLowerCase() === name.toLowerCase());
    if (alias === undefined) throw invalidField(record, name);
    return record.fields.get(alias) ?? null;
}

function readAlias(record: SObjectValue, alias: string): unknown {
    for (const [name, value] of record.fields) if (name.toLowerCase() === alias.toLowerCase()) return value;
    throw invalidField(record, alias);
}

/** `record.put(name, value)`. Returns the value that was there before. */
export function writeField(record: SObjectValue, name: string, value: unknown): unknown {
    const field = fieldOf(record, name);
    const previous = record.fields.get(field.name) ?? null;
    record.write(field.name, coerceToField(field, value));
    return previous;
}

/** The canonical name of a parent path. Throws SObjectException when there is none. */
export function relationshipOf(record: SObjectValue, name: string): string {
    const object = context().org.schema.object(record.objectName);
    const field = object?.relationship(name) ?? object?.field(name);
    if (!field?.relationshipName)
        throw new ApexException('SObjectException', `Invalid relationship ${name} for ${record.objectName}`);
    return field.relationshipName;
}

function invalidField({ objectName }: SObjectValue, name: string): ApexException {
    if (isAbsentField(objectName, name)) throw new NotImplementedError(absentFieldName(objectName, name));
    return new ApexException('SObjectException', `Invalid field ${name} for ${objectName}`);
}
