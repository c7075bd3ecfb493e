import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { LocalOrg } from '../../org.ts';
import { FixtureProject } from '../../org/tests/fixture.ts';
import { notImplementedRequests } from '../../platform/not-implemented.ts';
import { coverageOf } from '../coverage.ts';
import { limitsTable } from '../limits.ts';
import { readOptions } from '../options.ts';
import { summary } from '../report.ts';
import { runTests } from '../run-tests.ts';
import type { TestResult } from '../runner.ts';

const SUMS = `public class Sums {
    public static Integer add(Integer a, Integer b) {
        return a + b;
    }
    public static Integer subtract(Integer a, Integer b) {
        return a - b;
    }
    public static void unknown() {
        Domain.get();
    }
}`;
const SOURCES = {
    Sums: SUMS,
    AddTest: '@IsTest private class AddTest { @IsTest static void adds() { Assert.areEqual(3, Sums.add(1, 2)); } }',
    SubtractTest: `@IsTest private class SubtractTest {
        @IsTest static void fails() { Assert.areEqual(3, Sums.subtract(1, 2)); }
        @IsTest static void subtracts() { Assert.areEqual(1, Sums.subtract(3, 2)); }
    }`,
    UnknownTest: '@IsTest private class UnknownTest { @IsTest static void meets() { Sums.unknown(); } }',
    UseTest: `@IsTest private class UseTest {
        @IsTest static void uses() {
            insert new Account(Name = 'a');
            Test.startTest();
            insert new List<Account>{ new Account(Name = 'b'), new Account(Name = 'c') };
            Assert.areEqual(3, [SELECT Id FROM Account].size());
            Test.stopTest();
        }
    }`
};

describe('a run of tests', () => {
    let project: FixtureProject;
    before(() => void (project = new FixtureProject(SOURCES)));
    after(() => project.remove());

    async function run(...args: string[]): Promise<{ results: TestResult[]; covered: number[] }> {
        notImplementedRequests.clear();
        const options = readOptions(['--project', project.dir, '--coverage', ...args]);
        const org = LocalOrg.open({
            projectDir: project.dir,
            dataFile: ':memory:',
            quiet: true,
            coverage: true,
            tolerant: true
        });
        const results = await runTests(org, options);
        const covered = coverageOf(org.program).map((unit) => unit.covered);
        org.close();
        return { results, covered };
    }

    const said = (results: TestResult[]): string[] =>
        results.map(({ className, methodName, outcome }) => `${className}.${methodName} ${outcome}`);

    test('is the same in several processes as in one, in the same order', async () => {
        const alone = await run('--workers', '1');
        const wanted = [...notImplementedRequests];
        const shared = await run('--workers', '2');
        assert.deepEqual(said(alone.results), [
            'AddTest.adds Pass',
            'SubtractTest.fails Fail',
            'SubtractTest.subtracts Pass',
            'UnknownTest.meets Fail',
            'UseTest.uses Pass'
        ]);
        assert.deepEqual(said(shared.results), said(alone.results));
        assert.deepEqual(shared.covered, alone.covered);
        assert.deepEqual([...notImplementedRequests], wanted);
        assert.equal(wanted.length, 1);
    });

    test('counts what each test used, inside of startTest and outside', async () => {
        const { results } = await run('--filter', 'UseTest');
        const { Queries, QueryRows, DmlStatements, DmlRows } = results[0].limits!;
        assert.deepEqual([Queries, QueryRows, DmlStatements, DmlRows], [1, 3, 2, 3]);
        assert.match(limitsTable([{ name: 'UseTest.uses', limits: results[0].limits! }])[1], /1 +3 .*UseTest\.uses$/);
    });

    test('stops after the first failure when asked to, and says what it left out', async () => {
        const { results } = await run('--fail-fast');
        assert.deepEqual(
            results.map(({ outcome }) => outcome),
            ['Pass', 'Fail', 'Skip', 'Skip', 'Skip']
        );
        assert.equal(summary(results)[1], '1 passed, 1 failed, 3 skipped');
    });

    test('refuses a number of workers that is none', () => {
        assert.throws(() => readOptions(['--workers', 'many']), /--workers must be a whole number from 1: many/);
    });
});
