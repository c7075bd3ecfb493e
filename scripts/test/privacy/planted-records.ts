import { literal, type RoadSession } from './road-session.ts';

/** Texts to put into one record and what belongs to it. */
export interface Entry {
    text: string;
    via: 'text' | 'html';
}

/**
 * How a record of each use case is made that holds given texts, by the use case's developer name. A use case that ships without one
 * fails the privacy test: whoever adds a use case says here where its text comes from.
 */
export const RECORDS: Record<
    string,
    (session: RoadSession, entries: string[], html: string[], person: string) => string
> = {
    Case_Summary: caseWith
};

/** A case whose description, comments, e-mails and task hold the texts; its id. */
export function caseWith(session: RoadSession, texts: string[], html: string[], person: string): string {
    const [description = '', comment = '', email = '', task = ''] = inFour(texts);
    const [first, ...rest] = person.split(' ');
    const log = session.apex(`
        Account account = new Account(Name = 'Planted Account');
        insert account;
        Contact person = new Contact(FirstName = ${literal(first)}, LastName = ${literal(rest.join(' '))}, AccountId = account.Id);
        insert person;
        Case record = new Case(Subject = 'Planted texts', Description = ${literal(description)}, ContactId = person.Id);
        insert record;
        insert new CaseComment(ParentId = record.Id, CommentBody = ${literal(comment)});
        insert new EmailMessage(ParentId = record.Id, Incoming = true, Subject = 'Planted', TextBody = ${literal(email)},
            FromAddress = 'planted@example.com', ToAddress = 'desk@example.com', MessageDate = System.now());
        ${html.length === 0 ? '' : `insert new EmailMessage(ParentId = record.Id, Incoming = true, Subject = 'Planted', HtmlBody = ${literal(html.join('\n'))}, FromAddress = 'planted@example.com', ToAddress = 'desk@example.com', MessageDate = System.now());`}
        insert new Task(WhatId = record.Id, Subject = 'Planted', Description = ${literal(task)}, Status = 'Not Started', Priority = 'Normal');
        System.debug(record.Id);`);
    return log.at(-1) ?? '';
}

function inFour(texts: string[]): string[] {
    const size = Math.ceil(texts.length / 4);
    return [0, 1, 2, 3].map((part) => texts.slice(part * size, (part + 1) * size).join('\n\n'));
}
