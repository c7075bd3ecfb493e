import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { CompileFailure, LocalOrg } from '../../org.ts';
import type { AnonymousResult } from '../anonymous.ts';
import { FixtureProject } from './fixture.ts';

/** Opens a project, does something with it and removes it. */
function inProject<T>(sources: Record<string, string>, work: (org: LocalOrg, project: FixtureProject) => T): T {
    const project = new FixtureProject(sources);
    try {
        const org = project.open();
        try {
            return work(org, project);
        } finally {
            org.close();
        }
    } finally {
        project.remove();
    }
}

function execute(source: string, sources: Record<string, string> = {}): AnonymousResult {
    return inProject(sources, (org) => org.executeAnonymous('admin', source));
}

/** What opening a project with these sources says, each with its file, line and column. */
function errorsOfOpening(project: FixtureProject): string[] {
    try {
        project.open().close();
        return [];
    } catch (error) {
        assert.ok(error instanceof CompileFailure);
        return error.errors.map(
            ({ file, line, column, message }) => `${path.basename(file)}:${line}:${column} ${message}`
        );
    } finally {
        project.remove();
    }
}

test('a syntax error says where it is and what was expected', () => {
    const errors = errorsOfOpening(new FixtureProject({ Broken: 'public class Broken {\n    Integer a = ;\n}' }));
    assert.deepEqual(errors, ["Broken.cls:2:17 Unexpected token ';', expecting an expression"]);
});

test('a class that a trigger needs and that is missing is named', () => {
    const project = new FixtureProject({});
    project.addTrigger('AccountTrigger', 'trigger AccountTrigger on Account (before insert) {\n    Missing.run();\n}');
    assert.deepEqual(errorsOfOpening(project), ['AccountTrigger.trigger:2:5 Variable does not exist: Missing']);
});

test('a class in two package directories names both files', () => {
    const project = new FixtureProject({ Twice: 'public class Twice {}' });
    project.addSource('force-app/other/classes/Twice.cls', 'public class Twice {}');
    const [error] = errorsOfOpening(project);
    assert.match(error, /^Twice\.cls:1:14 Type name already in use: Twice \(in force-app.*Twice\.cls\)$/);
});

test('classes may be named with the namespace of their project', () => {
    const project = new FixtureProject({
        Util: 'public class Util { public class Inner {} public static Integer one() { return 1; } }',
        UtilTest: `@IsTest
            private class UtilTest {
                @IsTest static void named() {
                    acme.Util.Inner made = new Acme.Util.Inner();
                    Assert.areEqual(1, acme.Util.one());
                    Assert.areEqual(acme.Util.class, Type.forName('acme', 'Util'));
                    Assert.isInstanceOfType(made, Util.Inner.class);
                }
            }`
    });
    project.addSource(
        './sfdx-project.json',
        '{"packageDirectories":[{"path":"force-app","default":true}],"namespace":"acme","sourceApiVersion":"67.0"}'
    );
    try {
        assert.deepEqual(project.test(), ['UtilTest.named: Pass']);
    } finally {
        project.remove();
    }
});

test('static initialisers that need each other see null, as on the platform', () => {
    const result = execute('System.debug(First.VALUE);', {
        First: 'public class First { public static final Integer VALUE = Second.VALUE + 1; }',
        Second: 'public class Second { public static final Integer VALUE = First.VALUE + 1; }'
    });
    assert.equal(result.exceptionMessage, 'System.NullPointerException: Attempt to de-reference a null object');
    assert.match(result.exceptionStackTrace!, /Class\.Second\.<clinit>: line 1/);
});

test('a static initialiser that calls itself for ever ends', () => {
    const result = execute('Endless.depth();', {
        Endless: 'public class Endless { public static Integer depth() { return depth() + 1; } }'
    });
    assert.match(result.exceptionMessage!, /^System\.LimitException: Maximum stack depth/);
});

test('ten million rounds of a loop are more than a transaction may take', () => {
    const source = 'Long sum = 0; for (Integer i = 0; i < 10000000; i++) { sum += i; } System.debug(sum);';
    const result = inProject({}, (org) => {
        const failed = org.executeAnonymous('admin', source);
        assert.equal(org.executeAnonymous('admin', 'System.debug(1);').success, true);
        return failed;
    });
    assert.equal(result.exceptionMessage, 'System.LimitException: Apex CPU time limit exceeded');
});

test('the limit cannot be caught', () => {
    const result = execute('try { while (true) {} } catch (Exception e) { System.debug(e); }');
    assert.equal(result.exceptionMessage, 'System.LimitException: Apex CPU time limit exceeded');
});

test('a data file that is none says so', () => {
    const project = new FixtureProject({});
    const dataFile = path.join(project.dir, 'org.sqlite');
    writeFileSync(dataFile, 'This is no database. '.repeat(100));
    try {
        const open = () => LocalOrg.open({ projectDir: project.dir, dataFile, quiet: true, cacheSyntax: false });
        assert.throws(open, (error: Error) => error.message.includes(dataFile) && /reset/.test(error.message));
    } finally {
        project.remove();
    }
});
