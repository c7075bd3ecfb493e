/** `lightning/uiRecordApi` on the local org's UI API. */
import type { RecordInput, RecordRepresentation } from '../../../../protocol.ts';
import {
    create,
    qualifiedName,
    readRecord,
    recordsChanged,
    remove,
    update,
    watchRecord,
    type FieldReference
} from 'lib/records';
import { layout, layoutFields } from 'lib/objects';
import { objectOfId } from 'lib/bootstrap';
import { wireAdapter } from 'lib/wire';

interface GetRecordConfig {
    recordId?: string;
    fields?: FieldReference | FieldReference[];
    optionalFields?: FieldReference | FieldReference[];
    layoutTypes?: 'Full' | 'Compact' | ('Full' | 'Compact')[];
}

/** Wire adapter: a record, loaded anew when it was changed through the UI API or announced as changed. */
export const getRecord = wireAdapter<GetRecordConfig, RecordRepresentation>({
    load: (config) => (config.recordId ? load(config as GetRecordConfig & { recordId: string }) : null),
    watch: ({ recordId }, reload) => (recordId ? watchRecord(recordId, reload) : () => undefined)
});

async function load({ recordId, fields, optionalFields, layoutTypes }: GetRecordConfig & { recordId: string }) {
    const fromLayout = await fieldsOfLayouts(recordId, list(layoutTypes));
    return readRecord(recordId, list(fields), [...list(optionalFields), ...fromLayout]);
}

async function fieldsOfLayouts(recordId: string, types: ('Full' | 'Compact')[]): Promise<string[]> {
    const objectApiName = objectOfId(recordId);
    if (!objectApiName || types.length === 0) {
        return [];
    }
    const layouts = await Promise.all(types.map((type) => layout(objectApiName, type)));
    return layouts.flatMap(layoutFields).map((field) => `${objectApiName}.${field}`);
}

function list<T>(value: T | T[] | undefined): T[] {
    return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** Creates a record. */
export function createRecord(input: RecordInput): Promise<RecordRepresentation> {
    return create(input);
}

/** Saves the fields of the record whose `Id` is among them. */
export function updateRecord({ fields }: RecordInput): Promise<RecordRepresentation> {
    const { Id, ...changed } = fields;
    return update(String(Id), changed);
}

/** Deletes a record. */
export function deleteRecord(recordId: string): Promise<void> {
    return remove(recordId);
}

/** Has everything that shows these records load them again. */
export function notifyRecordUpdateAvailable(records: { recordId: string }[]): Promise<void> {
    return recordsChanged(records.map(({ recordId }) => recordId));
}

/** The older name of {@link notifyRecordUpdateAvailable}. */
export function getRecordNotifyChange(records: { recordId: string }[]): void {
    void notifyRecordUpdateAvailable(records);
}

/** Value of a field, which may span relationships; undefined when the record does not hold it. */
export function getFieldValue(record: RecordRepresentation | undefined, field: FieldReference): unknown {
    return find(record, field)?.value;
}

/** What a field shows to a person; undefined when the record does not hold it. */
export function getFieldDisplayValue(record: RecordRepresentation | undefined, field: FieldReference) {
    return find(record, field)?.displayValue;
}

function find(record: RecordRepresentation | undefined, field: FieldReference) {
    const [, ...path] = qualifiedName(field).split('.');
    const last = path.pop()!;
    const holder = path.reduce<RecordRepresentation | undefined>(
        (current, name) => (current?.fields[name]?.value ?? undefined) as RecordRepresentation | undefined,
        record
    );
    return holder?.fields[last];
}
