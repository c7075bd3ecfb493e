import { commentBody } from './entry.ts';
import type { ImportTarget, NewRecord } from './target.ts';
import type { CaseThread } from './threads.ts';

/** Account and contact of a case. */
export interface Parties {
    accountId: string | null;
    contactId: string | null;
}

/** The record of a case. The subject of a case that has none is the beginning of its description. */
export function caseRecord({ fields }: CaseThread, parties: Parties, target: ImportTarget): NewRecord {
    const subject = fields.subject ?? (fields.description ?? '').replace(/\s+/g, ' ').slice(0, 80);
    return withoutBlanks({
        Subject: subject,
        Description: fields.description,
        Status: fields.status,
        Priority: fields.priority,
        Origin: fields.origin,
        AccountId: parties.accountId,
        ContactId: parties.contactId,
        ...created(fields.created_date, target)
    });
}

/** The record of one entry, with the object it belongs to. */
export function entryRecord(
    thread: CaseThread,
    entry: CaseThread['entries'][number],
    caseId: string,
    target: ImportTarget
): { object: string; record: NewRecord } {
    if (entry.type === 'comment') {
        const record = { ParentId: caseId, CommentBody: commentBody(entry), ...created(entry.date, target) };
        return { object: 'CaseComment', record: withoutBlanks(record) };
    }
    const incoming = entry.type === 'email_in';
    const record = {
        ParentId: caseId,
        Incoming: incoming,
        Status: incoming ? '1' : '3',
        Subject: thread.fields.subject,
        TextBody: entry.text,
        FromName: entry.author || (incoming ? thread.fields.contact_name : undefined),
        FromAddress: entry.authorEmail || (incoming ? thread.fields.contact_email : undefined),
        ToAddress: incoming ? undefined : thread.fields.contact_email,
        MessageDate: entry.date ?? undefined,
        ...created(entry.date, target)
    };
    return { object: 'EmailMessage', record: withoutBlanks(record) };
}

/** The record of a contact: the last word of the name is the last name. */
export function contactRecord(name: string, email: string | undefined, accountId: string | null): NewRecord {
    const [last, ...first] = name.trim().split(/\s+/).reverse();
    return withoutBlanks({
        LastName: last.slice(0, 80),
        FirstName: first.reverse().join(' ').slice(0, 40),
        Email: email,
        AccountId: accountId
    });
}

function created(date: string | null | undefined, target: ImportTarget): NewRecord {
    return date && target.setsDates ? { CreatedDate: date, LastModifiedDate: date } : {};
}

function withoutBlanks(record: NewRecord): NewRecord {
    return Object.fromEntries(
        Object.entries(record).filter(([, value]) => value !== undefined && value !== null && value !== '')
    );
}
