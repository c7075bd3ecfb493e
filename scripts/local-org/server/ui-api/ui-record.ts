import type { ObjectSchema } from '../../data/schema/types.ts';
import type { FieldValueRepresentation, RecordRepresentation } from '../../lightning/protocol.ts';
import { ApexDatetime, type SObjectValue } from '../../platform/values/index.ts';
import { type FieldPath, followPath } from '../records/field-path.ts';
import { RestError } from '../http/rest-error.ts';
import type { UserOrg } from '../records/user-org.ts';
import { displayValue } from './display-value.ts';

const SYSTEM_FIELDS = ['Id', 'LastModifiedDate', 'SystemModstamp', 'RecordTypeId'];

/** Which fields of an object a representation holds, and the SELECT list that brings them. */
export interface UiSelection {
    object: ObjectSchema;
    paths: FieldPath[];
    selectList: string;
}

/**
 * Chooses fields of an object by path.
 * @throws RestError INVALID_FIELD when one of `fields` does not exist or is not for this user; `optionalFields` are
 * left out instead
 */
export function selectFields(
    userOrg: UserOrg,
    object: ObjectSchema,
    fields: string[],
    optionalFields: string[] = []
): UiSelection {
    const wanted = fields.map((path) => requiredPath(userOrg, object, path));
    const optional = optionalFields
        .map((path) => followPath(userOrg, object, path))
        .filter((path) => path !== null)
        .filter((path) => path.readable);
    const paths = distinct([...wanted, ...optional]);
    return { object, paths, selectList: selectList(userOrg, object, paths) };
}

function requiredPath(userOrg: UserOrg, object: ObjectSchema, path: string): FieldPath {
    const found = followPath(userOrg, object, path);
    if (!found?.readable) {
        const message = `No such column '${path}' on entity '${object.name}'. It does not exist, or you have no access to it.`;
        throw new RestError(400, 'INVALID_FIELD', message, [path]);
    }
    return found;
}

function distinct(paths: FieldPath[]): FieldPath[] {
    return [...new Map(paths.map((path) => [path.path, path])).values()];
}

/** The paths, what identifies the record and its version, and the ids of the parents on the way. */
function selectList(userOrg: UserOrg, object: ObjectSchema, paths: FieldPath[]): string {
    const names = new Set(paths.map(({ path }) => path));
    const system = SYSTEM_FIELDS.map((name) => followPath(userOrg, object, name));
    system.filter((path) => path?.readable).forEach((path) => path && names.add(path.path));
    for (const { path } of paths) {
        const steps = path.split('.').slice(0, -1);
        steps.forEach((_step, index) => names.add(`${steps.slice(0, index + 1).join('.')}.Id`));
    }
    return [...names].join(', ');
}

/** A queried row as the UI API represents it. */
export function toUiRecord(userOrg: UserOrg, selection: UiSelection, row: SObjectValue): RecordRepresentation {
    const record = emptyRecord(row);
    for (const { path, field } of selection.paths) {
        const steps = path.split('.');
        const target = descend(record, row, steps.slice(0, -1));
        if (target) {
            target.record.fields[field.name] = fieldValue(userOrg, target.row, field);
        }
    }
    return record;
}

function emptyRecord(row: SObjectValue): RecordRepresentation {
    return {
        id: row.id ?? '',
        apiName: row.objectName,
        fields: {},
        lastModifiedDate: moment(row.fields.get('LastModifiedDate')),
        systemModstamp: moment(row.fields.get('SystemModstamp')),
        recordTypeId: (row.fields.get('RecordTypeId') as string | null | undefined) ?? null
    };
}

function moment(value: unknown): string | undefined {
    return value instanceof ApexDatetime ? value.toIso() : undefined;
}

/** Walks to a parent record and makes its representation on the way; null when there is no parent. */
function descend(
    record: RecordRepresentation,
    row: SObjectValue,
    steps: string[]
): { record: RecordRepresentation; row: SObjectValue } | null {
    let place = { record, row };
    for (const step of steps) {
        const parent = place.row.parents.get(step) ?? null;
        const field = (place.record.fields[step] ??= parentValue(parent));
        if (parent === null) {
            return null;
        }
        place = { record: field.value as RecordRepresentation, row: parent };
    }
    return place;
}

function parentValue(parent: SObjectValue | null): FieldValueRepresentation {
    return { value: parent && emptyRecord(parent), displayValue: parent && nameOf(parent) };
}

function nameOf(row: SObjectValue): string | null {
    return (row.fields.get('Name') as string | null | undefined) ?? null;
}

function fieldValue(userOrg: UserOrg, row: SObjectValue, field: FieldPath['field']): FieldValueRepresentation {
    const value = row.fields.get(field.name) ?? null;
    return { value: plainValue(value), displayValue: displayValue(field, value, userOrg.user) };
}

/** Datetimes end in `Z` here, as the UI API writes them; other values write themselves as JSON. */
function plainValue(value: unknown): FieldValueRepresentation['value'] {
    const number = typeof value === 'bigint' ? Number(value) : value;
    return (value instanceof ApexDatetime ? value.toIso() : number) as FieldValueRepresentation['value'];
}
