import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openFixtureServer, type FixtureServer } from './fixture-server.ts';

const V = '/services/data/v67.0';
const OBJECTS = 'force-app/main/default/objects/Signal__e';
const xml = (type: string, content: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?><${type} xmlns="http://soap.sforce.com/2006/04/metadata">${content}</${type}>`;

describe('platform events over REST', () => {
    let server: FixtureServer;
    before(async () => {
        server = await openFixtureServer({
            [`${OBJECTS}/Signal__e.object-meta.xml`]: xml(
                'CustomObject',
                '<label>Signal</label><pluralLabel>Signals</pluralLabel><eventType>HighVolume</eventType><publishBehavior>PublishAfterCommit</publishBehavior><deploymentStatus>Deployed</deploymentStatus>'
            ),
            [`${OBJECTS}/fields/Text__c.field-meta.xml`]: xml(
                'CustomField',
                '<fullName>Text__c</fullName><label>Text</label><length>10</length><type>Text</type><required>true</required>'
            ),
            'force-app/main/default/triggers/Heard.trigger':
                'trigger Heard on Signal__e (after insert) { for (Signal__e signal : Trigger.new) insert new Account(Name = signal.Text__c); }',
            'force-app/main/default/triggers/Heard.trigger-meta.xml': xml(
                'ApexTrigger',
                '<apiVersion>67.0</apiVersion><status>Active</status>'
            )
        });
    });
    after(() => server.close());

    const heard = async (): Promise<string[]> => {
        await server.org.runJobs();
        const { body } = await server.send('GET', `${V}/query?q=SELECT+Name+FROM+Account+ORDER+BY+Name`);
        return body.records.map(({ Name }: { Name: string }) => Name);
    };

    test('are published and reach their triggers', async () => {
        const { status, body } = await server.send('POST', `${V}/sobjects/Signal__e`, { Text__c: 'one' });
        assert.deepEqual([status, body.success, body.errors[0].statusCode], [201, true, 'OPERATION_ENQUEUED']);
        assert.match(body.errors[0].message, /^[0-9a-f-]{36}$/);
        assert.deepEqual(await heard(), ['one']);
    });

    test('several at once', async () => {
        const records = ['two', 'three'].map((Text__c) => ({ attributes: { type: 'Signal__e' }, Text__c }));
        const { body } = await server.send('POST', `${V}/composite/sobjects`, { records });
        assert.deepEqual(
            body.map(({ success }: { success: boolean }) => success),
            [true, true]
        );
        assert.deepEqual(await heard(), ['one', 'three', 'two']);
    });

    test('with mistakes are refused', async () => {
        const missing = await server.send('POST', `${V}/sobjects/Signal__e`, {});
        assert.deepEqual(
            [missing.status, missing.body[0].errorCode, missing.body[0].fields],
            [400, 'REQUIRED_FIELD_MISSING', ['Text__c']]
        );
        const long = await server.send('POST', `${V}/sobjects/Signal__e`, { Text__c: 'x'.repeat(11) });
        assert.equal(long.body[0].errorCode, 'STRING_TOO_LONG');
    });

    test('need the permission to create them', async () => {
        const { status } = await server.send('POST', `${V}/sobjects/Signal__e`, { Text__c: 'no' }, 'restricted');
        assert.ok(status === 403 || status === 404, String(status));
        assert.equal((await heard()).includes('no'), false);
    });
});
