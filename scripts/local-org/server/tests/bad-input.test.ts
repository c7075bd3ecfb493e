import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { FixtureProject } from '../../org/tests/fixture.ts';
import { LocalOrg } from '../../org.ts';
import { openFixtureServer, type FixtureAnswer, type FixtureServer } from './fixture-server.ts';

const V = '/services/data/v67.0';
const SOURCES = {
    Work: `public class Work {
        @AuraEnabled public static String good() { return 'good'; }
        @AuraEnabled public static void endless() { Integer i = 0; while (true) { i++; } }
        @AuraEnabled public static void deep() { deep(); }
    }`,
    Circle: `public class Circle { public static Integer a = Ring.b + 1; @AuraEnabled public static Integer go() { return a; } }`,
    Ring: `public class Ring { public static Integer b = Circle.a + 1; }`
};

describe('bad input', () => {
    let server: FixtureServer;
    before(async () => {
        server = await openFixtureServer(SOURCES);
    });
    after(() => server.close());

    const call = (method: string) => server.send('POST', `/local/apex/${method}`, {});
    const staysUp = async (): Promise<void> => assert.equal((await call('Work.good')).body, 'good');

    test('a syntax error in a class that changes is told, and the old code stays', async () => {
        const file = server.project.addSource('Work', 'public class Work { this is no Apex');
        const { errors, apexReloaded } = server.org.reload([file]);
        assert.deepEqual([errors.length > 0, apexReloaded], [true, false]);
        assert.match(errors[0].file, /Work\.cls$/);
        await staysUp();
        server.org.reload([server.project.addSource('Work', SOURCES.Work)]);
    });

    test('a missing class in a trigger is told, and the old code stays', async () => {
        server.project.addTrigger('Broken', 'trigger Broken on Account (before insert) { NoSuchClass.run(); }');
        const file = 'force-app/main/default/triggers/Broken.trigger';
        const { errors } = server.org.reload([file]);
        assert.match(errors[0].message, /NoSuchClass/);
        const { status } = await server.send('POST', `${V}/sobjects/Account`, { Name: 'Saved all the same' });
        assert.equal(status, 201);
        server.project.addTrigger('Broken', 'trigger Broken on Account (before insert) { }');
        assert.deepEqual(server.org.reload([file]).errors, []);
    });

    test('an endless loop ends at the CPU limit', async () => {
        const { status, body } = await call('Work.endless');
        assert.equal(status, 500);
        assert.match(body.message, /CPU time limit exceeded/);
        await staysUp();
    });

    test('endless recursion ends at the stack depth', async () => {
        assert.match((await call('Work.deep')).body.message, /Maximum stack depth/);
        await staysUp();
    });

    test('static initialisers that need each other end with an error', async () => {
        assert.equal((await call('Circle.go')).status, 500);
        await staysUp();
    });

    test('requests that make no sense get errors in the shape of Salesforce', async () => {
        const codeOf = ({ status, body }: FixtureAnswer) => [status, body[0].errorCode];
        const get = async (url: string) => codeOf(await server.send('GET', V + url));
        const query = (soql: string) => get(`/query?q=${encodeURIComponent(soql)}`);
        assert.deepEqual(codeOf(await server.send('POST', `${V}/sobjects/Account`, '{"Name":')), [
            400,
            'JSON_PARSER_ERROR'
        ]);
        assert.deepEqual(codeOf(await server.send('POST', `${V}/sobjects/Account`, { Nope: 1 })), [
            400,
            'INVALID_FIELD'
        ]);
        assert.deepEqual(codeOf(await server.send('POST', `${V}/sobjects/Nope__c`, {})), [404, 'NOT_FOUND']);
        assert.deepEqual(await get('/sobjects/Account/001000000000000AAA'), [404, 'NOT_FOUND']);
        assert.deepEqual(await get('/sobjects/Account/xyz'), [400, 'MALFORMED_ID']);
        assert.deepEqual(await query('SELECT Id FROM'), [400, 'MALFORMED_QUERY']);
        assert.deepEqual(await query('SELECT Nope FROM Account'), [400, 'INVALID_FIELD']);
        assert.deepEqual(await query('SELECT Id FROM Nope'), [400, 'INVALID_TYPE']);
        assert.deepEqual(await get('/query'), [400, 'JSON_PARSER_ERROR']);
        assert.deepEqual(await get('/query/01g000000000000AAA-2000'), [404, 'INVALID_QUERY_LOCATOR']);
        assert.deepEqual(codeOf(await server.send('PUT', `${V}/sobjects/Account`, {})), [405, 'METHOD_NOT_ALLOWED']);
        assert.deepEqual(await get('/analytics/reports'), [404, 'NOT_FOUND']);
    });
});

describe('a damaged data file', () => {
    test('stops the start with what to do', () => {
        const project = new FixtureProject({});
        const folder = mkdtempSync(path.join(tmpdir(), 'local-org-damaged-'));
        const dataFile = path.join(folder, 'org.sqlite');
        writeFileSync(dataFile, 'this is no database, however long it is '.repeat(200));
        const open = (): LocalOrg =>
            LocalOrg.open({ projectDir: project.dir, dataFile, quiet: true, cacheSyntax: false });
        assert.throws(open, /org\.sqlite cannot be opened .*npm run reset/);
        rmSync(folder, { recursive: true });
        project.remove();
    });
});
