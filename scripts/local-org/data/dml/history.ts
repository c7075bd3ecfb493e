import { ApexDatetime, SObjectValue, apexToString } from '../../platform/values/index.ts';
import type { FieldSchema, ObjectSchema } from '../schema/types.ts';
import type { DmlEnvironment } from './environment.ts';
import type { Work } from './work.ts';

/** Rows of the history object for tracked fields that changed. */
export function writeHistory(object: ObjectSchema, works: Work[], environment: DmlEnvironment, userId: string): void {
    const tracked = [...object.fields.values()].filter((field) => field.trackHistory);
    if (tracked.length === 0) return;
    const history = environment
        .schema()
        .objects()
        .find((one) => one.kind === 'history' && one.parentObject === object.name && one.field('NewValue'));
    if (!history) return;
    const rows = works.flatMap((work) =>
        tracked.filter((field) => changed(work, field)).map((field) => row(history, work, field))
    );
    const ids = environment.sequences.ids(history, rows.length);
    const now = new ApexDatetime(environment.now());
    rows.forEach((record, index) => {
        record.fields.set('Id', ids[index]);
        record.fields.set('IsDeleted', false);
        for (const name of ['CreatedDate', 'LastModifiedDate', 'SystemModstamp']) record.fields.set(name, now);
        for (const name of ['CreatedById', 'LastModifiedById']) record.fields.set(name, userId);
    });
    environment.rows.insert(history, rows);
}

function changed({ record, old }: Work, field: FieldSchema): boolean {
    return old !== null && asText(old.fields.get(field.name)) !== asText(record.fields.get(field.name));
}

/** Long texts are tracked without their values. */
function row(history: ObjectSchema, { record, old }: Work, field: FieldSchema): SObjectValue {
    const entry = new SObjectValue(history.name);
    entry.fields.set(history.controlledBy as string, record.id);
    entry.fields.set('Field', field.name);
    entry.fields.set('DataType', field.type === 'REFERENCE' ? 'EntityId' : 'Text');
    if (field.type !== 'LONGTEXTAREA') {
        entry.fields.set('OldValue', asText(old?.fields.get(field.name)));
        entry.fields.set('NewValue', asText(record.fields.get(field.name)));
    }
    return entry;
}

function asText(value: unknown): string | null {
    return value === null || value === undefined ? null : apexToString(value);
}
