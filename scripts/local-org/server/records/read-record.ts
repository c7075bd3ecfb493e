import type { ObjectSchema } from '../../data/schema/types.ts';
import { SObjectValue } from '../../platform/values/index.ts';
import { RestError, malformed } from '../http/rest-error.ts';
import { readValue } from './read-value.ts';

/** A record as a client sends it. */
export type JsonRecord = Record<string, unknown>;

/**
 * Builds the record that a JSON body describes; `attributes` says its type elsewhere and is skipped.
 * @throws RestError INVALID_FIELD for an unknown field, JSON_PARSER_ERROR for a value of the wrong type
 */
export function readRecord(object: ObjectSchema, body: JsonRecord, id: string | null = null): SObjectValue {
    const record = new SObjectValue(object.name);
    for (const [name, value] of Object.entries(asJsonRecord(body))) {
        if (name !== 'attributes') {
            setField(object, record, name, value);
        }
    }
    if (id !== null) {
        record.fields.set('Id', id);
    }
    return record;
}

/** Checks that a body is a JSON object. */
export function asJsonRecord(body: unknown): JsonRecord {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) {
        throw malformed('The request body must be a JSON object.');
    }
    return body as JsonRecord;
}

function setField(object: ObjectSchema, record: SObjectValue, name: string, value: unknown): void {
    const field = object.field(name);
    if (!field) {
        throw new RestError(400, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`, [name]);
    }
    record.fields.set(field.name, readValue(field, value));
}
