import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ALL_CHECKS, checkPlatform } from '../checks/index.ts';
import { checkSoql } from '../checks/soql.ts';
import { Project } from '../project/project.ts';
import { SourceFile } from '../project/source-file.ts';
import { xml } from '../analysis/tests/plant.ts';

const LABELS = 'app/labels/CustomLabels.labels-meta.xml';

function project(language: string): Project {
    const label = `<labels>\n<fullName>Greeting</fullName>\n${language}<protected>false</protected>\n<shortDescription>x</shortDescription>\n<value>Hello</value>\n</labels>`;
    return new Project('/nowhere', ['app'], [new SourceFile(LABELS, xml('CustomLabels', label))]);
}

describe('projects of others', () => {
    test('are not held to what this project asks of itself', () => {
        const other = project('<language>en_US</language>\n');
        assert.deepEqual(checkPlatform(other), []);
        const [unused] = ALL_CHECKS.flatMap((check) => check(other));
        assert.equal(unused.what, 'Nothing uses the label Greeting');
    });

    test('may put a query together from parts', () => {
        const parts = `String part = 'SELECT Id FROM Contacts'; String none = 'SELECT Id FROM Caze';`;
        const file = new SourceFile('app/classes/Parts.cls', `public class Parts { void run() { ${parts} } }`);
        assert.deepEqual(
            checkSoql(new Project('/nowhere', ['app'], [file])).map(({ what }) => what),
            ['There is no object Caze']
        );
    });

    test('are held to what Salesforce asks', () => {
        assert.deepEqual(
            checkPlatform(project('')).map(({ file, line, what }) => `${file}:${line} ${what}`),
            [`${LABELS}:3 CustomLabel lacks language`]
        );
    });
});
