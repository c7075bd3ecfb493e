import type { RecordRepresentation, RelatedListRecordsResponse } from '../../protocol.ts';
import { displayText, recordUrl } from 'lib/fields';
import { uiApi } from 'lib/http';

/** A task or an event. */
export interface Activity {
    id: string;
    url: string | null;
    icon: string;
    subject: string;
    /** Ready to read: due date or time, status, owner. */
    details: string;
    /** ISO: day of a task, start of an event; empty without one. */
    date: string;
    isOpen: boolean;
}

interface Kind {
    list: string;
    objectApiName: string;
    fields: string[];
    toActivity(record: RecordRepresentation): Pick<Activity, 'date' | 'isOpen' | 'details'>;
}

const kinds: Kind[] = [
    {
        list: 'Tasks',
        objectApiName: 'Task',
        fields: ['Subject', 'ActivityDate', 'Status', 'IsClosed', 'Owner.Name'],
        toActivity: (record) => ({
            date: String(record.fields.ActivityDate?.value ?? ''),
            isOpen: record.fields.IsClosed?.value !== true,
            details: join(record, 'ActivityDate', 'Status', 'Owner.Name')
        })
    },
    {
        list: 'Events',
        objectApiName: 'Event',
        fields: ['Subject', 'StartDateTime', 'Location', 'Owner.Name'],
        toActivity: (record) => ({
            date: String(record.fields.StartDateTime?.value ?? ''),
            isOpen: String(record.fields.StartDateTime?.value ?? '') >= new Date().toISOString(),
            details: join(record, 'StartDateTime', 'Location', 'Owner.Name')
        })
    }
];

/** Tasks and events of a record, in no order; throws RequestError. */
export async function readActivities(recordId: string): Promise<Activity[]> {
    return (await Promise.all(kinds.map((kind) => readKind(recordId, kind)))).flat();
}

async function readKind(recordId: string, kind: Kind): Promise<Activity[]> {
    const optionalFields = kind.fields.map((field) => `${kind.objectApiName}.${field}`).join(',');
    const path = `/related-list-records/${recordId}/${kind.list}`;
    const { records } = await uiApi<RelatedListRecordsResponse>(path, { optionalFields, pageSize: 200 });
    return records.map((record) => ({
        id: record.id,
        url: recordUrl(record.id),
        icon: `standard:${kind.objectApiName.toLowerCase()}`,
        subject: displayText(record, 'Subject') || kind.objectApiName,
        ...kind.toActivity(record)
    }));
}

function join(record: RecordRepresentation, ...paths: string[]): string {
    return paths
        .map((path) => displayText(record, path))
        .filter(Boolean)
        .join(' · ');
}
