import { context } from '../context.ts';
import { ApexList } from '../values/collections.ts';
import { ApexException } from '../values/exception.ts';
import { SObjectValue } from '../values/sobject.ts';
import type { ObjectSchema } from '../../data/schema/types.ts';
import type { JsonValue } from './parse.ts';

type TypedReader = (value: JsonValue, typeName: string, strict: boolean) => unknown;

/** A record from JSON: fields, parents, and children as `{"records": […]}`. Throws JSONException on unknown columns. */
export function readSObject(source: Map<string, JsonValue>, typeName: string, readTyped: TypedReader): SObjectValue {
    const object = objectOf(source, typeName);
    const record = new SObjectValue(object.name);
    for (const [name, value] of source) if (name !== 'attributes') readMember(record, object, name, value, readTyped);
    return record;
}

function objectOf(source: Map<string, JsonValue>, typeName: string): ObjectSchema {
    const attributes = source.get('attributes');
    const named = attributes instanceof Map ? attributes.get('type') : null;
    const name = typeName === 'SObject' ? named : typeName;
    const object = typeof name === 'string' ? context().org.schema.object(name) : undefined;
    if (!object)
        throw new ApexException('JSONException', 'Cannot determine the SObject type: attributes.type is missing');
    return object;
}

function readMember(
    record: SObjectValue,
    object: ObjectSchema,
    name: string,
    value: JsonValue,
    readTyped: TypedReader
): void {
    const field = object.field(name);
    if (field) {
        record.fields.set(field.name, readTyped(value, field.apexType, false));
        return;
    }
    if (!readParent(record, object, name, value, readTyped) && !readChildren(record, object, name, value, readTyped)) {
        throw new ApexException('JSONException', `No such column '${name}' on sobject of type ${object.name}`);
    }
}

function readParent(
    record: SObjectValue,
    object: ObjectSchema,
    name: string,
    value: JsonValue,
    readTyped: TypedReader
): boolean {
    const reference = object.relationship(name);
    if (!reference?.relationshipName) return false;
    const type = reference.referenceTo.length === 1 ? reference.referenceTo[0] : 'SObject';
    record.parents.set(reference.relationshipName, readTyped(value, type, false) as SObjectValue | null);
    return true;
}

function readChildren(
    record: SObjectValue,
    object: ObjectSchema,
    name: string,
    value: JsonValue,
    readTyped: TypedReader
): boolean {
    const relationship = object.childRelationship(name);
    if (!relationship?.name) return false;
    const rows = value instanceof Map ? (value.get('records') ?? []) : value;
    const list = readTyped(rows, `List<${relationship.childObject}>`, false);
    record.children.set(relationship.name, (list as ApexList | null) ?? new ApexList(relationship.childObject));
    return true;
}
