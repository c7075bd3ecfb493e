import { comparedWith } from './compared-record.ts';
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
    Case_Summary: caseWith,
    Ask_Record: opportunityWith,
    Opportunity_Insights: opportunityWith,
    Meeting_Brief: opportunityWith,
    Next_Best_Action: opportunityWith,
    Email_Draft: opportunityWith,
    Service_History: servicedAccountWith,
    Cross_Sell: comparedWith,
    After_Call: callWith,
    Call_Part: callPartWith
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

/** An opportunity whose description, event, e-mails and task hold the texts, with the person as its contact; its id. */
export function opportunityWith(session: RoadSession, texts: string[], html: string[], person: string): string {
    const [description = '', event = '', email = '', task = ''] = inFour(texts);
    const [first, ...rest] = person.split(' ');
    const log = session.apex(`
        Account account = new Account(Name = 'Planted Account');
        insert account;
        Contact person = new Contact(FirstName = ${literal(first)}, LastName = ${literal(rest.join(' '))}, AccountId = account.Id);
        insert person;
        Opportunity record = new Opportunity(Name = 'Planted texts', Description = ${literal(description)}, AccountId = account.Id,
            StageName = 'Prospecting', CloseDate = Date.today().addDays(-3));
        insert record;
        insert new OpportunityContactRole(OpportunityId = record.Id, ContactId = person.Id, IsPrimary = true);
        insert new Event(WhatId = record.Id, Subject = 'Planted', Description = ${literal(event)}, DurationInMinutes = 30,
            ActivityDateTime = System.now().addDays(-2));
        insert new EmailMessage(RelatedToId = record.Id, Incoming = true, Subject = 'Planted', TextBody = ${literal(email)}, Status = '1',
            FromAddress = 'planted@example.com', ToAddress = 'desk@example.com', MessageDate = System.now());
        ${html.length === 0 ? '' : `insert new EmailMessage(RelatedToId = record.Id, Incoming = true, Subject = 'Planted', HtmlBody = ${literal(html.join('\n'))}, Status = '1', FromAddress = 'planted@example.com', ToAddress = 'desk@example.com', MessageDate = System.now());`}
        insert new Task(WhatId = record.Id, Subject = 'Planted', Description = ${literal(task)}, Status = 'Not Started', Priority = 'Normal');
        System.debug(record.Id);`);
    return log.at(-1) ?? '';
}

/** An account whose cases and e-mails hold the texts, with the person as the contact of the cases; its id. */
export function servicedAccountWith(session: RoadSession, texts: string[], html: string[], person: string): string {
    const [first, ...rest] = person.split(' ');
    const [email = '', ...descriptions] = inFour(texts);
    const cases = descriptions.map(
        (text) =>
            `new Case(AccountId = record.Id, ContactId = person.Id, Subject = 'Planted', Description = ${literal(text)})`
    );
    const bodies = [`TextBody = ${literal(email)}`];
    if (html.length > 0) bodies.push(`HtmlBody = ${literal(html.join('\n'))}`);
    const emails = bodies.map(
        (
            body
        ) => `new EmailMessage(RelatedToId = record.Id, Incoming = true, Subject = 'Planted', ${body}, Status = '1',
            FromAddress = 'planted@example.com', ToAddress = 'desk@example.com', MessageDate = System.now())`
    );
    const log = session.apex(`
        Account record = new Account(Name = 'Planted Account');
        insert record;
        Contact person = new Contact(FirstName = ${literal(first)}, LastName = ${literal(rest.join(' '))}, AccountId = record.Id);
        insert person;
        insert new List<Case>{ ${cases.join(', ')} };
        insert new List<EmailMessage>{ ${emails.join(', ')} };
        System.debug(record.Id);`);
    return log.at(-1) ?? '';
}

/** A transcript in which the person says all of the texts; its id. */
export function callWith(session: RoadSession, texts: string[], html: string[], person: string): string {
    const said = [...texts, ...html].map((text, index) => ({ start: index * 1000, end: index * 1000 + 900, text }));
    const call = {
        calls: [{ metaData: { id: 'planted' }, parties: [{ speakerId: '1', name: person }] }],
        callTranscripts: [{ callId: 'planted', transcript: [{ speakerId: '1', sentences: said }] }]
    };
    const log = session.apex(`
        Account account = new Account(Name = 'Planted Account');
        insert account;
        CallImport wanted = new CallImport();
        wanted.recordId = account.Id;
        wanted.externalId = account.Id;
        wanted.text = ${literal(JSON.stringify(call))};
        System.debug(CallSaving.save(wanted).transcriptId);`);
    return log.at(-1) ?? '';
}

/** The same in one part; the part's id. */
export function callPartWith(session: RoadSession, texts: string[], html: string[], person: string): string {
    const log = session.apex(`
        List<Call_Transcript_Part__c> parts = [SELECT Text__c FROM Call_Transcript_Part__c
            WHERE Transcript__c = '${callWith(session, texts, html, person)}' ORDER BY Order__c];
        for (Integer i = 1; i < parts.size(); i++) {
            parts[0].Text__c += '\\n' + parts[i].Text__c;
        }
        update parts[0];
        System.debug(parts[0].Id);`);
    return log.at(-1) ?? '';
}

function inFour(texts: string[]): string[] {
    const size = Math.ceil(texts.length / 4);
    return [0, 1, 2, 3].map((part) => texts.slice(part * size, (part + 1) * size).join('\n\n'));
}
