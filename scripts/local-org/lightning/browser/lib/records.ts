import type { RecordInput, RecordRepresentation } from '../../protocol.ts';
import { uiApi, uiApiSend } from 'lib/http';

/** A field as components name it: `Case.Subject` or an import of @salesforce/schema. */
export type FieldReference = string | { readonly objectApiName: string; readonly fieldApiName: string };

/** `Case.Subject` of either form of a field reference. */
export function qualifiedName(field: FieldReference): string {
    return typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`;
}

/** Reads a record in user mode; a field in `optionalFields` that the user may not see is left out. */
export function readRecord(
    recordId: string,
    fields: FieldReference[],
    optionalFields: FieldReference[] = []
): Promise<RecordRepresentation> {
    const list = (names: FieldReference[]): string => names.map(qualifiedName).join(',');
    return uiApi(`/records/${recordId}`, { fields: list(fields), optionalFields: list(optionalFields) });
}

/** Creates a record and tells everything that shows one of the records it points to. */
export async function create(input: RecordInput): Promise<RecordRepresentation> {
    const record = await uiApiSend<RecordRepresentation>('POST', '/records', input);
    await recordsChanged([record.id, ...idsIn(input.fields)]);
    return record;
}

/** Saves changed fields and tells everything that shows the record. */
export async function update(recordId: string, fields: Record<string, unknown>): Promise<RecordRepresentation> {
    const record = await uiApiSend<RecordRepresentation>('PATCH', `/records/${recordId}`, { fields });
    await recordsChanged([recordId, ...idsIn(fields)]);
    return record;
}

/** Deletes a record and tells everything that shows it. */
export async function remove(recordId: string): Promise<void> {
    await uiApiSend('DELETE', `/records/${recordId}`);
    await recordsChanged([recordId]);
}

type Listener = () => unknown;
const listeners = new Map<string, Set<Listener>>();

/** Calls `listener` whenever the record, or a record that points to it, may have changed. Returns how to stop. */
export function watchRecord(recordId: string, listener: Listener): () => void {
    const watching = listeners.get(recordId) ?? new Set();
    listeners.set(recordId, watching.add(listener));
    return () => watching.delete(listener);
}

/** Has everything that shows one of these records load it again. */
export async function recordsChanged(recordIds: string[]): Promise<void> {
    const affected = new Set(recordIds.flatMap((recordId) => [...(listeners.get(recordId) ?? [])]));
    await Promise.all([...affected].map((listener) => listener()));
}

function idsIn(fields: Record<string, unknown>): string[] {
    return Object.values(fields).filter((value): value is string => /^[a-zA-Z0-9]{18}$/.test(String(value)));
}
