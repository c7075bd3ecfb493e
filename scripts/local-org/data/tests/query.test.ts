import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { ApexDate, ApexDatetime, ApexDecimal, ApexList, ApexSet } from '../../platform/values/index.ts';
import type { SObjectValue } from '../../platform/values/index.ts';
import { Fixture, NOW, asSystem, decimal, record } from './support.ts';

const DAY = 86_400_000;

describe('SOQL', () => {
    let org: Fixture;
    let account: SObjectValue;

    before(() => {
        org = new Fixture();
        account = record('Account', { Name: 'Åkers Verkstad' });
        org.insert([account, record('Account', { Name: 'Zeta' })]);
        const engines = [
            {
                Serial__c: 'A-1',
                Power__c: decimal('10.50'),
                Status__c: 'Running',
                Tags__c: 'Loud;Hot',
                Account__c: account.id,
                Built__c: new ApexDate(2026, 5, 13)
            },
            {
                Serial__c: 'a-2',
                Power__c: decimal('20.25'),
                Status__c: 'Running',
                Tags__c: 'Hot',
                Account__c: account.id,
                Built__c: new ApexDate(2026, 4, 1)
            },
            { Serial__c: 'B-3', Status__c: 'Idle', Built__c: new ApexDate(2025, 12, 31) },
            { Serial__c: '50%_C', Status__c: 'Scrapped', Power__c: decimal('5') }
        ].map((values) => record('Engine__c', values));
        org.insert(engines);
        const prices = ['1.10', '2.20', '3.30'];
        org.insert(
            prices.map((price, index) =>
                record('Part__c', { Name: `Part ${index}`, Engine__c: engines[0].id, Price__c: decimal(price) })
            )
        );
    });

    const serials = (where: string, binds: Record<string, unknown> = {}): string[] =>
        org.values(`SELECT Serial__c FROM Engine__c WHERE ${where} ORDER BY Name`, 'Serial__c', binds);

    test('text compares without case, also outside ASCII', () => {
        assert.deepEqual(serials(`Serial__c = 'A-2'`), ['a-2']);
        assert.equal(org.query(`SELECT Id FROM Account WHERE Name = 'åkers verkstad'`).length, 1);
        assert.equal(org.query(`SELECT Id FROM Account WHERE Name LIKE 'ÅKERS%'`).length, 1);
    });

    test('unequal and NOT IN include empty values, as on the platform', () => {
        assert.deepEqual(serials(`Tags__c != 'Hot'`), ['A-1', 'B-3', '50%_C']);
        assert.deepEqual(serials(`Power__c NOT IN (10.5, 5)`), ['a-2', 'B-3']);
        assert.deepEqual(serials(`(NOT Power__c > 10)`), ['B-3', '50%_C']);
    });

    test('LIKE keeps escaped wildcards literal', () => {
        assert.deepEqual(serials(`Serial__c LIKE '50\\%\\_%'`), ['50%_C']);
        assert.deepEqual(serials(`Serial__c LIKE '_-2'`), ['a-2']);
    });

    test('FOR VIEW and FOR REFERENCE note the moment; a plain query does not', () => {
        const dates = (name: string): unknown[] => {
            const [row] = org.query(`SELECT LastViewedDate, LastReferencedDate FROM Account WHERE Name = '${name}'`);
            return ['LastViewedDate', 'LastReferencedDate'].map(
                (field) => (row.read(field) as ApexDatetime | null)?.epoch
            );
        };
        org.query(`SELECT Id FROM Account WHERE Name = 'Zeta' FOR REFERENCE`);
        assert.deepEqual(dates('Zeta'), [undefined, NOW]);
        org.query(`SELECT Id FROM Account WHERE Name = 'Zeta' FOR VIEW`);
        assert.deepEqual(dates('Zeta'), [NOW, NOW]);
        assert.deepEqual(dates('Åkers Verkstad'), [undefined, undefined]);
    });

    test('IN takes lists, sets, records and null', () => {
        assert.deepEqual(serials('Serial__c IN :names', { names: new ApexSet('String', ['A-1', 'B-3']) }), [
            'A-1',
            'B-3'
        ]);
        assert.deepEqual(serials('Account__c IN :accounts', { accounts: new ApexList('Account', [account]) }), [
            'A-1',
            'a-2'
        ]);
        assert.deepEqual(serials('Power__c IN :powers', { powers: new ApexList('Decimal', [null]) }), ['B-3']);
        assert.deepEqual(serials('Serial__c IN :none', { none: new ApexList('String', []) }), []);
    });

    test('INCLUDES and EXCLUDES look at the values of a multi-select picklist', () => {
        assert.deepEqual(serials(`Tags__c INCLUDES ('Loud;Hot', 'New')`), ['A-1']);
        assert.deepEqual(serials(`Tags__c EXCLUDES ('Loud')`), ['a-2', 'B-3', '50%_C']);
    });

    test('semi-joins and anti-joins', () => {
        assert.deepEqual(serials('Id IN (SELECT Engine__c FROM Part__c WHERE Price__c > 3)'), ['A-1']);
        assert.equal(serials('Id NOT IN (SELECT Engine__c FROM Part__c)').length, 3);
        assert.deepEqual(serials("Id IN (SELECT Engine__c FROM Part__c) AND Serial__c = 'A-1'"), ['A-1']);
        const semiJoin = 'Id IN (SELECT Engine__c FROM Part__c)';
        assert.throws(() => serials(`${semiJoin} OR Serial__c = 'a-2'`), /not allowed with the 'OR' operator/);
        assert.throws(
            () => serials(`Serial__c = 'a-2' AND (${semiJoin} OR Power__c > 1)`),
            /only allowed at the top level/
        );
    });

    test('parents, children, formulas and roll-ups', () => {
        const [row] = org.query(
            `SELECT Account__r.Name, Double_Power__c, Customer__c, Parts_Price__c, Owner.Name, Owner.Type,
             (SELECT Name, Price__c FROM Parts__r WHERE Price__c > 1.5 ORDER BY Price__c DESC LIMIT 1)
             FROM Engine__c WHERE Serial__c = 'A-1'`
        );
        assert.equal(row.readParent('Account__r')?.read('Name'), 'Åkers Verkstad');
        assert.equal(String(row.read('Double_Power__c')), '21');
        assert.equal(row.read('Customer__c'), 'Åkers Verkstad / Running');
        assert.equal(String(row.read('Parts_Price__c')), '6.6');
        assert.equal(row.readParent('Owner')?.read('Name'), 'Admin Tester');
        assert.equal(row.readParent('Owner')?.objectName, 'User');
        assert.deepEqual(
            row.children.get('Parts__r')?.items.map((part) => (part as SObjectValue).read('Name')),
            ['Part 2']
        );
    });

    test('formula fields can be filtered and sorted by', () => {
        assert.deepEqual(serials('Double_Power__c > 15'), ['A-1', 'a-2']);
        const sorted = org.values(
            'SELECT Serial__c FROM Engine__c ORDER BY Double_Power__c DESC NULLS LAST LIMIT 2',
            'Serial__c'
        );
        assert.deepEqual(sorted, ['a-2', 'A-1']);
    });

    test('empty values come first unless the query says otherwise', () => {
        const order = (text: string): string[] =>
            org.values(`SELECT Serial__c FROM Engine__c ORDER BY Power__c ${text}`, 'Serial__c');
        assert.deepEqual(order('ASC')[0], 'B-3');
        assert.deepEqual(order('DESC')[0], 'B-3');
        assert.deepEqual(order('DESC NULLS LAST'), ['a-2', 'A-1', '50%_C', 'B-3']);
    });

    test('date literals count days in the time zone of the user', () => {
        assert.deepEqual(serials('Built__c = TODAY'), ['A-1']);
        assert.deepEqual(serials('Built__c = LAST_N_DAYS:45'), ['A-1', 'a-2']);
        assert.deepEqual(serials('Built__c = LAST_YEAR'), ['B-3']);
        assert.deepEqual(serials('Built__c < THIS_MONTH'), ['a-2', 'B-3']);
        assert.equal(org.query('SELECT Id FROM Engine__c WHERE CreatedDate = TODAY').length, 4);
        assert.equal(
            org.query('SELECT Id FROM Engine__c WHERE CreatedDate > :when', { when: new ApexDatetime(NOW - DAY) })
                .length,
            4
        );
        assert.deepEqual(serials('CALENDAR_YEAR(Built__c) = 2025'), ['B-3']);
    });

    test('groups, aliases, HAVING and exact sums', () => {
        const rows = org.query(
            'SELECT Status__c, COUNT(Id) total, SUM(Power__c) FROM Engine__c GROUP BY Status__c HAVING COUNT(Id) > 1 ORDER BY COUNT(Id) DESC'
        );
        assert.equal(rows.length, 1);
        assert.equal(rows[0].objectName, 'AggregateResult');
        assert.equal(rows[0].fields.get('total'), 2);
        assert.equal(String(rows[0].fields.get('expr0')), '30.75');
        const [sum] = org.query('SELECT SUM(Price__c) s FROM Part__c');
        assert.equal((sum.fields.get('s') as ApexDecimal).toNumber(), 6.6);
    });

    test('ROLLUP adds totals', () => {
        const rows = org.query('SELECT Status__c s, COUNT(Id) c FROM Engine__c GROUP BY ROLLUP(Status__c)');
        assert.deepEqual(rows.map((row) => row.fields.get('c')).sort(), [1, 1, 2, 4]);
        assert.equal(rows.find((row) => row.fields.get('c') === 4)?.fields.get('s'), null);
    });

    test('COUNT(), LIMIT, OFFSET and FIELDS()', () => {
        assert.equal(
            org.data.countQuery('SELECT COUNT() FROM Engine__c', () => null, asSystem()),
            4
        );
        assert.equal(org.query('SELECT Id FROM Engine__c ORDER BY Name LIMIT :most OFFSET 1', { most: 2 }).length, 2);
        const [row] = org.query('SELECT FIELDS(CUSTOM) FROM Engine__c LIMIT 1');
        assert.ok(row.queriedFields?.has('Serial__c'));
        assert.throws(() => org.query('SELECT FIELDS(ALL) FROM Engine__c'), /LIMIT of at most 200/);
    });

    test('a field that was not selected cannot be read', () => {
        const [row] = org.query('SELECT Id FROM Engine__c LIMIT 1');
        assert.throws(() => row.read('Serial__c'), /without querying the requested field: Engine__c.Serial__c/);
    });

    test('errors in the words of the platform', () => {
        const refuses = (soql: string, message: RegExp): void => assert.throws(() => org.query(soql), message);
        refuses('SELECT Colour__c FROM Engine__c', /^QueryException: No such column 'Colour__c' on entity 'Engine__c'/);
        refuses('SELECT Id FROM Boat__c', /sObject type 'Boat__c' is not supported/);
        refuses('SELECT Boat__r.Name FROM Engine__c', /Didn't understand relationship 'Boat__r' in field path/);
        refuses('SELECT Id FROM Engine__c LIMIT 1 twice', /unexpected token: 'twice'/);
        refuses('SELECT Id FROM Engine__c WHERE', /unexpected token: <EOF>/);
        refuses(`SELECT Id FROM Engine__c WHERE Notes__c = 'x'`, /field 'Notes__c' can not be filtered/);
        refuses(
            'SELECT Status__c, Serial__c, COUNT(Id) FROM Engine__c GROUP BY Status__c',
            /Field must be grouped or aggregated: Serial__c/
        );
        refuses(`SELECT Id FROM Engine__c WHERE Id = 'nonsense'`, /invalid ID field: nonsense/);
    });

    test('TYPEOF chooses fields by the type of the parent', () => {
        const [row] = org.query('SELECT TYPEOF Owner WHEN User THEN Username ELSE Name END FROM Engine__c LIMIT 1');
        assert.equal(row.readParent('Owner')?.read('Username'), 'admin@fixture.example');
    });

    test('SOSL finds by the beginning of words', () => {
        const find = (sosl: string): number[] =>
            org.data.search(sosl, () => null, asSystem()).map((rows) => rows.length);
        assert.deepEqual(find('FIND {verk*} IN ALL FIELDS RETURNING Account(Id, Name), Engine__c(Id)'), [1, 0]);
        assert.deepEqual(
            find("FIND {ENG-000} IN NAME FIELDS RETURNING Engine__c(Id WHERE Status__c = 'Running' LIMIT 1)"),
            [1]
        );
    });
});
