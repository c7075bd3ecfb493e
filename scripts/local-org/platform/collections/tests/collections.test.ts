import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { call, thrown } from '../../tests/support.ts';
import { putById } from '../sobject-lists.ts';
import {
    apexCompare,
    ApexDecimal,
    apexEquals,
    ApexList,
    ApexMap,
    ApexObject,
    ApexSet,
    apexToString,
    equalsOperator,
    SObjectValue
} from '../../values/index.ts';

class Key extends ApexObject {
    readonly value: string;

    constructor(value: string) {
        super();
        this.value = value;
    }

    equals$1(other: unknown): boolean {
        return other instanceof Key && other.value === this.value;
    }

    hashcode$0(): number {
        return this.value.length;
    }
}

class Ranked extends ApexObject {
    readonly rank: number;

    constructor(rank: number) {
        super();
        this.rank = rank;
    }

    compareto$1(other: unknown): number {
        return this.rank - (other as Ranked).rank;
    }
}

function record(name: string, id?: string): SObjectValue {
    const row = new SObjectValue('Account');
    row.fields.set('Name', name);
    if (id) row.id = id;
    return row;
}

describe('equality', () => {
    test('the operator ignores case, equals does not', () =>
        assert.deepEqual([equalsOperator('a', 'A'), apexEquals('a', 'A')], [true, false]));
    test('Decimals ignore scale', () => assert.equal(apexEquals(ApexDecimal.of('1.0'), ApexDecimal.of('1.00')), true));
    test('lists by content', () =>
        assert.equal(apexEquals(new ApexList('Integer', [1, 2]), new ApexList('Integer', [1, 2])), true));
    test('sets in any order', () =>
        assert.equal(apexEquals(new ApexSet('String', ['a', 'b']), new ApexSet('String', ['b', 'a'])), true));
    test('SObjects by fields', () => assert.equal(apexEquals(record('A'), record('A')), true));
    test('objects by identity', () => assert.equal(apexEquals(new Ranked(1), new Ranked(1)), false));
});

describe('Map and Set', () => {
    test('keys are case-sensitive', () => {
        const map = new ApexMap('String', 'Integer', [
            ['a', 1],
            ['A', 2]
        ] as const);
        assert.deepEqual([map.size, map.get('A')], [2, 2]);
    });
    test('user equals and hashCode', () => {
        const set = new ApexSet('Key', [new Key('ab'), new Key('ab'), new Key('cd')]);
        assert.deepEqual([set.size, set.has(new Key('cd')), set.has(new Key('xx'))], [2, true, false]);
    });
    test('put returns what was there', () => {
        const map = new ApexMap('String', 'Integer');
        assert.deepEqual([call('Map', map, 'put', 'a', 1), call('Map', map, 'put', 'a', 2)], [null, 1]);
    });
    test('a list of records by id', () => {
        const map = new ApexMap('Id', 'Account');
        putById(map, new ApexList('Account', [record('A', '001000000000001AAA')]));
        assert.deepEqual(map.keys(), ['001000000000001AAA']);
        const putAll = (): void => putById(map, new ApexList('Account', [record('B')]));
        assert.equal(thrown(putAll), 'ListException: Row with null Id at index: 0');
    });
    test('keeps the order of insertion', () => assert.equal(apexToString(new ApexSet('String', ['b', 'a'])), '{b, a}'));
    test('retainAll', () => {
        const set = new ApexSet('String', ['a', 'b']);
        assert.equal(call('Set', set, 'retainAll', new ApexList('String', ['b'])), true);
        assert.deepEqual(set.items, ['b']);
    });
    test('no change while a loop runs', () => {
        const set = new ApexSet('String', ['a', 'b']);
        const loop = (): void => {
            for (const value of set) set.delete(value);
        };
        assert.match(thrown(loop), /FinalException: Cannot modify a collection while it is being iterated/);
        set.add('c');
        assert.equal(set.size, 3);
    });
});

describe('List', () => {
    test('out of bounds', () =>
        assert.equal(
            thrown(() => new ApexList('String').get(0)),
            'ListException: List index out of bounds: 0'
        ));
    test('nulls sort first', () => {
        const list = new ApexList('Integer', [3, null, 1]);
        call('List', list, 'sort');
        assert.deepEqual(list.items, [null, 1, 3]);
    });
    test('Comparable objects sort', () => {
        const list = new ApexList('Ranked', [new Ranked(2), new Ranked(1)]);
        call('List', list, 'sort');
        assert.deepEqual(
            list.items.map((item) => item.rank),
            [1, 2]
        );
    });
    test('a Comparator sorts', () => {
        const list = new ApexList('Integer', [1, 2, 3]);
        call('List', list, 'sort', { compare$2: (left: number, right: number) => right - left });
        assert.deepEqual(list.items, [3, 2, 1]);
    });
    test('records sort by name', () => assert.ok(apexCompare(record('A'), record('B')) < 0));
    test('what is not Comparable does not sort', () =>
        assert.match(
            thrown(() => apexCompare(new Key('a'), new Key('b'))),
            /ListException/
        ));
    test('deepClone copies records without ids', () => {
        const copy = call(
            'List',
            new ApexList('Account', [record('A', '001000000000001AAA')]),
            'deepClone'
        ) as ApexList<SObjectValue>;
        assert.deepEqual([copy.items[0].id, copy.items[0].fields.get('Name')], [null, 'A']);
    });
    test('texts', () =>
        assert.equal(apexToString(new ApexList('Object', ['a', null, record('A')])), '(a, null, Account:{Name=A})'));
});

test('a field that was not queried throws', () => {
    const row = record('A');
    row.queriedFields = new Set(['Name']);
    assert.equal(
        thrown(() => row.read('Industry')),
        'SObjectException: SObject row was retrieved via SOQL without querying the requested field: Account.Industry'
    );
});
