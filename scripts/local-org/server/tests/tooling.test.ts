import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { after, before, describe, test } from 'node:test';
import { openFixtureServer, type FixtureServer } from './fixture-server.ts';

const TOOLING = '/services/data/v67.0/tooling';
const SOURCES = {
    Sum: `public class Sum {
        public static Integer of(Integer a, Integer b) {
            if (a > 100) {
                return 100;
            }
            return a + b;
        }
        public static Integer unused() {
            return 1;
        }
    }`,
    SumTest: `@IsTest
private class SumTest {
    @IsTest
    static void adds() { Assert.areEqual(3, Sum.of(1, 2)); }
    @IsTest
    static void caps() { Assert.areEqual(99, Sum.of(101, 2)); }
}`,
    OtherTest: `@IsTest
private class OtherTest { @IsTest static void passes() { insert new Account(Name = 'only in the test'); } }`
};

describe('Apex tests over the Tooling API', () => {
    let server: FixtureServer;
    before(async () => {
        server = await openFixtureServer(SOURCES);
    });
    after(() => server.close());

    const query = async (soql: string) => {
        const { body } = await server.send('GET', `${TOOLING}/query?q=${encodeURIComponent(soql)}`);
        return body.records;
    };
    const post = (path: string, body: unknown, persona?: string) =>
        server.send('POST', `${TOOLING}/${path}`, body, persona);

    test('run one after the other until there is an answer', async () => {
        const { status, body } = await post('runTestsSynchronous', { tests: [{ className: 'SumTest' }] });
        assert.deepEqual([status, body.numTestsRun, body.numFailures], [200, 2, 1]);
        assert.deepEqual([body.successes[0].methodName, body.failures[0].methodName], ['adds', 'caps']);
        assert.match(body.failures[0].message, /^System.AssertException: Assertion Failed: Expected: 99, Actual: 100/);
        assert.match(body.failures[0].stackTrace, /^Class\.SumTest\.caps: line 6/);
        assert.match(body.failures[0].id, /^01p/);
    });

    test('run beside other work, with coverage by test, by class and of the org', async () => {
        const { body: id } = await post('runTestsAsynchronous', {
            testLevel: 'RunLocalTests',
            skipCodeCoverage: false
        });
        assert.match(id, /^707\w{15}$/);
        const run = `FROM ApexTestRunResult WHERE AsyncApexJobId = '${id}'`;
        const [first] = await query(`SELECT Status, ClassesEnqueued, MethodsEnqueued ${run}`);
        assert.deepEqual([first.Status, first.ClassesEnqueued, first.MethodsEnqueued], ['Processing', 2, 3]);
        while ((await query(`SELECT Status ${run}`))[0].Status === 'Processing') await wait(100);
        const results = await query(
            `SELECT Outcome, MethodName, RunTime, QueueItemId, ApexClass.Id, ApexClass.Name, ApexClass.NamespacePrefix FROM ApexTestResult WHERE AsyncApexJobId = '${id}' ORDER BY ApexClass.Name, MethodName`
        );
        assert.deepEqual(
            results.map(
                (row: { ApexClass: { Name: string }; Outcome: string }) => `${row.ApexClass.Name} ${row.Outcome}`
            ),
            ['OtherTest Pass', 'SumTest Pass', 'SumTest Fail']
        );
        const classes = `'${results[1].ApexClass.Id}'`;
        const byTest = await query(
            `SELECT ApexTestClassId, ApexClassOrTrigger.Id, ApexClassOrTrigger.Name, TestMethodName, NumLinesCovered, NumLinesUncovered, Coverage FROM ApexCodeCoverage WHERE ApexTestClassId IN (${classes}) ORDER BY TestMethodName`
        );
        assert.deepEqual(byTest[0].Coverage, { coveredLines: [3, 6], uncoveredLines: [4, 9] });
        assert.deepEqual([byTest[1].TestMethodName, byTest[1].ApexClassOrTrigger.Name], ['caps', 'Sum']);
        const [sum] = await query(
            `SELECT ApexClassOrTrigger.Name, NumLinesCovered, NumLinesUncovered, Coverage FROM ApexCodeCoverageAggregate WHERE ApexClassOrTriggerId IN ('${byTest[0].ApexClassOrTrigger.Id}')`
        );
        assert.deepEqual([sum.NumLinesCovered, sum.NumLinesUncovered], [3, 1]);
        assert.equal((await query('SELECT PercentCovered FROM ApexOrgWideCoverage'))[0].PercentCovered, 75);
        assert.equal((await query("SELECT Id FROM Account WHERE Name = 'only in the test'")).length, 0);
    });

    test('only the methods that were asked for', async () => {
        const { body } = await post('runTestsSynchronous', {
            tests: [{ className: 'SumTest', testMethods: ['adds'] }],
            skipCodeCoverage: true
        });
        assert.deepEqual([body.numTestsRun, body.numFailures], [1, 0]);
    });

    test('classes are found by id too', async () => {
        const [{ Id }] = await query("SELECT Id FROM ApexClass WHERE Name = 'OtherTest'");
        const { body } = await post('runTestsSynchronous', { tests: [{ classId: Id.slice(0, 15) }] });
        assert.deepEqual([body.numTestsRun, body.successes[0].name], [1, 'OtherTest']);
    });

    test('what cannot be run is told', async () => {
        const unknown = await post('runTestsAsynchronous', { classNames: 'Sum' });
        assert.deepEqual([unknown.status, unknown.body[0].errorCode], [400, 'INVALID_INPUT']);
        assert.match(unknown.body[0].message, /This class name's value is invalid: Sum/);
        const method = await post('runTestsAsynchronous', { tests: [{ className: 'SumTest', testMethods: ['nope'] }] });
        assert.equal(method.status, 400);
        assert.equal((await post('runTestsAsynchronous', { suiteNames: 'x' })).status, 404);
        assert.equal((await post('runTestsAsynchronous', {})).status, 400);
        assert.equal((await post('runTestsAsynchronous', { classNames: 'SumTest' }, 'agent')).status, 403);
        const write = await server.send('POST', `${TOOLING}/sobjects/ApexClass`, { Name: 'x' });
        assert.deepEqual([write.status, write.body[0].errorCode], [404, 'NOT_FOUND']);
    });
});
