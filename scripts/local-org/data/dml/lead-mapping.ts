import type { SObjectValue } from '../../platform/values/index.ts';

/** Lead field → field of the record that a conversion makes (Salesforce Help, "Lead Conversion Field Mapping"). */
const ACCOUNT: [string, string][] = [
    ['Company', 'Name'],
    ['Phone', 'Phone'],
    ['Fax', 'Fax'],
    ['Website', 'Website'],
    ['Industry', 'Industry'],
    ['Rating', 'Rating'],
    ['AnnualRevenue', 'AnnualRevenue'],
    ['NumberOfEmployees', 'NumberOfEmployees'],
    ['LeadSource', 'AccountSource'],
    ['Street', 'BillingStreet'],
    ['City', 'BillingCity'],
    ['State', 'BillingState'],
    ['PostalCode', 'BillingPostalCode'],
    ['Country', 'BillingCountry']
];

const CONTACT: [string, string][] = [
    ...['FirstName', 'LastName', 'Salutation', 'Title', 'Phone', 'MobilePhone', 'Fax', 'Email', 'LeadSource'].map(
        (name): [string, string] => [name, name]
    ),
    ['Description', 'Description'],
    ['DoNotCall', 'DoNotCall'],
    ['HasOptedOutOfEmail', 'HasOptedOutOfEmail'],
    ['Street', 'MailingStreet'],
    ['City', 'MailingCity'],
    ['State', 'MailingState'],
    ['PostalCode', 'MailingPostalCode'],
    ['Country', 'MailingCountry']
];

const OPPORTUNITY: [string, string][] = [['LeadSource', 'LeadSource']];

const MAPPINGS = { Account: ACCOUNT, Contact: CONTACT, Opportunity: OPPORTUNITY };

export type ConversionTarget = keyof typeof MAPPINGS;

/** Fills the empty fields of a record from the lead; what is there stays. Returns whether something was filled. */
export function fillFromLead(target: SObjectValue, lead: SObjectValue): boolean {
    let filled = false;
    for (const [from, to] of MAPPINGS[target.objectName as ConversionTarget]) {
        const value = lead.fields.get(from);
        const present = target.fields.get(to);
        if (value === undefined || value === null || value === false) continue;
        if (present !== undefined && present !== null && present !== '' && present !== false) continue;
        target.fields.set(to, value);
        filled = true;
    }
    return filled;
}
