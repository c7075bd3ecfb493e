import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openFixtureServer, type FixtureServer } from './fixture-server.ts';

const SF = path.resolve(import.meta.dirname, '../../../../node_modules/@salesforce/cli/bin/run.js');
const KEY_FIELD = `<?xml version="1.0" encoding="UTF-8"?>
<CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>Key__c</fullName><externalId>true</externalId>
<label>Key</label><length>20</length><type>Text</type><unique>true</unique></CustomField>`;
const SOURCES = {
    Sum: `public class Sum { public static Integer of(Integer a, Integer b) { return a + b; } }`,
    SumTest: `@IsTest
private class SumTest {
    @IsTest static void adds() { Assert.areEqual(3, Sum.of(1, 2)); }
}`,
    Echo: `@RestResource(urlMapping='/echo')
global class Echo { @HttpPost global static String say(String word) { return word + '!'; } }`,
    'force-app/main/default/objects/Account/fields/Key__c.field-meta.xml': KEY_FIELD
};

/** Slow: each command starts the CLI, which takes more than a second. */
describe('the sf CLI against the local org', () => {
    let server: FixtureServer;
    let folder: string;

    before(async () => {
        server = await openFixtureServer(SOURCES);
        folder = mkdtempSync(path.join(tmpdir(), 'local-org-cli-'));
        const login = ['org', 'login', 'access-token', '--instance-url', server.url, '--no-prompt', '--alias', 'local'];
        const { username, accessToken } = await sf(login, { SF_ACCESS_TOKEN: server.token('admin') });
        assert.deepEqual([username, accessToken !== undefined], ['admin@tandem.example', true]);
    });
    after(async () => {
        await server.close();
        rmSync(folder, { recursive: true });
    });

    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    const sf = (parameters: string[], more: Record<string, string> = {}): Promise<any> =>
        new Promise((resolve, reject) => {
            const quiet = { SF_DISABLE_TELEMETRY: 'true', SF_SKIP_NEW_VERSION_CHECK: 'true', CI: 'true' };
            const env = { ...process.env, HOME: folder, USERPROFILE: folder, ...quiet, ...more };
            const options = { env, cwd: server.project.dir, timeout: 60_000, maxBuffer: 32_000_000 };
            execFile(process.execPath, [SF, ...parameters, '--json'], options, (_error, stdout, stderr) => {
                const text = stdout.trim();
                if (!text.startsWith('{')) return reject(new Error(`sf ${parameters.join(' ')}: ${text}${stderr}`));
                const answer = JSON.parse(text) as { status?: number; result?: unknown };
                resolve(answer.status === 0 || answer.result ? answer.result : answer);
            });
        });
    const org = (...parameters: string[]) => sf([...parameters, '-o', 'local']);
    const file = (name: string, text: string): string => {
        writeFileSync(path.join(folder, name), text);
        return path.join(folder, name);
    };

    test('data create file', async () => {
        const { ContentDocumentId, Title } = await org('data', 'create', 'file', '-f', file('letter.txt', 'Dear all'));
        assert.match(ContentDocumentId, /^069/);
        assert.equal(Title, 'letter');
        const body = await org('data', 'query', '-q', 'SELECT ContentSize, FileExtension FROM ContentVersion');
        assert.deepEqual([body.records[0].ContentSize, body.records[0].FileExtension], [8, 'txt']);
    });

    test('org display', async () => {
        const { connectedStatus, apiVersion } = await org('org', 'display');
        assert.deepEqual([connectedStatus, apiVersion], ['Connected', '67.0']);
    });

    test('data create, get, update and delete record', async () => {
        const { id } = await org('data', 'create', 'record', '-s', 'Account', '-v', 'Name=Three Key__c=k3');
        await org('data', 'update', 'record', '-s', 'Account', '-i', id, '-v', 'Name=Drei');
        assert.equal((await org('data', 'get', 'record', '-s', 'Account', '-w', 'Key__c=k3')).Name, 'Drei');
        assert.equal((await org('data', 'delete', 'record', '-s', 'Account', '-i', id)).success, true);
    });

    test('data import, upsert and export in bulk', async () => {
        const csv = file('accounts.csv', 'Key__c,Name\nk1,One\nk2,Two\n');
        const bulk = ['-s', 'Account', '-f', csv, '--wait', '2', '--line-ending', 'LF'];
        assert.equal((await org('data', 'import', 'bulk', ...bulk)).successfulRecords, 2);
        const { jobInfo } = await org('data', 'upsert', 'bulk', '-i', 'Key__c', ...bulk);
        assert.deepEqual([jobInfo.numberRecordsProcessed, jobInfo.numberRecordsFailed], [2, 0]);
        const target = path.join(folder, 'out.csv');
        const soql = 'SELECT Key__c, Name, Owner.Name FROM Account WHERE Key__c != null ORDER BY Key__c';
        await org('data', 'export', 'bulk', '-q', soql, '--output-file', target, '--wait', '2');
        const [header, first] = readFileSync(target, 'utf8').split('\n');
        assert.equal(header, '"Key__c","Name","Owner.Name"');
        assert.match(first, /^"k1","One","\w+/);
    });

    test('data import and export tree', async () => {
        const contact = { attributes: { type: 'Contact', referenceId: 'c1' }, LastName: 'Leaf' };
        const account = {
            attributes: { type: 'Account', referenceId: 'a1' },
            Name: 'Tree',
            Contacts: { records: [contact] }
        };
        await org('data', 'import', 'tree', '-f', file('tree.json', JSON.stringify({ records: [account] })));
        const soql = "SELECT Name, (SELECT LastName FROM Contacts) FROM Account WHERE Name = 'Tree'";
        await org('data', 'export', 'tree', '-q', soql, '-d', path.join(folder, 'tree'));
        assert.ok(
            existsSync(path.join(folder, 'tree', 'Account.json')) ||
                existsSync(path.join(folder, 'tree', 'Account-Contact.json'))
        );
        const { totalSize } = await org(
            'data',
            'query',
            '-q',
            "SELECT Id, Account.Name FROM Contact WHERE Account.Name = 'Tree'"
        );
        assert.equal(totalSize, 1);
    });

    test('apex run', async () => {
        const source = file('run.apex', "System.debug('hello'); insert new Account(Name = 'Anonymous');");
        const { compiled, success, logs } = await org('apex', 'run', '-f', source);
        assert.deepEqual([compiled, success], [true, true]);
        assert.match(logs, /hello/);
    });

    test('apex run test with coverage, and apex get test', async () => {
        const run = await org('apex', 'run', 'test', '--code-coverage', '--wait', '2', '--tests', 'SumTest');
        assert.deepEqual([run.summary.outcome, run.summary.testsRan], ['Passed', 1]);
        assert.equal(run.summary.orgWideCoverage, '100%');
        assert.equal(run.coverage.coverage[0].name, 'Sum');
        const again = await org('apex', 'get', 'test', '-i', run.summary.testRunId);
        assert.equal(again.summary.passing, 1);
    });

    test('apex run test --synchronous', async () => {
        const run = await org('apex', 'run', 'test', '--synchronous', '--tests', 'SumTest.adds');
        assert.deepEqual([run.summary.outcome, run.tests[0].MethodName], ['Passed', 'adds']);
    });

    test('sobject describe', async () => {
        const { name, fields } = await org('sobject', 'describe', '-s', 'Account');
        assert.deepEqual([name, fields.some((field: { name: string }) => field.name === 'Key__c')], ['Account', true]);
    });
});
