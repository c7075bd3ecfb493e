import type { RecordRepresentation } from '../../protocol.ts';
import { displayText } from 'lib/fields';
import { uiApi } from 'lib/http';
import type { RelatedListRecordsResponse } from '../../protocol.ts';

/** A comment or an e-mail of a case. */
export interface ThreadEntry {
    id: string;
    icon: string;
    /** Who wrote it, in words. */
    author: string;
    /** `Comment`, `E-mail received`, … */
    kind: string;
    /** ISO, UTC. */
    date: string;
    subject: string;
    text: string;
}

interface Source {
    objectApiName: string;
    fields: string[];
    toEntry(record: RecordRepresentation): ThreadEntry;
}

const sources: Record<string, Source> = {
    CaseComments: {
        objectApiName: 'CaseComment',
        fields: ['CommentBody', 'CreatedDate', 'CreatedBy.Name', 'IsPublished'],
        toEntry: (record) => ({
            id: record.id,
            icon: 'standard:case_comment',
            author: displayText(record, 'CreatedBy.Name'),
            kind: record.fields.IsPublished?.value ? 'Comment, visible to the customer' : 'Internal comment',
            date: String(record.fields.CreatedDate?.value ?? ''),
            subject: '',
            text: String(record.fields.CommentBody?.value ?? '')
        })
    },
    EmailMessages: {
        objectApiName: 'EmailMessage',
        fields: [
            'Subject',
            'TextBody',
            'FromName',
            'FromAddress',
            'ToAddress',
            'MessageDate',
            'CreatedDate',
            'Incoming'
        ],
        toEntry: (record) => ({
            id: record.id,
            icon: 'standard:email',
            author: displayText(record, 'FromName') || displayText(record, 'FromAddress'),
            kind: record.fields.Incoming?.value ? 'E-mail received' : 'E-mail sent',
            date: String(record.fields.MessageDate?.value ?? record.fields.CreatedDate?.value ?? ''),
            subject: displayText(record, 'Subject'),
            text: String(record.fields.TextBody?.value ?? '')
        })
    }
};

/** The related lists that are messages. */
export const THREAD_LISTS = Object.keys(sources);

/** Whether a related list holds messages, which are read rather than listed. */
export function isThread(relatedListId: string): boolean {
    return relatedListId in sources;
}

/** All messages of a record from these lists, newest first; throws RequestError. */
export async function readThread(recordId: string, lists: string[]): Promise<ThreadEntry[]> {
    const entries = await Promise.all(lists.map((list) => readList(recordId, list)));
    return entries.flat().sort((one, other) => other.date.localeCompare(one.date));
}

async function readList(recordId: string, list: string): Promise<ThreadEntry[]> {
    const { objectApiName, fields, toEntry } = sources[list]!;
    const optionalFields = fields.map((field) => `${objectApiName}.${field}`).join(',');
    const page = await uiApi<RelatedListRecordsResponse>(`/related-list-records/${recordId}/${list}`, {
        optionalFields,
        pageSize: 200
    });
    return page.records.map(toEntry);
}
