import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { ApexException, ApexDate, ApexDatetime } from '../../platform/values/index.ts';
import type { SObjectValue } from '../../platform/values/index.ts';
import { idChecksum } from '../schema/ids.ts';
import type { TriggerRunner } from '../types.ts';
import { Fixture, NOW, asSystem, decimal, record } from './support.ts';

describe('DML', () => {
    let org: Fixture;

    beforeEach(() => {
        org = new Fixture();
    });

    const engine = (values: Record<string, unknown> = {}): SObjectValue => record('Engine__c', values);
    const failure = (run: () => unknown): ApexException => {
        try {
            run();
        } catch (error) {
            assert.ok(error instanceof ApexException, String(error));
            return error;
        }
        throw new Error('nothing was thrown');
    };

    test('an insert gives Ids with checksum, auto numbers, defaults and audit fields', () => {
        const one = engine();
        const [result] = org.insert([one]);
        assert.equal(result.success, true);
        assert.equal(one.id, result.id);
        assert.equal(one.id?.length, 18);
        assert.equal(one.id?.slice(15), idChecksum(one.id?.slice(0, 15) ?? ''));
        assert.equal(org.data.schema.objectByKeyPrefix(one.id?.slice(0, 3) ?? '')?.name, 'Engine__c');
        const [row] = org.query('SELECT Name, Status__c, OwnerId, CreatedById, CreatedDate, IsDeleted FROM Engine__c');
        assert.equal(row.read('Name'), 'ENG-0001');
        assert.equal(row.read('Status__c'), 'Idle');
        assert.equal(row.read('OwnerId'), asSystem().userId);
        assert.equal((row.read('CreatedDate') as ApexDatetime).epoch, NOW);
        assert.equal(row.read('IsDeleted'), false);
    });

    test('case numbers start at 00001001; closing a case stamps it', () => {
        const one = record('Case', { Subject: 'Leak' });
        org.insert([one]);
        assert.deepEqual(org.values('SELECT CaseNumber FROM Case', 'CaseNumber'), ['00001001']);
        org.update([record('Case', { Id: one.id, Status: 'Closed' })]);
        const [row] = org.query('SELECT IsClosed, ClosedDate FROM Case');
        assert.equal(row.read('IsClosed'), true);
        assert.equal((row.read('ClosedDate') as ApexDatetime).epoch, NOW);
    });

    test('loaders may bring audit fields, others may not', () => {
        const past = new ApexDatetime(NOW - 1_000_000);
        org.insert([engine({ Serial__c: 'old', CreatedDate: past })], { auditFields: true });
        org.insert([engine({ Serial__c: 'new', CreatedDate: past })]);
        const dates = org
            .query('SELECT CreatedDate FROM Engine__c ORDER BY Name')
            .map((row) => (row.read('CreatedDate') as ApexDatetime).epoch);
        assert.deepEqual(dates, [past.epoch, NOW]);
        const [row] = org.query(`SELECT Id FROM Engine__c WHERE Serial__c = 'new'`);
        org.update([engine({ Id: row.id, CreatedDate: past })], { auditFields: true });
        assert.equal(org.query('SELECT Id FROM Engine__c WHERE CreatedDate = :past', { past }).length, 2);
    });

    test('refuses what is missing, too long, unknown or dangling', () => {
        const refused: [Record<string, unknown>, string, RegExp][] = [
            [{ Serial__c: 'x'.repeat(21) }, 'STRING_TOO_LONG', /Serial: data value too large: x+ \(max length=20\)/],
            [
                { Status__c: 'Flying' },
                'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
                /bad value for restricted picklist field: Flying/
            ],
            [{ Account__c: '001Td0000000009IAA' }, 'INVALID_CROSS_REFERENCE_KEY', /invalid cross reference id/],
            [{ Account__c: asSystem().userId }, 'FIELD_INTEGRITY_EXCEPTION', /id value of incorrect type/],
            [{ Power__c: decimal('12345678') }, 'NUMBER_OUTSIDE_VALID_RANGE', /outside of valid range/]
        ];
        for (const [values, code, message] of refused) {
            const error = failure(() => org.insert([engine(values)]));
            assert.equal(error.typeName, 'DmlException');
            assert.equal(error.dmlErrors[0].statusCode, code);
            assert.match(error.message, message);
        }
        const error = failure(() => org.insert([record('Contact', { FirstName: 'Ada' })]));
        assert.equal(
            error.message,
            'Insert failed. First exception on row 0; first error: REQUIRED_FIELD_MISSING, Required fields are missing: [LastName]: [LastName]'
        );
        assert.equal(org.query('SELECT Id FROM Engine__c').length, 0);
    });

    test('validation rules see the record as it will be saved', () => {
        const error = failure(() => org.insert([engine({ Status__c: 'Running' })]));
        assert.match(error.message, /FIELD_CUSTOM_VALIDATION_EXCEPTION, A running engine has power.: \[Power__c\]/);
        const good = engine({ Status__c: 'Running', Power__c: decimal('1') });
        org.insert([good]);
        assert.throws(() => org.update([engine({ Id: good.id, Power__c: null })]), /A running engine has power/);
    });

    test('unique values: against stored rows and within the list, without case', () => {
        org.insert([engine({ Serial__c: 'A-1' })]);
        assert.throws(
            () => org.insert([engine({ Serial__c: 'a-1' })]),
            /DUPLICATE_VALUE, duplicate value found: Serial__c/
        );
        assert.throws(
            () => org.insert([engine({ Serial__c: 'B' }), engine({ Serial__c: 'b' })]),
            /on row 1; first error: DUPLICATE_VALUE/
        );
    });

    test('all or none leaves nothing behind, partial success keeps the good ones', () => {
        const list = [engine({ Serial__c: 'ok' }), engine({ Status__c: 'Flying' }), engine({ Serial__c: 'fine' })];
        assert.throws(() => org.insert(list));
        assert.equal(org.query('SELECT Id FROM Engine__c').length, 0);
        assert.equal(list[0].id, null);
        const results = org.insert(list, { allOrNone: false });
        assert.deepEqual(
            results.map((result) => result.success),
            [true, false, true]
        );
        assert.equal(results[1].errors[0].statusCode, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST');
        assert.deepEqual(org.values('SELECT Serial__c FROM Engine__c ORDER BY Name', 'Serial__c'), ['ok', 'fine']);
    });

    test('an update keeps what was not given and refuses unknown and deleted records', () => {
        const one = engine({ Serial__c: 'A', Power__c: decimal('2'), Built__c: new ApexDate(2020, 2, 29) });
        org.insert([one]);
        org.clock += 1000;
        org.update([engine({ Id: one.id?.slice(0, 15), Power__c: decimal('3.456') })]);
        const [row] = org.query('SELECT Serial__c, Power__c, Built__c, LastModifiedDate FROM Engine__c');
        assert.equal(row.read('Serial__c'), 'A');
        assert.equal(String(row.read('Power__c')), '3.46');
        assert.equal((row.read('Built__c') as ApexDate).toIso(), '2020-02-29');
        assert.equal((row.read('LastModifiedDate') as ApexDatetime).epoch, NOW + 1000);
        org.remove([one]);
        assert.throws(() => org.update([one]), /ENTITY_IS_DELETED, entity is deleted/);
        assert.throws(() => org.update([engine()]), /MISSING_ARGUMENT, Id not specified in an update call/);
    });

    test('upsert by external id inserts, updates and says which', () => {
        org.insert([engine({ Serial__c: 'A', Power__c: decimal('1') })]);
        const results = org.data.dml(
            'upsert',
            [engine({ Serial__c: 'a', Power__c: decimal('9') }), engine({ Serial__c: 'B' })],
            {
                access: asSystem(),
                allOrNone: true,
                externalIdField: 'Serial__c'
            }
        );
        assert.deepEqual(
            results.map((result) => result.created),
            [false, true]
        );
        assert.deepEqual(org.values("SELECT Power__c FROM Engine__c WHERE Serial__c = 'A'", 'Power__c'), ['9']);
    });

    test('delete cascades to details, clears lookups, and undelete brings details back', () => {
        const account = record('Account', { Name: 'Owner' });
        org.insert([account]);
        const one = engine({ Account__c: account.id });
        org.insert([one]);
        org.insert([record('Part__c', { Name: 'Valve', Engine__c: one.id })]);
        org.remove([one]);
        assert.equal(org.query('SELECT Id FROM Part__c').length, 0);
        assert.equal(org.query('SELECT Id FROM Part__c ALL ROWS').length, 1);
        org.data.dml('undelete', [one], { access: asSystem(), allOrNone: true });
        assert.equal(org.query('SELECT Id FROM Part__c').length, 1);
        org.remove([account]);
        assert.deepEqual(org.values('SELECT Account__c FROM Engine__c', 'Account__c'), ['null']);
    });

    test('a contact with cases cannot be deleted', () => {
        const contact = record('Contact', { LastName: 'Lovelace' });
        org.insert([contact]);
        org.insert([record('Case', { ContactId: contact.id })]);
        assert.throws(
            () => org.remove([contact]),
            /DELETE_FAILED, Your attempt to delete Lovelace could not be completed/
        );
    });

    test('savepoints and nested units of work', () => {
        org.data.begin();
        org.insert([engine({ Serial__c: 'kept' })]);
        const savepoint = org.data.savepoint();
        org.insert([engine({ Serial__c: 'lost' })]);
        org.data.rollbackTo(savepoint);
        org.data.begin();
        org.insert([engine({ Serial__c: 'inner' })]);
        org.data.rollbackAll();
        org.data.commit();
        assert.deepEqual(org.values('SELECT Serial__c FROM Engine__c', 'Serial__c'), ['kept']);
    });

    test('triggers run before and after, in chunks of 200, and can refuse records', () => {
        const calls: string[] = [];
        const runner: TriggerRunner = {
            has: (object) => object === 'Engine__c',
            run: (_object, timing, operation, newRecords) => {
                calls.push(`${timing} ${operation} ${newRecords?.length}`);
                for (const one of newRecords ?? []) {
                    if (timing === 'before') one.write('Notes__c', 'seen');
                    else assert.throws(() => one.write('Notes__c', 'late'), /Record is read-only/);
                    if (one.read('Serial__c') === 'bad') one.addError('Not this one');
                }
            }
        };
        org.data.triggers = runner;
        const list = Array.from({ length: 201 }, (_, index) => engine({ Serial__c: `S${index}` }));
        org.insert(list);
        assert.deepEqual(calls, ['before insert 200', 'after insert 200', 'before insert 1', 'after insert 1']);
        assert.equal(list[0].fields.has('Notes__c'), false);
        assert.throws(
            () => org.insert([engine({ Serial__c: 'bad' })]),
            /FIELD_CUSTOM_VALIDATION_EXCEPTION, Not this one/
        );
    });

    test('names of people, opportunity amounts and files come by themselves', () => {
        const contact = record('Contact', { FirstName: 'Ada', LastName: 'Lovelace' });
        const version = record('ContentVersion', { Title: 'Manual', PathOnClient: 'manual.pdf' });
        org.insert([contact, version]);
        assert.deepEqual(org.values('SELECT Name FROM Contact', 'Name'), ['Ada Lovelace']);
        const [document] = org.query('SELECT Title, FileExtension, LatestPublishedVersionId FROM ContentDocument');
        assert.equal(document.read('FileExtension'), 'pdf');
        assert.equal(document.read('LatestPublishedVersionId'), version.id);
        assert.equal(org.query('SELECT Id FROM ContentDocumentLink').length, 1);
    });

    test('merge moves children and deletes the duplicate', () => {
        const [master, copy] = [record('Account', { Name: 'Acme' }), record('Account', { Name: 'ACME Inc' })];
        org.insert([master, copy]);
        org.insert([record('Contact', { LastName: 'Moved', AccountId: copy.id })]);
        org.data.merge(master, [copy.id as string], { access: asSystem(), allOrNone: true });
        assert.deepEqual(org.values('SELECT AccountId FROM Contact', 'AccountId'), [master.id]);
        assert.equal(org.query('SELECT Id FROM Account').length, 1);
    });
});
