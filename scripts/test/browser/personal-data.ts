import type { Row, SalesforceRest } from './salesforce-rest.ts';

/** What identifies a person in a case and its thread. */
export interface PersonalData {
    readonly emails: readonly string[];
    readonly phones: readonly string[];
    readonly names: readonly string[];
}

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
// Anything that begins like a phone number of the countries in the sample data and has at least seven digits.
const PHONE = /(?:\+|\b0)\d[\d ()/-]{6,}\d/g;

/** Looks for personal data in the case, its contact, comments and e-mails, independently of the product's own masking. */
export async function personalData(rest: SalesforceRest, caseId: string): Promise<PersonalData> {
    const [contact] = await rest.query<{ Contact: Row }>(
        `SELECT Contact.FirstName, Contact.LastName, Contact.Name, Contact.Email, Contact.Phone, Contact.MobilePhone FROM Case WHERE Id = '${caseId}'`
    );
    const thread = [
        await rest.query(`SELECT Subject, Description FROM Case WHERE Id = '${caseId}'`),
        await rest.query(`SELECT CommentBody FROM CaseComment WHERE ParentId = '${caseId}'`),
        await rest.query(
            `SELECT Subject, TextBody, FromAddress, FromName, ToAddress FROM EmailMessage WHERE ParentId = '${caseId}'`
        )
    ].flat();
    const text = [...thread, contact?.Contact].map((row) => Object.values(row ?? {}).join('\n')).join('\n');
    const person = contact?.Contact ?? {};
    const names = [person['Name'], person['FirstName'], person['LastName'], ...thread.map((row) => row['FromName'])];
    return {
        emails: distinct(text.match(EMAIL)),
        phones: distinct(text.match(PHONE)),
        names: distinct(names.filter((name): name is string => typeof name === 'string' && name.length > 2))
    };
}

function distinct(found: readonly string[] | null): string[] {
    return [...new Set(found ?? [])];
}
