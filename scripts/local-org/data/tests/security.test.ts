import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { ApexException } from '../../platform/values/index.ts';
import type { SObjectValue } from '../../platform/values/index.ts';
import { userId } from '../index.ts';
import { Fixture, asSystem, asUser, decimal, record } from './support.ts';

describe('security', () => {
    let org: Fixture;
    let own: SObjectValue;

    beforeEach(() => {
        org = new Fixture();
        own = record('Engine__c', { Serial__c: 'mine', Secret__c: 'x' });
        org.insert([own], { access: asSystem('mechanic') });
    });

    const serials = (persona: string): string[] =>
        org.query('SELECT Serial__c FROM Engine__c', {}, asUser(persona)).map((row) => String(row.read('Serial__c')));

    test('user mode hides fields and objects as if they did not exist', () => {
        assert.throws(
            () => org.query('SELECT Secret__c FROM Engine__c', {}, asUser('mechanic')),
            /No such column 'Secret__c' on entity 'Engine__c'/
        );
        assert.throws(
            () => org.query("SELECT Id FROM Engine__c WHERE Secret__c = 'x'", {}, asUser('mechanic')),
            /No such column 'Secret__c'/
        );
        assert.throws(
            () => org.query('SELECT Id FROM Engine__c', {}, asUser('outsider')),
            /sObject type 'Engine__c' is not supported/
        );
        assert.equal(org.query('SELECT Secret__c FROM Engine__c WITH SYSTEM_MODE', {}, asUser('mechanic')).length, 1);
        assert.throws(
            () => org.query('SELECT Secret__c FROM Engine__c WITH USER_MODE', {}, asSystem('mechanic')),
            /No such column/
        );
        assert.throws(
            () => org.query('SELECT Secret__c FROM Engine__c WITH SECURITY_ENFORCED', {}, asSystem('mechanic')),
            /Insufficient permissions/
        );
    });

    test('the exception says which fields were hidden', () => {
        try {
            org.query('SELECT Secret__c FROM Engine__c', {}, asUser('mechanic'));
            assert.fail();
        } catch (error) {
            assert.deepEqual([...((error as ApexException).inaccessibleFields.get('Engine__c') ?? [])], ['Secret__c']);
        }
    });

    test('user mode refuses to write fields and objects without access', () => {
        const write = (persona: string, values: Record<string, unknown>): void => {
            org.insert([record('Engine__c', values)], { access: asUser(persona) });
        };
        assert.throws(() => write('mechanic', { Secret__c: 'y' }), /fields being inaccessible on Sobject Engine__c/);
        assert.throws(() => write('outsider', {}), /Access to entity 'Engine__c' denied/);
        write('mechanic', { Serial__c: 'allowed' });
    });

    test('private rows are seen by the owner and by roles above, not by colleagues', () => {
        assert.deepEqual(serials('mechanic'), ['mine']);
        assert.deepEqual(serials('foreman'), ['mine']);
        assert.deepEqual(serials('colleague'), []);
        assert.deepEqual(serials('admin'), ['mine']);
    });

    test('a colleague can neither change nor delete the row', () => {
        const change = record('Engine__c', { Id: own.id, Power__c: decimal('1') });
        assert.throws(
            () => org.update([change], { access: asUser('colleague') }),
            /INSUFFICIENT_ACCESS_OR_READONLY, insufficient access rights on object id/
        );
        assert.throws(() => org.remove([own], { access: asUser('colleague') }), /INSUFFICIENT_ACCESS/);
        org.update([change], { access: asUser('foreman') });
    });

    test('shares and queues open rows', () => {
        const share = record('Engine__Share', {
            ParentId: own.id,
            UserOrGroupId: userId('colleague'),
            AccessLevel: 'Read',
            RowCause: 'Manual'
        });
        org.insert([share]);
        assert.deepEqual(serials('colleague'), ['mine']);
        assert.equal(
            org.data.sharing.access(userId('colleague'), [own.id as string]).get(own.id as string)?.edit,
            false
        );
        org.remove([share]);
        assert.deepEqual(serials('colleague'), []);
        const queue = record('Group', { Name: 'Night shift', Type: 'Queue' });
        org.insert([queue]);
        org.insert([record('GroupMember', { GroupId: queue.id, UserOrGroupId: userId('colleague') })]);
        org.update([record('Engine__c', { Id: own.id, OwnerId: queue.id })]);
        assert.deepEqual(serials('colleague'), ['mine']);
        assert.deepEqual(serials('mechanic'), []);
    });

    test('details are as visible as their master', () => {
        org.insert([record('Part__c', { Name: 'Valve', Engine__c: own.id })]);
        const count = (persona: string): number => org.query('SELECT Id FROM Part__c', {}, asUser(persona)).length;
        assert.deepEqual([count('mechanic'), count('colleague')], [1, 0]);
    });

    test('permissions come from profile and permission sets', () => {
        const { permissions } = org.data;
        const mechanic = userId('mechanic');
        assert.equal(permissions.object(mechanic, 'engine__C').create, true);
        assert.deepEqual(permissions.field(mechanic, 'Engine__c', 'Serial__c'), { read: true, edit: true });
        assert.deepEqual(permissions.field(mechanic, 'Engine__c', 'Double_Power__c'), { read: true, edit: false });
        assert.deepEqual(permissions.field(mechanic, 'Engine__c', 'Secret__c'), { read: false, edit: false });
        assert.equal(permissions.apexClass(mechanic, 'EngineController'), true);
        assert.equal(permissions.apexClass(userId('outsider'), 'EngineController'), false);
        assert.deepEqual(permissions.permissionSets(mechanic), ['Mechanic']);
        assert.equal(permissions.object(userId('outsider'), 'Account').edit, true);
        assert.equal(permissions.user(userId('admin'), 'ModifyAllData'), true);
    });

    test('an assignment made in Apex counts at once, and a rollback takes it back', () => {
        const [set] = org.query(`SELECT Id FROM PermissionSet WHERE Name = 'Mechanic'`);
        org.data.begin();
        org.insert([record('PermissionSetAssignment', { AssigneeId: userId('outsider'), PermissionSetId: set.id })]);
        assert.equal(org.data.permissions.object(userId('outsider'), 'Engine__c').read, true);
        org.data.rollbackAll();
        assert.equal(org.data.permissions.object(userId('outsider'), 'Engine__c').read, false);
    });

    test('a new user without anything sees nothing', () => {
        const [profile] = org.query(`SELECT Id FROM Profile WHERE Name = 'Standard User'`);
        const user = record('User', {
            LastName: 'New',
            Alias: 'new',
            Email: 'new@fixture.example',
            Username: 'new@fixture.example',
            ProfileId: profile.id,
            TimeZoneSidKey: 'GMT',
            LocaleSidKey: 'en_US',
            EmailEncodingKey: 'UTF-8',
            LanguageLocaleKey: 'en_US'
        });
        org.insert([user]);
        assert.equal(org.data.permissions.object(user.id as string, 'Engine__c').read, false);
        assert.equal(org.data.permissions.object(user.id as string, 'Account').read, true);
        assert.throws(
            () => org.insert([record('User', Object.fromEntries([...user.fields].filter(([name]) => name !== 'Id')))]),
            /DUPLICATE_USERNAME/
        );
    });
});
