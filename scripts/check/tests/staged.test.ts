import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, beforeEach, describe, test } from 'node:test';
import { formatProblem } from '../problem.ts';
import { checkStaged } from '../staged.ts';
import { xml } from '../analysis/tests/plant.ts';

const OBJECT = 'app/objects/Order__c/Order__c.object-meta.xml';
const FIELD = 'app/objects/Order__c/fields/State__c.field-meta.xml';
const SET = 'app/permissionsets/Sales.permissionset-meta.xml';
const folders: string[] = [];
let root = '';

function git(...parameters: string[]): void {
    const author = ['-c', 'user.name=Kim', '-c', 'user.email=kim@example.invalid', '-c', 'commit.gpgsign=false'];
    execFileSync('git', [...author, ...parameters], { cwd: root, stdio: 'ignore' });
}

function write(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
}

function staged(): string[] {
    return checkStaged(root).map(formatProblem);
}

const object = (sharing: string): string =>
    xml(
        'CustomObject',
        `<deploymentStatus>Deployed</deploymentStatus>\n<label>Order</label>\n<nameField>\n<label>Name</label>\n<type>Text</type>\n</nameField>\n<pluralLabel>Orders</pluralLabel>\n<sharingModel>${sharing}</sharingModel>`
    );
const FIELD_TEXT = xml(
    'CustomField',
    '<fullName>State__c</fullName>\n<label>State</label>\n<length>20</length>\n<type>Text</type>'
);
const SET_TEXT = xml(
    'PermissionSet',
    '<fieldPermissions>\n<editable>true</editable>\n<field>Order__c.State__c</field>\n<readable>true</readable>\n</fieldPermissions>\n<label>Sales</label>\n' +
        '<objectPermissions>\n<allowCreate>false</allowCreate>\n<allowDelete>false</allowDelete>\n<allowEdit>false</allowEdit>\n<allowRead>true</allowRead>\n<modifyAllRecords>false</modifyAllRecords>\n<object>Order__c</object>\n<viewAllRecords>false</viewAllRecords>\n</objectPermissions>'
);

describe('the check of what is staged', () => {
    beforeEach(() => {
        root = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'tandem-staged-')));
        folders.push(root);
        write('sfdx-project.json', '{"packageDirectories":[{"path":"app","default":true}],"sourceApiVersion":"67.0"}');
        write(OBJECT, object('Private'));
        write(FIELD, FIELD_TEXT);
        write(SET, SET_TEXT);
        git('init', '--quiet');
        git('add', '.');
        git('commit', '--quiet', '--no-verify', '-m', 'Begin');
    });

    after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

    test('finds nothing when nothing of the project is staged', () => {
        write(OBJECT, object('Nobody'));
        write('notes.md', 'x');
        git('add', 'notes.md');
        assert.deepEqual(staged(), []);
    });

    test('finds a mistake of a staged file, as it is staged', () => {
        write(OBJECT, object('Nobody'));
        git('add', '.');
        write(OBJECT, object('Private'));
        const [one, ...more] = staged();
        assert.match(one, /Order__c\.object-meta\.xml:10 {2}sharingModel cannot be Nobody/);
        assert.deepEqual(more, []);
    });

    test('leaves out what was wrong before and is not staged', () => {
        write(OBJECT, object('Nobody'));
        git('add', '.');
        git('commit', '--quiet', '--no-verify', '-m', 'Break');
        write(FIELD, FIELD_TEXT.replace('>20<', '>30<'));
        git('add', '.');
        assert.deepEqual(staged(), []);
    });

    test('finds what a removed file leaves behind elsewhere', () => {
        git('rm', '--quiet', FIELD);
        const [one, ...more] = staged();
        assert.match(one, /Sales\.permissionset-meta\.xml:5 {2}There is no field Order__c\.State__c/);
        assert.deepEqual(more, []);
    });

    test('works before the first commit', () => {
        rmSync(path.join(root, '.git'), { recursive: true });
        write(OBJECT, object('Nobody'));
        git('init', '--quiet');
        git('add', '.');
        assert.equal(staged().length, 1);
    });
});
