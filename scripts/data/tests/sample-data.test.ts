import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { prepareTree } from '../prepare-tree.ts';
import { historyOf, momentOf, shiftDays, shiftOf, shiftRecord, shiftValue, WRITTEN_FOR } from '../sample/timeline.ts';
import { readPlan, referenceOf, STANDARD_PRICE_BOOK, TREE_DIR } from '../sample/tree.ts';

const PLANS = readdirSync(TREE_DIR)
    .filter((file) => file.endsWith('-plan.json'))
    .map((file) => file.replace('-plan.json', ''));

describe('the sample data', () => {
    for (const plan of PLANS) {
        test(`plan ${plan}: every reference points to an earlier record, no file holds more than 200`, () => {
            const seen = new Set<string>();
            for (const { object, records } of readPlan(plan)) {
                assert.ok(records.length > 0 && records.length <= 200, object);
                for (const { attributes, ...fields } of records) {
                    const references = Object.values(fields)
                        .filter((value) => value !== STANDARD_PRICE_BOOK)
                        .map(referenceOf);
                    references
                        .filter((reference) => reference !== null)
                        .forEach((reference) =>
                            assert.ok(seen.has(reference), `${attributes.referenceId} → ${reference}`)
                        );
                    assert.ok(!seen.has(attributes.referenceId), `${attributes.referenceId} is there twice`);
                }
                records.forEach((record) => seen.add(record.attributes.referenceId));
            }
        });
    }

    test('has threads of many lengths: forty entries, and next to none', () => {
        const counts = new Map<string, number>();
        for (const { records } of readPlan('service').filter((part) =>
            ['CaseComment', 'EmailMessage'].includes(part.object)
        )) {
            records.forEach((record) =>
                counts.set(String(record.ParentId), (counts.get(String(record.ParentId)) ?? 0) + 1)
            );
        }
        assert.ok(Math.max(...counts.values()) >= 40);
        assert.ok(
            counts.size < readPlan('service').find((part) => part.object === 'Case')!.records.length,
            'one case has no thread'
        );
    });

    test('names no real place to write or call: mail goes to .example', () => {
        const text = JSON.stringify(readPlan('everything'));
        const addresses = text.match(/[\w.+-]+@[\w-]+\.[\w.-]+\w/g) ?? [];
        assert.ok(addresses.length > 100);
        assert.deepEqual(
            addresses.filter((address) => !address.endsWith('.example')),
            []
        );
    });

    test('contacts belong to the account of their case', () => {
        const parts = new Map(readPlan('service').map((part) => [part.object, part.records]));
        const accountOf = new Map(
            parts.get('Contact')!.map((contact) => [`@${contact.attributes.referenceId}`, contact.AccountId])
        );
        parts
            .get('Case')!
            .forEach((each) =>
                assert.equal(accountOf.get(String(each.ContactId)), each.AccountId, String(each.Subject))
            );
    });
});

describe('the deals of the sample data', () => {
    const parts = new Map(readPlan('sales-orders').map((part) => [part.object, part.records]));
    const records = (object: string) => parts.get(object)!;
    const reference = (record: { attributes: { referenceId: string } }) => `@${record.attributes.referenceId}`;
    const deals = new Map(records('Opportunity').map((deal) => [reference(deal), deal]));

    test('are worth the sum of their products', () => {
        const sums = new Map<unknown, number>();
        for (const line of records('OpportunityLineItem'))
            sums.set(
                line.OpportunityId,
                (sums.get(line.OpportunityId) ?? 0) + Number(line.Quantity) * Number(line.UnitPrice)
            );
        for (const [id, sum] of sums) assert.equal(sum, deals.get(String(id))?.Amount, String(id));
    });

    test('end in their history where they are now', () => {
        for (const [id, deal] of deals) {
            const rows = historyOf(id.slice(1));
            const last = rows.at(-1);
            assert.deepEqual(
                [last?.StageName, last?.CloseDate, last?.Amount],
                [deal.StageName, deal.CloseDate, deal.Amount],
                String(deal.Name)
            );
            const days = rows.map((row) => row.CreatedDate);
            assert.deepEqual(days, [...days].sort(), String(deal.Name));
        }
    });

    test('have contacts of their own account', () => {
        const accountOf = new Map(records('Contact').map((contact) => [reference(contact), contact.AccountId]));
        for (const role of records('OpportunityContactRole'))
            assert.equal(accountOf.get(String(role.ContactId)), deals.get(String(role.OpportunityId))?.AccountId);
        for (const mail of records('EmailMessage')) assert.ok(deals.has(String(mail.RelatedToId)));
    });
});

describe('dates', () => {
    test('move by whole weeks, so that weekdays in the texts stay true', () => {
        const later = new Date(Date.parse(WRITTEN_FOR) + 20 * 86_400_000);
        assert.equal(shiftDays(later), 14);
        assert.equal(shiftDays(new Date(WRITTEN_FOR)), 0);
        assert.equal(shiftValue('2026-06-26T10:00:00.000Z', 14), '2026-07-10T10:00:00.000Z');
        assert.equal(shiftValue('2026-06-26', 7), '2026-07-03');
    });

    test('of what must be today move to the very day', () => {
        const later = new Date(Date.parse(WRITTEN_FOR) + 20 * 86_400_000);
        assert.equal(shiftOf('EventRef1', later), 20);
        assert.equal(shiftOf('EventRef2', later), 14);
    });

    test('leave texts and the day of installation alone', () => {
        assert.equal(shiftValue('call on 2026-06-26', 7), 'call on 2026-06-26');
        const asset = { attributes: { type: 'Asset', referenceId: 'AssetRef1' }, InstallDate: '2017-04-12' };
        assert.deepEqual(shiftRecord(asset, 7), asset);
    });

    test('of comments are in the timeline, with who wrote them', () => {
        const comments = readPlan('service').find((part) => part.object === 'CaseComment')!.records;
        comments.forEach((comment) =>
            assert.ok(momentOf(comment.attributes.referenceId).CreatedDate, comment.attributes.referenceId)
        );
        assert.deepEqual(momentOf('NothingRef1'), {});
    });
});

describe('preparing for a real org', () => {
    test('writes the plan with shifted dates and the price book filled in', () => {
        const directory = mkdtempSync(path.join(tmpdir(), 'tree-'));
        try {
            const plan = prepareTree({
                plan: 'sales-products',
                directory,
                priceBook: '01s000000000001AAA',
                today: new Date('2026-07-04')
            });
            const entries = JSON.parse(readFileSync(path.join(directory, 'PricebookEntry.json'), 'utf8')).records;
            assert.equal(path.basename(plan), 'sales-products-plan.json');
            assert.equal(entries[0].Pricebook2Id, '01s000000000001AAA');
            const written = readPlan('sales').find((part) => part.object === 'Opportunity')!.records[0];
            const [moved] = JSON.parse(readFileSync(path.join(directory, 'Opportunity.json'), 'utf8')).records;
            assert.equal(Date.parse(moved.CloseDate) - Date.parse(String(written.CloseDate)), 7 * 86_400_000);
        } finally {
            rmSync(directory, { recursive: true });
        }
    });

    test('asks for the price book where one is needed', () => {
        assert.throws(() => prepareTree({ plan: 'everything', directory: 'unused' }), /--price-book/);
    });
});
