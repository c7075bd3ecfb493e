import type { FieldInfo, ObjectInfo, RecordRepresentation } from '../../protocol.ts';
import { bootstrap } from 'lib/bootstrap';

/** Where a reference leads: shown as a link when the user can open that object. */
export interface ReferenceTarget {
    label: string;
    url: string | null;
}

/** What a field is called on a page: a reference shows the record it points to, not its id. */
export function fieldLabel({ label, dataType }: FieldInfo): string {
    return dataType === 'Reference' ? label.replace(/ ID$/, '') : label;
}

/** Names to read in order to show a field: itself and, for a reference, the name of the record it points to. */
export function fieldsToRead(info: ObjectInfo, fieldApiName: string): string[] {
    const field = info.fields[fieldApiName];
    const nameField = field?.referenceToInfos[0]?.nameFields[0] ?? 'Name';
    const own = `${info.apiName}.${fieldApiName}`;
    return field?.relationshipName ? [own, `${info.apiName}.${field.relationshipName}.${nameField}`] : [own];
}

/** The text that people read for a field, which may span (`Contact.Name`); empty for a field without value. */
export function displayText(record: RecordRepresentation | undefined, path: string): string {
    const names = path.split('.');
    const last = names.pop()!;
    const holder = names.reduce<RecordRepresentation | undefined>(
        (current, name) => (current?.fields[name]?.value ?? undefined) as RecordRepresentation | undefined,
        record
    );
    const field = holder?.fields[last];
    return field?.displayValue ?? (field?.value === null || field?.value === undefined ? '' : String(field.value));
}

/** Name and address of the record that a reference field points to; null when the field is empty. */
export function referenceTarget(record: RecordRepresentation | undefined, field: FieldInfo): ReferenceTarget | null {
    const id = record?.fields[field.apiName]?.value;
    if (!id) {
        return null;
    }
    const parent = field.relationshipName ? record?.fields[field.relationshipName] : undefined;
    const label = parent?.displayValue ?? firstText(parent?.value) ?? String(id);
    return { label, url: recordUrl(String(id)) };
}

/** Address of a record's page; null when the user has no page for that object. */
export function recordUrl(recordId: string): string | null {
    const summary = bootstrap.objects.find(({ keyPrefix }) => keyPrefix === recordId.slice(0, 3));
    return summary ? `/lightning/r/${summary.apiName}/${recordId}/view` : null;
}

/** Name of a record as its page shows it. */
export function recordName(record: RecordRepresentation | undefined, info: ObjectInfo): string {
    return info.nameFields.map((field) => displayText(record, field)).find(Boolean) ?? '';
}

function firstText(parent: unknown): string | undefined {
    const fields = (parent as RecordRepresentation | null)?.fields;
    const value = fields && Object.values(fields).find((field) => typeof field.value === 'string')?.value;
    return value ? String(value) : undefined;
}
