import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import type { ApexDate, SObjectValue } from '../../platform/values/index.ts';
import type { LeadConversion, LeadConversionResult } from '../types.ts';
import { Fixture, asSystem, decimal, record } from './support.ts';

const CONVERTED = 'Closed - Converted';

describe('lead conversion', () => {
    let org: Fixture;
    let lead: SObjectValue;

    beforeEach(() => {
        org = new Fixture();
        lead = record('Lead', {
            FirstName: 'Mia',
            LastName: 'Wong',
            Company: 'Wong Ltd',
            Email: 'mia@wong.example',
            City: 'Leeds',
            LeadSource: 'Web',
            AnnualRevenue: decimal('500')
        });
        org.insert([lead]);
    });

    const convert = (facts: Partial<LeadConversion> = {}): LeadConversionResult => {
        const request = { leadId: lead.id as string, convertedStatus: CONVERTED, ...facts };
        return org.data.convertLead(request, { access: asSystem(), allOrNone: true });
    };

    test('makes an account, a contact and an opportunity with the values of the lead', () => {
        const result = convert();
        assert.equal(result.success, true);
        const [contact] = org.query('SELECT Name, Email, MailingCity, Account.Name, Account.BillingCity FROM Contact');
        assert.deepEqual(
            [contact.read('Name'), contact.read('Email'), contact.read('MailingCity')],
            ['Mia Wong', 'mia@wong.example', 'Leeds']
        );
        assert.equal(contact.readParent('Account')?.read('Name'), 'Wong Ltd');
        const [opportunity] = org.query('SELECT Name, StageName, CloseDate, LeadSource FROM Opportunity');
        assert.deepEqual(
            [
                opportunity.read('Name'),
                (opportunity.read('CloseDate') as ApexDate).toIso(),
                opportunity.read('LeadSource')
            ],
            ['Wong Ltd-', '2026-06-30', 'Web']
        );
        assert.equal(org.query('SELECT Id FROM OpportunityContactRole WHERE IsPrimary = true').length, 1);
    });

    test('the lead is closed and points to what was made', () => {
        const result = convert();
        const [row] = org.query('SELECT IsConverted, Status, ConvertedAccountId, ConvertedDate FROM Lead');
        assert.deepEqual(
            [
                row.read('IsConverted'),
                row.read('Status'),
                row.read('ConvertedAccountId'),
                (row.read('ConvertedDate') as ApexDate).toIso()
            ],
            [true, CONVERTED, result.accountId, '2026-05-13']
        );
        assert.throws(() => org.update([record('Lead', { Id: lead.id, Title: 'x' })]), /CANNOT_UPDATE_CONVERTED_LEAD/);
    });

    test('activities and campaign members follow the contact', () => {
        const campaign = record('Campaign', { Name: 'Fair' });
        org.insert([campaign, record('Task', { Subject: 'Call', WhoId: lead.id })]);
        org.insert([record('CampaignMember', { CampaignId: campaign.id, LeadId: lead.id })]);
        const { contactId } = convert();
        assert.deepEqual(org.values('SELECT WhoId FROM Task', 'WhoId'), [contactId]);
        assert.deepEqual(org.values('SELECT ContactId FROM CampaignMember', 'ContactId'), [contactId]);
    });

    test('a given account keeps what it has; only empty fields are filled', () => {
        const account = record('Account', { Name: 'Old name', LastViewedDate: null });
        org.insert([account]);
        const result = convert({ accountId: account.id, doNotCreateOpportunity: true });
        assert.deepEqual([result.accountId, result.opportunityId], [account.id, null]);
        const [row] = org.query('SELECT Name, BillingCity FROM Account');
        assert.deepEqual([row.read('Name'), row.read('BillingCity')], ['Old name', 'Leeds']);
    });

    test('a status that converts nothing, a second conversion and an unknown lead are refused', () => {
        assert.equal(convert({ convertedStatus: 'Open - Not Contacted' }).errors[0].statusCode, 'INVALID_STATUS');
        assert.equal(convert({ leadId: '00Q000000000000AAA' }).errors[0].statusCode, 'INVALID_CROSS_REFERENCE_KEY');
        convert();
        assert.equal(convert().errors[0].statusCode, 'CANNOT_UPDATE_CONVERTED_LEAD');
    });

    test('what stops the contact undoes the account as well', () => {
        const bad = record('Lead', { LastName: 'X', Company: 'Bad', Status: 'Open - Not Contacted' });
        org.insert([bad]);
        org.data.triggers = {
            has: (name, timing, operation) => name === 'Contact' && timing === 'before' && operation === 'insert',
            run: (_name, _timing, _operation, now) => now?.[0].addError('No contacts today')
        };
        const result = convert({ leadId: bad.id as string });
        assert.deepEqual([result.success, result.errors[0].message], [false, 'No contacts today']);
        assert.equal(org.query(`SELECT Id FROM Account WHERE Name = 'Bad'`).length, 0);
    });

    test('LeadStatus says which status converts', () => {
        assert.deepEqual(org.values('SELECT ApiName FROM LeadStatus WHERE IsConverted = true', 'ApiName'), [CONVERTED]);
    });
});
