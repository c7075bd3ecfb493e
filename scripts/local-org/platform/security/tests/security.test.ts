import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { OrgServices } from '../../context.ts';
import { platformEnumValue } from '../../define.ts';
import { call, callStatic, callTyped, inContext, thrown } from '../../tests/support.ts';
import { ApexList, ApexMap, ApexSet, SObjectFieldToken, SObjectTypeToken, SObjectValue } from '../../values/index.ts';

const FIELDS: Record<string, Record<string, unknown>> = {
    id: { name: 'Id', createable: false, updateable: false },
    name: {
        name: 'Name',
        label: 'Account Name',
        createable: true,
        updateable: true,
        type: 'STRING',
        apexType: 'String',
        object: 'Account'
    },
    secret__c: {
        name: 'Secret__c',
        createable: true,
        updateable: true,
        type: 'BOOLEAN',
        apexType: 'Boolean',
        object: 'Account'
    }
};
const account = {
    name: 'Account',
    keyPrefix: '001',
    createable: true,
    fields: new Map(Object.entries(FIELDS)),
    field: (name: string) => FIELDS[name.toLowerCase()],
    relationship: () => undefined
};
const parts = {
    schema: {
        object: (name: string) => (name.toLowerCase() === 'account' ? account : undefined),
        objects: () => [account]
    },
    data: {
        permissions: {
            object: () => ({ read: true, create: false, edit: true, delete: false }),
            field: (_user: string, _object: string, field: string) => ({ read: field !== 'Secret__c', edit: false }),
            customPermission: (_user: string, name: string) => name === 'Approve'
        },
        dml: () => [
            {
                success: false,
                id: null,
                errors: [
                    {
                        statusCode: 'REQUIRED_FIELD_MISSING',
                        message: 'Required fields are missing: [Name]',
                        fields: ['Name']
                    }
                ]
            }
        ],
        query: () => [],
        describeQuery: (soql: string) => ({ object: soql.includes('__mdt') ? 'X__mdt' : 'Account' })
    }
} as unknown as Partial<OrgServices>;
const inOrg = (run: () => void): void => inContext(run, parts);

function record(): SObjectValue {
    const row = new SObjectValue('Account');
    row.fields.set('Name', 'A').set('Secret__c', true);
    return row;
}

const strip = (access: string): unknown =>
    callTyped(
        'Security',
        'stripInaccessible',
        ['AccessType', 'List<SObject>'],
        platformEnumValue('AccessType', access),
        new ApexList('Account', [record()]),
        true
    );

describe('Security.stripInaccessible', () => {
    test('takes away what the user may not read, and says so', () =>
        inOrg(() => {
            const decision = strip('READABLE');
            const rows = call('SObjectAccessDecision', decision, 'getRecords') as ApexList<SObjectValue>;
            assert.deepEqual([...rows.items[0].fields.keys()], ['Name']);
            const removed = call('SObjectAccessDecision', decision, 'getRemovedFields') as ApexMap<string, ApexSet>;
            assert.deepEqual(removed.get('Account')?.items, ['Secret__c']);
        }));
    test('refuses an object that the user may not create', () =>
        inOrg(() =>
            assert.equal(
                thrown(() => strip('CREATABLE')),
                'NoAccessException: No access to entity: Account'
            )
        ));
});

describe('describes', () => {
    const describeAccount = (): unknown => call('Schema.SObjectType', new SObjectTypeToken('Account'), 'getDescribe');
    test('rights are those of the user', () =>
        inOrg(() => {
            const described = describeAccount();
            assert.deepEqual(
                [
                    call('Schema.DescribeSObjectResult', described, 'isAccessible'),
                    call('Schema.DescribeSObjectResult', described, 'isCreateable')
                ],
                [true, false]
            );
        }));
    test('a field', () =>
        inOrg(() => {
            const described = call('Schema.SObjectField', new SObjectFieldToken('Account', 'Name'), 'getDescribe');
            assert.deepEqual(
                [
                    call('Schema.DescribeFieldResult', described, 'getLabel'),
                    call('Schema.DescribeFieldResult', described, 'isUpdateable')
                ],
                ['Account Name', false]
            );
        }));
    test('the global describe is found in any spelling', () =>
        inOrg(() => assert.equal((callStatic('Schema', 'getGlobalDescribe') as ApexMap).has('ACCOUNT'), true)));
});

describe('SObject', () => {
    test('put checks the type', () =>
        inOrg(() =>
            assert.match(
                thrown(() => call('SObject', record(), 'put', 'Name', 5)),
                /SObjectException: Illegal assignment from number to String/
            )
        ));
    test('get in any spelling', () => inOrg(() => assert.equal(call('SObject', record(), 'get', 'NAME'), 'A')));
    test('get of an unknown field', () =>
        inOrg(() =>
            assert.equal(
                thrown(() => call('SObject', record(), 'get', 'Nope')),
                'SObjectException: Invalid field Nope for Account'
            )
        ));
    test('an unset checkbox is false', () =>
        inOrg(() => assert.equal(call('SObject', new SObjectValue('Account'), 'get', 'Secret__c'), false)));
    test('clone leaves the id behind', () => {
        const row = record();
        row.id = '001000000000001AAA';
        const copy = call('SObject', row, 'clone', false, true) as SObjectValue;
        assert.deepEqual(
            [copy.id, call('SObject', copy, 'isClone'), call('SObject', copy, 'getCloneSourceId')],
            [null, true, '001000000000001AAA']
        );
    });
});

describe('Database', () => {
    test('results carry errors', () =>
        inOrg(() => {
            const results = callTyped(
                'Database',
                'insert',
                ['List<SObject>', 'Boolean'],
                new ApexList('Account', [record()]),
                false
            ) as ApexList;
            const errors = call('Database.SaveResult', results.items[0], 'getErrors') as ApexList;
            assert.equal(
                call('Database.Error', errors.items[0], 'getStatusCode'),
                platformEnumValue('StatusCode', 'REQUIRED_FIELD_MISSING')
            );
        }));
    test('the 101st query', () =>
        inOrg(() => {
            const query = (): unknown => callTyped('Database', 'query', ['String'], 'SELECT Id FROM Account');
            for (let count = 0; count < 100; count++) query();
            assert.equal(thrown(query), 'LimitException: Too many SOQL queries: 101');
        }));
    test('custom metadata is free', () =>
        inOrg(() => {
            callTyped('Database', 'query', ['String'], 'SELECT Id FROM X__mdt');
            assert.equal(callStatic('Limits', 'getQueries'), 0);
        }));
    test('a list of nothing is no DML', () =>
        inOrg(() => {
            callTyped('Database', 'insert', ['List<SObject>'], new ApexList('Account'));
            assert.equal(callStatic('Limits', 'getDmlStatements'), 0);
        }));
});

test('custom permissions', () =>
    inOrg(() =>
        assert.deepEqual(
            ['Approve', 'Other'].map((name) => callStatic('FeatureManagement', 'checkPermission', name)),
            [true, false]
        )
    ));

describe('assertions', () => {
    test('say what was expected', () =>
        assert.equal(
            thrown(() => callStatic('Assert', 'areEqual', 1, 2, 'count')),
            'AssertException: Assertion Failed: count: Expected: 1, Actual: 2'
        ));
    test('mind the case of text', () =>
        assert.match(
            thrown(() => callStatic('System', 'assertEquals', 'a', 'A')),
            /Expected: a, Actual: A/
        ));
    test('know an id in both spellings', () =>
        assert.equal(callStatic('System', 'assertEquals', '001D000000IqhSL', '001D000000IqhSLIAZ'), undefined));
});
