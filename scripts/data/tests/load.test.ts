import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { LocalOrg } from '../../local-org/org.ts';
import type { ApexDatetime } from '../../local-org/platform/values/index.ts';
import { loadSampleData } from '../load.ts';
import { loadThreads } from '../import/load-threads.ts';
import { LocalTarget } from '../import/local-target.ts';
import { readThreads } from '../import/threads.ts';
import { historyOf } from '../sample/timeline.ts';
import { readPlan } from '../sample/tree.ts';

const PROJECT_DIR = path.resolve(import.meta.dirname, '../../..');
const DAY = 86_400_000;
const WEEK = 7 * DAY;

describe('in a local org', () => {
    let org: LocalOrg;
    before(() => {
        org = LocalOrg.open({ projectDir: PROJECT_DIR, dataFile: ':memory:', quiet: true });
    });
    after(() => org.data.close());

    const rows = (soql: string) =>
        org.data.query(soql, () => null, { userId: org.user('admin').id, mode: 'system', sharing: false });
    const count = (object: string) =>
        org.data.countQuery(`SELECT COUNT() FROM ${object}`, () => null, {
            userId: org.user('admin').id,
            mode: 'system',
            sharing: false
        });

    test('the sample data loads whole, and a second time changes nothing', () => {
        const { inserted, missing } = loadSampleData(org);
        const all = readPlan('everything').filter((part) => !missing.includes(part.object));
        assert.equal(
            inserted,
            all.reduce((sum, part) => sum + part.records.length, 0)
        );
        assert.deepEqual(missing, []);
        assert.deepEqual(loadSampleData(org), { inserted: 0, missing: [] });
        assert.equal(count('Case'), 20);
    });

    test('its cases are of late, in the order of their threads, by the people who wrote them', () => {
        const comments = rows(
            "SELECT CreatedDate, CreatedById FROM CaseComment WHERE Parent.Subject LIKE 'Chiller 1%' ORDER BY CreatedDate DESC"
        );
        const latest = (comments[0].fields.get('CreatedDate') as ApexDatetime).epoch;
        assert.ok(comments.length > 10);
        assert.ok(latest < Date.now() && Date.now() - latest < 2 * WEEK);
        assert.equal(comments[0].fields.get('CreatedById'), org.user('technician').id);
    });

    test('its deals have owners, a history and a meeting today', () => {
        const named = (name: string) =>
            rows(
                `SELECT OwnerId, LastStageChangeDate, PushCount, Amount, (SELECT StageName FROM OpportunityHistories ORDER BY CreatedDate) FROM Opportunity WHERE Name LIKE '${name}%'`
            )[0].fields;
        const [lakeside, driftwood] = [named('Lakeside – rooftop'), named('Harbourline – Project')];
        assert.equal(lakeside.get('OwnerId'), org.user('rep').id);
        assert.equal(driftwood.get('OwnerId'), org.user('seller').id);
        assert.equal(lakeside.get('PushCount'), 2);
        const age = Date.now() - (lakeside.get('LastStageChangeDate') as ApexDatetime).epoch;
        assert.ok(age > 64 * DAY && age < 72 * DAY, `${age / DAY} days`);
        assert.equal(
            count('OpportunityHistory'),
            readPlan('sales')
                .find(({ object }) => object === 'Opportunity')!
                .records.flatMap(({ attributes }) => historyOf(attributes.referenceId)).length
        );
        assert.equal(rows('SELECT Id FROM Event WHERE ActivityDate = TODAY').length, 1);
        assert.equal(rows("SELECT Id FROM Order WHERE StatusCode = 'Activated'").length, 11);
    });

    test("a rep sees neither the other rep's deals nor what belongs to them", () => {
        const access = { userId: org.user('rep').id, mode: 'user', sharing: true } as const;
        const seen = (soql: string) => org.data.query(soql, () => null, access).length;
        assert.equal(seen("SELECT Id FROM Opportunity WHERE Name LIKE '%Driftwood%'"), 0);
        assert.equal(seen("SELECT Id FROM EmailMessage WHERE Subject = 'Driftwood'"), 0);
        assert.equal(seen("SELECT Id FROM OpportunityLineItem WHERE Opportunity.Name LIKE '%Driftwood%'"), 0);
        assert.equal(seen("SELECT Id FROM OpportunityHistory WHERE Opportunity.Name LIKE '%Driftwood%'"), 0);
        assert.ok(seen("SELECT Id FROM Opportunity WHERE Account.Name = 'Harbourline Hotels'") >= 4);
    });

    test('an imported thread is there with its dates', async () => {
        const csv =
            'case_id,subject,contact_email,entry_type,entry_date,text\n1,Door,x@y.example,comment,2020-01-02,Looked at it\n1,,,email_in,2020-01-03,Thanks';
        const target = new LocalTarget(org, 'admin');
        const summary = await loadThreads(readThreads(new TextEncoder().encode(csv)).threads, target);
        assert.deepEqual([summary.cases, summary.entries, summary.problems], [1, 2, []]);
        assert.equal(rows('SELECT Id FROM CaseComment WHERE CreatedDate < 2020-02-01T00:00:00Z').length, 1);
        assert.equal(rows('SELECT Id FROM EmailMessage WHERE MessageDate < 2020-02-01T00:00:00Z').length, 1);
    });

    test('a case whose entry is refused is taken back', async () => {
        const csv = 'case_id,subject,status,entry_type,text\n1,Half,New,comment,one\n1,,,email_in,two';
        const target = new LocalTarget(org, 'admin');
        const insert = target.insert.bind(target);
        target.insert = (object, records) =>
            insert(
                object,
                object === 'EmailMessage' ? records.map((record) => ({ ...record, Status: 'lost' })) : records
            );
        const summary = await loadThreads(readThreads(new TextEncoder().encode(csv)).threads, target);
        assert.equal(summary.cases, 0);
        assert.equal(summary.problems.length, 1);
        assert.deepEqual(rows("SELECT Id FROM Case WHERE Subject = 'Half'"), []);
    });
});
