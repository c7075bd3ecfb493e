import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { SObjectValue } from '../../platform/values/index.ts';
import { userId } from '../index.ts';
import type { Access } from '../types.ts';
import { xml } from './fixture-project.ts';
import { Fixture, asUser, decimal, record } from './support.ts';

const GROUP = 'force-app/main/permissionsetgroups/Shop.permissionsetgroup-meta.xml';
const MUTING = 'force-app/main/mutingpermissionsets/Quiet.mutingpermissionset-meta.xml';
const RULES = 'force-app/main/sharingRules/Engine__c.sharingRules-meta.xml';

const shop = (muting: string): Record<string, string> => ({
    [GROUP]: xml(
        'PermissionSetGroup',
        `<label>Shop</label><permissionSets>Mechanic</permissionSets>${muting}<status>Updated</status>`
    ),
    [MUTING]: xml(
        'MutingPermissionSet',
        '<label>Quiet</label><fieldPermissions><editable>true</editable><field>Engine__c.Power__c</field><readable>false</readable></fieldPermissions><objectPermissions><allowCreate>false</allowCreate><allowDelete>true</allowDelete><allowEdit>false</allowEdit><allowRead>false</allowRead><modifyAllRecords>false</modifyAllRecords><object>Part__c</object><viewAllRecords>false</viewAllRecords></objectPermissions>'
    )
});

function withGroup(muting: string): Fixture {
    const org = new Fixture(shop(muting));
    const [group] = org.query(`SELECT Id FROM PermissionSetGroup WHERE DeveloperName = 'Shop'`);
    org.insert([record('PermissionSetAssignment', { AssigneeId: userId('outsider'), PermissionSetGroupId: group.id })]);
    return org;
}

const rule = (kind: string, content: string): string =>
    `<${kind}><fullName>R</fullName><label>R</label>${content}</${kind}>`;
const rulesFile = (...rules: string[]): Record<string, string> => ({ [RULES]: xml('SharingRules', rules.join('')) });
const criteria = (field: string, operation: string, value: string): string =>
    `<criteriaItems><field>${field}</field><operation>${operation}</operation><value>${value}</value></criteriaItems>`;

/** Engines of the foreman, whom the mechanics do not oversee. */
function foremansEngines(files: Record<string, string>): Fixture {
    const org = new Fixture(files);
    const engines = ['1', '2', '30'].map((power): SObjectValue =>
        record('Engine__c', { Serial__c: `P${power}`, Power__c: decimal(power), OwnerId: userId('foreman') })
    );
    org.insert(engines);
    return org;
}

const seen = (org: Fixture, access: Access): string[] =>
    org
        .query('SELECT Serial__c FROM Engine__c ORDER BY Serial__c', {}, access)
        .map((row) => String(row.read('Serial__c')));

describe('permission set groups', () => {
    test('a group gives what its sets give', () => {
        const org = withGroup('');
        const { permissions } = org.data;
        assert.equal(permissions.object(userId('outsider'), 'Engine__c').delete, true);
        assert.equal(permissions.field(userId('outsider'), 'Engine__c', 'Power__c').edit, true);
        assert.deepEqual(permissions.permissionSets(userId('outsider')), ['Mechanic']);
    });

    test('a muting set takes away within its group only', () => {
        const org = withGroup('<mutingPermissionSets>Quiet</mutingPermissionSets>');
        const { permissions } = org.data;
        assert.deepEqual(permissions.field(userId('outsider'), 'Engine__c', 'Power__c'), { read: true, edit: false });
        assert.equal(permissions.object(userId('outsider'), 'Part__c').delete, false);
        assert.equal(permissions.object(userId('mechanic'), 'Part__c').delete, true);
    });

    test('a set added to a group by a record counts at once', () => {
        const org = withGroup('');
        const [group] = org.query('SELECT Id FROM PermissionSetGroup');
        const set = record('PermissionSet', { Name: 'Extra', Label: 'Extra' });
        org.insert([set]);
        org.insert([
            record('ObjectPermissions', {
                ParentId: set.id,
                SobjectType: 'Engine__c',
                PermissionsViewAllRecords: true,
                PermissionsRead: true
            })
        ]);
        assert.equal(org.data.permissions.object(userId('outsider'), 'Engine__c').viewAll, false);
        org.insert([
            record('PermissionSetGroupComponent', { PermissionSetGroupId: group.id, PermissionSetId: set.id })
        ]);
        assert.equal(org.data.permissions.object(userId('outsider'), 'Engine__c').viewAll, true);
    });

    test('a grant of an address opens its parts', () => {
        const org = new Fixture();
        const set = record('PermissionSet', { Name: 'Address', Label: 'Address' });
        const user = record('User', {
            LastName: 'New',
            Username: 'new@x.example',
            Email: 'new@x.example',
            Alias: 'new',
            ProfileId: null
        });
        org.insert([set]);
        const [profile] = org.query(`SELECT ProfileId FROM User WHERE Alias = 'outsider'`);
        user.fields.set('ProfileId', profile.read('ProfileId'));
        org.insert([
            record('FieldPermissions', {
                ParentId: set.id,
                SobjectType: 'Account',
                Field: 'Account.ShippingAddress',
                PermissionsRead: true,
                PermissionsEdit: true
            })
        ]);
        org.insert([record('PermissionSetAssignment', { AssigneeId: userId('outsider'), PermissionSetId: set.id })]);
        assert.equal(org.data.permissions.field(userId('outsider'), 'Account', 'ShippingCity').edit, true);
    });
});

describe('sharing rules', () => {
    test('without a rule a private record of somebody above stays hidden', () => {
        assert.deepEqual(seen(foremansEngines({}), asUser('mechanic')), []);
    });

    test('a rule by criteria opens what fits, to its role and to those above', () => {
        const content = `<accessLevel>Read</accessLevel><sharedTo><role>Mechanics</role></sharedTo>${criteria('Power__c', 'greaterThan', '1')}`;
        const org = foremansEngines(rulesFile(rule('sharingCriteriaRules', content)));
        assert.deepEqual(seen(org, asUser('mechanic')), ['P2', 'P30']);
        const [engine] = org.query(`SELECT Id FROM Engine__c WHERE Serial__c = 'P2'`);
        const access = org.data.sharing.access(userId('mechanic'), [engine.id as string]).get(engine.id as string);
        assert.deepEqual([access?.read, access?.edit], [true, false]);
    });

    test('filter logic joins criteria', () => {
        const items =
            criteria('Serial__c', 'equals', 'P1') +
            criteria('Power__c', 'equals', '30') +
            criteria('Serial__c', 'startsWith', 'P');
        const content = `<accessLevel>Edit</accessLevel><sharedTo><allInternalUsers/></sharedTo>${items}<booleanFilter>(1 OR 2) AND 3</booleanFilter>`;
        const org = foremansEngines(rulesFile(rule('sharingCriteriaRules', content)));
        assert.deepEqual(seen(org, asUser('mechanic')), ['P1', 'P30']);
        org.update(
            [
                record('Engine__c', {
                    Serial__c: 'P1',
                    Id: org.query(`SELECT Id FROM Engine__c WHERE Serial__c = 'P1'`)[0].id
                })
            ],
            { access: asUser('mechanic') }
        );
    });

    test('a rule by owner opens the records of a role', () => {
        const content =
            '<accessLevel>Read</accessLevel><sharedTo><roleAndSubordinates>Mechanics</roleAndSubordinates></sharedTo><sharedFrom><role>Foremen</role></sharedFrom>';
        const org = foremansEngines(rulesFile(rule('sharingOwnerRules', content)));
        assert.deepEqual(seen(org, asUser('colleague')), ['P1', 'P2', 'P30']);
    });

    test('an operation that is not known stops with its name', () => {
        const content = `<accessLevel>Read</accessLevel><sharedTo><role>Mechanics</role></sharedTo>${criteria('Serial__c', 'within', '1')}`;
        const org = foremansEngines(rulesFile(rule('sharingCriteriaRules', content)));
        assert.throws(() => seen(org, asUser('mechanic')), /sharing rule operation within/);
    });
});
