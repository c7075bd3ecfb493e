import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Connection } from 'jsforce';
import { openFixtureServer, type FixtureServer } from './fixture-server.ts';

const JOBS = '/services/data/v67.0/jobs';

describe('Bulk API 2.0', () => {
    let server: FixtureServer;
    let admin: Connection;
    before(async () => {
        server = await openFixtureServer({});
        admin = new Connection({ instanceUrl: server.url, accessToken: server.token('admin'), version: '67.0' });
        admin.bulk2.pollInterval = 20;
    });
    after(() => server.close());

    const send = (method: string, path: string, body?: unknown, persona?: string) =>
        server.send(method, JOBS + path, body, persona);

    const upload = (id: string, csv: string) =>
        server.send('PUT', `${JOBS}/ingest/${id}/batches`, csv, 'admin', 'text/csv');

    test('saves what can be saved and reports the rest', async () => {
        const input = [
            { Name: 'Bulk, "one"', NumberOfEmployees: '7' },
            { Name: '', NumberOfEmployees: '8' },
            { Name: 'Three', NumberOfEmployees: 'many' }
        ];
        const { successfulResults, failedResults, unprocessedRecords } = await admin.bulk2.loadAndWaitForResults({
            object: 'Account',
            operation: 'insert',
            input
        });
        assert.equal(successfulResults.length, 1);
        assert.deepEqual(
            [(successfulResults[0] as { Name?: string }).Name, successfulResults[0].sf__Created],
            ['Bulk, "one"', 'true']
        );
        assert.deepEqual(
            failedResults.map(({ sf__Error }) => sf__Error.split(':')[0]),
            ['REQUIRED_FIELD_MISSING', 'JSON_PARSER_ERROR']
        );
        assert.equal([...unprocessedRecords].length, 0);
    });

    test('empties a field only when told to', async () => {
        const { id } = await admin.sobject('Account').create({ Name: 'Emptied', Site: 'a', Industry: 'Energy' });
        const input = [{ Id: id!, Site: '#N/A', Industry: '' }];
        await admin.bulk2.loadAndWaitForResults({ object: 'Account', operation: 'update', input });
        const { Site, Industry } = await admin.sobject('Account').retrieve(id!);
        assert.deepEqual([Site, Industry], [null, 'Energy']);
    });

    test('works through more rows than fit into one chunk', async () => {
        const input = Array.from({ length: 450 }, (_, index) => ({ Name: `Many ${index}` }));
        const { successfulResults } = await admin.bulk2.loadAndWaitForResults({
            object: 'Account',
            operation: 'insert',
            input
        });
        assert.equal(successfulResults.length, 450);
        const rows = await (
            await admin.bulk2.query("SELECT Name, Owner.Username FROM Account WHERE Name LIKE 'Many %'")
        ).toArray();
        assert.equal(rows.length, 450);
        assert.equal(rows[0]['Owner.Username'], 'admin@tandem.example');
    });

    test('gives out rows in portions', async () => {
        const { body } = await send('POST', '/query', {
            operation: 'query',
            query: "SELECT Name FROM Account WHERE Name LIKE 'Many %'"
        });
        const first = await send('GET', `/query/${body.id}/results?maxRecords=300`);
        assert.deepEqual(
            [first.headers.get('sforce-locator'), first.headers.get('sforce-numberofrecords')],
            ['300', '300']
        );
        const rest = await send('GET', `/query/${body.id}/results?maxRecords=300&locator=300`);
        assert.deepEqual([rest.headers.get('sforce-locator'), rest.text.trim().split('\n').length], ['null', 151]);
    });

    test('a column that is no field fails the job', async () => {
        const { body } = await send('POST', '/ingest', { object: 'Account', operation: 'insert' });
        await upload(body.id, 'Nope\nx\n');
        await send('PATCH', `/ingest/${body.id}`, { state: 'UploadComplete' });
        const job = (await send('GET', `/ingest/${body.id}`)).body;
        assert.deepEqual([job.state, job.errorMessage], ['Failed', 'InvalidBatch : Field name not found : Nope']);
    });

    test('refuses what makes no sense', async () => {
        const code = async (path: string, body: unknown) => {
            const answer = await send('POST', path, body);
            return [answer.status, answer.body[0].errorCode];
        };
        assert.deepEqual(await code('/ingest', { object: 'Account', operation: 'merge' }), [400, 'INVALIDJOB']);
        assert.deepEqual(await code('/ingest', { object: 'Account', operation: 'upsert' }), [400, 'INVALIDJOB']);
        assert.deepEqual(await code('/ingest', { object: 'Nope', operation: 'insert' }), [404, 'NOT_FOUND']);
        assert.deepEqual(await code('/query', { operation: 'query', query: 'SELECT Nope FROM Account' }), [
            400,
            'INVALID_FIELD'
        ]);
        const { body } = await send('POST', '/ingest', { object: 'Account', operation: 'insert' });
        assert.equal((await send('GET', `/ingest/${body.id}`, undefined, 'agent')).status, 404);
        assert.equal((await send('PATCH', `/ingest/${body.id}`, { state: 'Aborted' })).body.state, 'Aborted');
        assert.equal((await upload(body.id, 'Name\nx\n')).body[0].errorCode, 'INVALIDJOBSTATE');
        assert.equal((await send('DELETE', `/ingest/${body.id}`)).status, 204);
    });
});
