import { ApexException } from '../../platform/values/index.ts';
import type { SObjectValue } from '../../platform/values/index.ts';
import type { ObjectSchema } from '../schema/types.ts';
import { toStored } from '../storage/columns.ts';
import type { Rows } from '../storage/rows.ts';
import { fail } from './work.ts';
import type { Work } from './work.ts';

interface Match {
    record: SObjectValue;
    index: number;
    /** The record is to be inserted. */
    created: boolean;
}

/** Decides for each record of an upsert whether it is inserted or updated. */
export function matchUpsert(
    object: ObjectSchema,
    entries: { record: SObjectValue; index: number }[],
    externalIdField: string | undefined,
    rows: Rows
): { matches: Match[]; failures: Work[] } {
    if (!externalIdField || externalIdField.toLowerCase() === 'id') {
        return { matches: entries.map((entry) => ({ ...entry, created: !entry.record.id })), failures: [] };
    }
    const field = object.field(externalIdField);
    if (!field || !(field.externalId || field.unique || field.nameField)) {
        throw new ApexException('SObjectException', `Field ${externalIdField} is not an external id of ${object.name}`);
    }
    const key = (record: SObjectValue): string =>
        String(toStored(field, record.fields.get(field.name)) ?? '').toLowerCase();
    const found = new Map<string, string[]>();
    for (const row of rows.idsWhere(
        object,
        field.name,
        entries.map(({ record }) => toStored(field, record.fields.get(field.name)))
    )) {
        const value = String(row.value).toLowerCase();
        found.set(value, [...(found.get(value) ?? []), row.id]);
    }
    const matches: Match[] = [];
    const failures: Work[] = [];
    for (const { record, index } of entries) {
        const ids = found.get(key(record)) ?? [];
        if (key(record) === '')
            failures.push(failure(record, index, 'MISSING_ARGUMENT', `${field.name} not specified`));
        else if (ids.length > 1) failures.push(failure(record, index, 'DUPLICATE_VALUE', tooMany(ids)));
        else if (ids.length === 0) matches.push({ record, index, created: true });
        else matches.push({ record: withId(record, ids[0]), index, created: false });
    }
    return { matches, failures };
}

function tooMany(ids: string[]): string {
    return `more than one record found for external id field: [${ids.join(', ')}]`;
}

function withId(record: SObjectValue, id: string): SObjectValue {
    const copy = record.clone({ preserveId: true, preserveReadonlyTimestamps: true });
    copy.id = id;
    return copy;
}

function failure(record: SObjectValue, index: number, statusCode: string, message: string): Work {
    const work: Work = { given: record, index, record, old: null, errors: [] };
    fail(work, statusCode, message);
    return work;
}
