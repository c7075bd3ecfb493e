import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LocalOrg } from '../../org.ts';
import { junitReport } from '../../testing/junit.ts';
import { TestRunner } from '../../testing/runner.ts';
import { FixtureProject } from './fixture.ts';

const SOURCES = {
    Broken: 'public class Broken { public void run( { } }',
    SomeTest: `@IsTest private class SomeTest {
        @IsTest static void fine() { Assert.areEqual('a\\nb', Texts.BLOCK); }
        @IsTest static void reaches() { new Broken(); }
        @IsTest static void saves() { insert new Account(Name = 'x'); }
    }`,
    Texts: "public class Texts { public static final String BLOCK = '''\na\nb'''; }"
};

function runTolerant(project: FixtureProject) {
    const options = { projectDir: project.dir, dataFile: ':memory:', quiet: true, cacheSyntax: false, tolerant: true };
    const org = LocalOrg.open(options);
    try {
        return { errors: org.program.compiled.errors, results: new TestRunner(org).run() };
    } finally {
        org.close();
    }
}

test('a tolerant org runs what compiles, and code that does not stops when it is reached', () => {
    const project = new FixtureProject(SOURCES);
    project.addTrigger('AccountTrigger', 'trigger AccountTrigger on Account (before insert) { new Missing().run(); }');
    const { errors, results } = runTolerant(project);
    project.remove();
    assert.deepEqual(
        errors.map(({ message }) => message),
        ["Unexpected token '{', expecting an identifier", 'Invalid type: Broken', 'Invalid type: Missing']
    );
    assert.deepEqual(
        results.map(({ methodName, outcome }) => `${methodName} ${outcome}`),
        ['fine Pass', 'reaches Fail', 'saves Fail']
    );
    assert.match(
        results[2].message!,
        /This code does not compile: .*AccountTrigger\.trigger:1:\d+ Invalid type: Missing/
    );
});

test('results are written for build servers', () => {
    const xml = junitReport([
        {
            className: 'A',
            methodName: 'b',
            outcome: 'Fail',
            message: '1 < 2 & "x"',
            stackTrace: 'line 1',
            milliseconds: 1500,
            unimplemented: null,
            limits: null
        }
    ]);
    assert.match(xml, /<testsuite name="A" tests="1" failures="1" skipped="0" time="1.500">/);
    assert.match(xml, /<failure message="1 &lt; 2 &amp; &quot;x&quot;">line 1<\/failure>/);
});
