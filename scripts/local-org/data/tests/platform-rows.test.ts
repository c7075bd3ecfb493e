import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { ApexList } from '../../platform/values/index.ts';
import { userId } from '../index.ts';
import { Fixture, asSystem, record } from './support.ts';

describe('rows that the platform makes', () => {
    let org: Fixture;

    beforeEach(() => {
        org = new Fixture();
    });

    test('recipients of an e-mail become relations with their address', () => {
        const contact = record('Contact', { LastName: 'Ito', Email: 'ito@example.com' });
        org.insert([contact]);
        const ids = new ApexList('Id', [contact.id, userId('mechanic')]);
        org.insert([
            record('EmailMessage', { Subject: 'Hi', ToIds: ids, ToAddress: 'other@example.com; ITO@example.com' })
        ]);
        const rows = org.query('SELECT RelationAddress, RelationType, RelationObjectType FROM EmailMessageRelation');
        assert.deepEqual(
            rows.map((row) => [row.read('RelationAddress'), row.read('RelationType'), row.read('RelationObjectType')]),
            [
                ['ito@example.com', 'ToAddress', 'Contact'],
                ['mechanic@fixture.example', 'ToAddress', 'User'],
                ['other@example.com', 'ToAddress', null]
            ]
        );
        const [message] = org.query('SELECT ToIds FROM EmailMessage');
        assert.deepEqual((message.read('ToIds') as ApexList).items, ids.items);
    });

    test('a relation of one’s own is completed from its record', () => {
        const contact = record('Contact', { LastName: 'Ito', Email: 'ito@example.com' });
        const message = record('EmailMessage', { Subject: 'Hi' });
        org.insert([contact, message]);
        assert.equal(org.query('SELECT Id FROM EmailMessageRelation').length, 0);
        const own = { EmailMessageId: message.id, RelationId: contact.id, RelationType: 'FromAddress' };
        org.insert([record('EmailMessageRelation', own)]);
        assert.deepEqual(org.values('SELECT RelationAddress FROM EmailMessageRelation', 'RelationAddress'), [
            'ito@example.com'
        ]);
    });

    test('a team member gets a share, and loses it again', () => {
        const account = record('Account', { Name: 'Team' });
        org.insert([account]);
        const member = { AccountId: account.id, UserId: userId('mechanic'), AccountAccessLevel: 'Edit' };
        const [{ id }] = org.insert([record('AccountTeamMember', member)]);
        const shares = `SELECT AccountAccessLevel FROM AccountShare WHERE RowCause = 'Team'`;
        assert.deepEqual(org.values(shares, 'AccountAccessLevel'), ['Edit']);
        org.remove([record('AccountTeamMember', { Id: id })]);
        assert.deepEqual(org.values(shares, 'AccountAccessLevel'), []);
    });

    test('undelete gives lookups back, unless they lead elsewhere by now', () => {
        const [first, second] = ['One', 'Two'].map((Name) => record('Account', { Name }));
        org.insert([first, second]);
        const [stays, moves] = ['S-1', 'S-2'].map((serial) =>
            record('Engine__c', { Serial__c: serial, Account__c: first.id })
        );
        org.insert([stays, moves]);
        org.remove([first]);
        org.update([record('Engine__c', { Id: moves.id, Account__c: second.id })]);
        org.data.dml('undelete', [first], { access: asSystem(), allOrNone: true });
        assert.deepEqual(org.values('SELECT Account__c FROM Engine__c ORDER BY Serial__c', 'Account__c'), [
            first.id,
            second.id
        ]);
    });

    test('FieldPermissions and ObjectPermissions tell what profiles and permission sets give', () => {
        const field = `SELECT PermissionsEdit FROM FieldPermissions WHERE Parent.Name = 'Mechanic' AND Field = 'Engine__c.Double_Power__c'`;
        assert.deepEqual(org.values(field, 'PermissionsEdit'), ['false']);
        const object = `SELECT PermissionsDelete FROM ObjectPermissions WHERE Parent.Profile.Name = 'Standard User' AND SobjectType = 'Account'`;
        assert.deepEqual(org.values(object, 'PermissionsDelete'), ['true']);
    });

    test('fixed results stand in for a search; conditions of RETURNING still count', () => {
        const [one, two] = ['Alpha', 'Beta'].map((Name) => record('Account', { Name }));
        org.insert([one, two]);
        const sosl = `FIND 'nothing like it' RETURNING Account(Name WHERE Name != 'Beta'), Contact(Id)`;
        const found = org.data.search(sosl, () => null, asSystem(), [one.id as string, two.id as string]);
        assert.deepEqual(
            found.map((rows) => rows.map((row) => row.read('Name'))),
            [['Alpha'], []]
        );
        assert.deepEqual(
            org.data.search(sosl, () => null, asSystem(), []),
            [[], []]
        );
    });

    test('a subquery may name its relationship with the object before it', () => {
        const account = record('Account', { Name: 'Acme' });
        org.insert([account]);
        org.insert([record('Contact', { LastName: 'Doe', AccountId: account.id })]);
        const [row] = org.query('SELECT Id, (SELECT LastName FROM Account.Contacts) FROM Account');
        assert.equal(row.children.get('Contacts')?.items.length, 1);
        assert.throws(() => org.query('SELECT Id, (SELECT Id FROM Lead.Contacts) FROM Account'), /Lead\.Contacts/);
    });
});
