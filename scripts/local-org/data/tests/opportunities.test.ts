import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { ApexDate } from '../../platform/values/index.ts';
import type { SObjectValue } from '../../platform/values/index.ts';
import { xml } from './fixture-project.ts';
import { Fixture, asSystem, asUser, decimal, record } from './support.ts';

const privateDeals = {
    'force-app/main/objects/Opportunity/Opportunity.object-meta.xml': xml(
        'CustomObject',
        '<sharingModel>Private</sharingModel>'
    )
};

const dealValues = { Name: 'Deal', StageName: 'Prospecting', Amount: decimal('10.00') };

describe('opportunities', () => {
    let org: Fixture;
    let deal: SObjectValue;

    beforeEach(() => {
        org = new Fixture(privateDeals);
        deal = record('Opportunity', { ...dealValues, CloseDate: new ApexDate(2026, 6, 30) });
        org.insert([deal], { access: asSystem('mechanic') });
    });

    test('an e-mail without a case is seen by whoever sees its record, and by whoever wrote it', () => {
        const email = { RelatedToId: deal.id, Subject: 'Secret offer', Status: '3' };
        org.insert([record('EmailMessage', email)], { access: asSystem('admin') });
        const subjects = (persona: string): number =>
            org.query('SELECT Id FROM EmailMessage', {}, asUser(persona)).length;
        assert.deepEqual(['mechanic', 'foreman', 'colleague', 'outsider'].map(subjects), [1, 1, 0, 0]);
        const own = { RelatedToId: deal.id, Subject: 'Mine' };
        org.insert([record('EmailMessage', own)], { access: asSystem('colleague') });
        assert.equal(subjects('colleague'), 1);
    });

    test('an e-mail that belongs to nothing is seen by all, one of a case with its case', () => {
        org.insert([record('EmailMessage', { Subject: 'Free' })]);
        assert.equal(org.query('SELECT Id FROM EmailMessage', {}, asUser('outsider')).length, 1);
    });

    test('what is seeded brings its own stage history, with fields that are read-only otherwise', () => {
        const seeded = record('Opportunity', { ...dealValues, CloseDate: new ApexDate(2026, 6, 30), PushCount: 3 });
        const seeding = { auditFields: true, bypassAutomation: true };
        org.insert([seeded], { ...seeding, platformFields: ['PushCount'] });
        assert.equal(
            org.query('SELECT Id FROM OpportunityHistory WHERE OpportunityId = :id', { id: seeded.id }).length,
            0
        );
        const row = record('OpportunityHistory', { OpportunityId: seeded.id, StageName: 'Qualification' });
        org.insert([row], { ...seeding, platformFields: ['OpportunityId', 'StageName'] });
        const soql = 'SELECT PushCount, (SELECT StageName FROM OpportunityHistories) FROM Opportunity WHERE Id = :id';
        const [read] = org.query(soql, { id: seeded.id });
        assert.equal(read.read('PushCount'), 3);
        assert.equal(
            (read.children.get('OpportunityHistories')?.items[0] as SObjectValue).read('StageName'),
            'Qualification'
        );
    });

    test('the stage history is shared as its opportunity is, and nobody writes it', () => {
        const seen = (persona: string): number =>
            org.query('SELECT Id FROM OpportunityHistory', {}, asUser(persona)).length;
        assert.deepEqual(['mechanic', 'foreman', 'colleague'].map(seen), [1, 1, 0]);
        const row = record('OpportunityHistory', { OpportunityId: deal.id });
        assert.throws(() => org.insert([row], { access: asUser('mechanic') }), /Access to entity/);
    });
});
