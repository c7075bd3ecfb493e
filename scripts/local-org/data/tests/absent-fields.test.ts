import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { NotImplementedError } from '../../platform/not-implemented.ts';
import { absentFieldName, isAbsentField } from '../schema/absent-fields.ts';
import { Fixture } from './support.ts';

describe('fields that Salesforce has and the local org has not', () => {
    const org = new Fixture();

    test('a query that names one stops with its name, which no code can catch', () => {
        assert.throws(() => org.query('SELECT IqScore FROM Opportunity'), {
            name: NotImplementedError.name,
            message: 'Not implemented in the local org: field Opportunity.IqScore'
        });
    });

    test('so does a condition on a parent', () => {
        assert.throws(() => org.query("SELECT Id FROM Contact WHERE Account.Tier = 'Gold'"), NotImplementedError);
    });

    test('a field that Salesforce has not either is still no such column', () => {
        assert.throws(() => org.query('SELECT Wheels FROM Opportunity'), /No such column 'Wheels'/);
    });

    test('a star stands for all names that begin so, in any case', () => {
        assert.equal(isAbsentField('USER', 'userpreferencesCacheDiagnostics'), true);
        assert.equal(isAbsentField('User', 'Username'), false);
        assert.equal(isAbsentField('Thing__c', 'PushCount'), false);
    });

    test('its name in the report', () => assert.equal(absentFieldName('User', 'Badge'), 'field User.Badge'));

    test('no field of the local org is listed, apart from what a star takes in', () => {
        const both = org.data.schema
            .objects()
            .filter(({ name }) => !['User', 'PermissionSet'].includes(name))
            .flatMap((object) => [...object.fields.values()].filter(({ name }) => isAbsentField(object.name, name)))
            .map(({ object, name }) => `${object}.${name}`);
        assert.deepEqual(both, []);
    });

    test('an object of the kind stops with its name, too', () => {
        assert.throws(() => org.query('SELECT Id FROM ListView'), /Not implemented in the local org: object ListView/);
        assert.throws(() => org.query('SELECT Id FROM Bicycle'), /sObject type 'Bicycle' is not supported/);
    });

    test('a profile leads to its license', () => {
        const [row] = org.query('SELECT UserLicense.Name, UserLicense.LicenseDefinitionKey FROM Profile LIMIT 1');
        const license = row.parents.get('UserLicense');
        assert.deepEqual([license?.read('Name'), license?.read('LicenseDefinitionKey')], ['Salesforce', 'SFDC']);
    });
});
