import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Connection } from 'jsforce';
import { bodyOf } from './fake-org.ts';
import { openTestOrg, type TestOrg } from './real-org.ts';

let org: TestOrg;
let admin: Connection;

before(async () => {
    org = await openTestOrg();
    admin = connect('admin');
});
after(() => org.close());

function connect(persona: string): Connection {
    return new Connection({ instanceUrl: org.url, accessToken: org.token(persona), version: '67.0' });
}

function send(persona: string, method: string, path: string, body?: unknown): Promise<Response> {
    const headers = { Authorization: `Bearer ${org.token(persona)}`, 'Content-Type': 'application/json' };
    return fetch(org.url + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
}

describe('jsforce against the local org', () => {
    test('knows who it is', async () => {
        const { username, organization_id } = await admin.identity();
        assert.deepEqual([username, organization_id], ['admin@tandem.example', org.orgId]);
    });

    test('creates, reads, updates and deletes a record', async () => {
        const { id } = await admin.sobject('Account').create({ Name: 'Alpine Lifts', NumberOfEmployees: 12 });
        assert.match(id as string, /^001\w{15}$/);
        await admin.sobject('Account').update({ Id: id as string, Name: 'Alpine Lifts AG' });
        const record = await admin.sobject('Account').retrieve(id as string);
        assert.deepEqual([record.Name, record.NumberOfEmployees], ['Alpine Lifts AG', 12]);
        await admin.sobject('Account').destroy(id as string);
        await assert.rejects(admin.sobject('Account').retrieve(id as string), { errorCode: 'NOT_FOUND' });
    });

    test('queries parents and children', async () => {
        const { id } = await admin.sobject('Account').create({ Name: 'Parent' });
        await admin.sobject('Contact').create({ LastName: 'Child', AccountId: id });
        const { records } = await admin.query(
            `SELECT Name, Owner.Name, (SELECT LastName FROM Contacts) FROM Account WHERE Id = '${id}'`
        );
        assert.equal(records[0].Owner.attributes.type, 'User');
        assert.equal(records[0].Contacts.records.length, 1);
        assert.equal((await admin.query('SELECT COUNT() FROM Contact')).totalSize >= 1, true);
    });

    test('creates many records and is told of the one that fails', async () => {
        const results = await admin.sobject('Account').create([{ Name: 'One' }, { Industry: 'Energy' }]);
        assert.deepEqual(
            results.map(({ success }) => success),
            [true, false]
        );
        const [error] = results[1].errors as unknown as { statusCode: string }[];
        assert.equal(error.statusCode, 'REQUIRED_FIELD_MISSING');
    });

    test('keeps none when all were wanted', async () => {
        const records = [{ Name: 'Kept by nobody' }, { Industry: 'Energy' }];
        const results = await admin.sobject('Account').create(records, { allOrNone: true });
        assert.deepEqual(
            results.map(({ success }) => success),
            [false, false]
        );
        assert.equal((await admin.query("SELECT Id FROM Account WHERE Name = 'Kept by nobody'")).totalSize, 0);
    });

    test('describes an object', async () => {
        const { fields, keyPrefix } = await admin.describe('Case');
        assert.equal(keyPrefix, '500');
        assert.equal(fields.find(({ name }) => name === 'ContactId')?.relationshipName, 'Contact');
        assert.ok(fields.find(({ name }) => name === 'Status')?.picklistValues?.some(({ value }) => value === 'New'));
    });

    test('says in Salesforce words what is wrong', async () => {
        await assert.rejects(async () => admin.query('SELECT Nope FROM Case'), { errorCode: 'INVALID_FIELD' });
        await assert.rejects(admin.sobject('Account').create({ Nope: 1 }), {
            errorCode: 'INVALID_FIELD'
        });
        await assert.rejects(admin.sobject('Account').create({}), { errorCode: 'REQUIRED_FIELD_MISSING' });
    });

    test('runs anonymous Apex', async () => {
        const good = await admin.tooling.executeAnonymous("insert new Account(Name = 'By Apex');");
        assert.deepEqual([good.compiled, good.success], [true, true]);
        assert.equal((await admin.query("SELECT Id FROM Account WHERE Name = 'By Apex'")).totalSize, 1);
        const bad = await admin.tooling.executeAnonymous('Integer i = nope;');
        assert.equal(bad.compiled, false);
        assert.ok(bad.compileProblem);
    });

    test('refuses a field that the user may not write', async () => {
        const { id } = await admin.sobject('Case').create({ Subject: 'Field security' });
        const update = connect('restricted')
            .sobject('Case')
            .update({ Id: id as string, AI_Summary__c: 'x' });
        await assert.rejects(update, { errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE' });
    });

    test('refuses only the record with such a field', async () => {
        const records = [{ Subject: 'Good' }, { Subject: 'Bad', AI_Summary__c: 'x' }];
        const results = await connect('restricted').sobject('Case').create(records);
        assert.deepEqual(
            results.map(({ success }) => success),
            [true, false]
        );
    });

    test('refuses an audit row that somebody wants to change', async () => {
        const { fields } = await admin.describe('AI_Audit_Log__c');
        assert.ok(fields.filter(({ custom }) => custom).every(({ updateable }) => !updateable));
    });

    test('a persona without permission sees nothing of an object', async () => {
        const { id } = await admin.sobject('Account').create({ Name: 'Secret' });
        await assert.rejects(
            connect('restricted')
                .sobject('AI_Audit_Log__c')
                .retrieve(id as string),
            { errorCode: 'NOT_FOUND' }
        );
    });
});

describe('composite tree', () => {
    test('loads parents with their children', async () => {
        const contact = { attributes: { type: 'Contact', referenceId: 'c1' }, LastName: 'Tree' };
        const account = {
            attributes: { type: 'Account', referenceId: 'a1' },
            Name: 'Tree',
            Contacts: { records: [contact] }
        };
        const answer = await send('admin', 'POST', '/services/data/v67.0/composite/tree/Account', {
            records: [account]
        });
        const { hasErrors, results } = await bodyOf(answer);
        assert.deepEqual([answer.status, hasErrors], [201, false]);
        assert.deepEqual(
            results.map(({ referenceId }: { referenceId: string }) => referenceId),
            ['a1', 'c1']
        );
        const { records } = await admin.query("SELECT Account.Name FROM Contact WHERE LastName = 'Tree'");
        assert.equal(records[0].Account.Name, 'Tree');
    });

    test('keeps nothing when one record is wrong', async () => {
        const wrong = { attributes: { type: 'Contact', referenceId: 'c1' }, FirstName: 'No last name' };
        const account = {
            attributes: { type: 'Account', referenceId: 'a1' },
            Name: 'Felled',
            Contacts: { records: [wrong] }
        };
        const answer = await send('admin', 'POST', '/services/data/v67.0/composite/tree/Account', {
            records: [account]
        });
        const { hasErrors, results } = await bodyOf(answer);
        assert.deepEqual([answer.status, hasErrors, results[0].referenceId], [400, true, 'c1']);
        assert.equal(results[0].errors[0].statusCode, 'REQUIRED_FIELD_MISSING');
        assert.equal((await admin.query("SELECT Id FROM Account WHERE Name = 'Felled'")).totalSize, 0);
    });
});

describe('audit fields', () => {
    test('are set for an administrator who asks', async () => {
        const headers = { 'x-tandem-audit-fields': 'true' };
        const body = { Name: 'Old', CreatedDate: '2020-01-02T03:04:05Z' };
        const url = `${org.url}/services/data/v67.0/sobjects/Account`;
        const { id } = (await admin.request({
            method: 'POST',
            url,
            body: JSON.stringify(body),
            headers: { ...headers, 'Content-Type': 'application/json' }
        })) as { id: string };
        const record = await admin.sobject('Account').retrieve(id);
        assert.equal(record.CreatedDate, '2020-01-02T03:04:05.000+0000');
    });
});
