import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { OrgServices } from '../../context.ts';
import { call, callStatic, construct, inContext, thrown } from '../../tests/support.ts';
import {
    ApexDate,
    ApexDatetime,
    ApexDecimal,
    ApexDouble,
    ApexList,
    ApexMap,
    ApexObject,
    ApexTypeToken,
    SObjectValue
} from '../../values/index.ts';

class Person extends ApexObject {
    static override apexType = 'Person';
    name: string | null = null;
    age: number | null = null;
    friends: ApexList | null = null;
}

const member = (name: keyof Person & string, type: string) => ({
    name,
    type,
    transient: false,
    read: (object: unknown) => (object as Record<string, unknown>)[name],
    write: (object: unknown, value: unknown) => void ((object as Record<string, unknown>)[name] = value)
});
const members = [member('name', 'String'), member('age', 'Integer'), member('friends', 'List<Person>')];
const fields: Record<string, { name: string; apexType: string }> = {
    id: { name: 'Id', apexType: 'Id' },
    subject: { name: 'Subject', apexType: 'String' },
    createddate: { name: 'CreatedDate', apexType: 'Datetime' }
};
const caseObject = {
    name: 'Case',
    field: (name: string) => fields[name.toLowerCase()],
    relationship: (name: string) =>
        name === 'Contact' ? { relationshipName: 'Contact', referenceTo: ['Case'] } : undefined,
    childRelationship: () => undefined
};
const parts = {
    schema: { object: (name: string) => (name.toLowerCase() === 'case' ? caseObject : undefined) },
    metadata: { sourceApiVersion: '67.0' },
    types: {
        typeOf: (value: { apexTypeName?: string }) => value.apexTypeName ?? typeof value,
        isEnum: () => false,
        isInterface: () => false,
        members: (name: string) => (name === 'Person' ? members : null),
        allocate: () => new Person()
    }
} as unknown as Partial<OrgServices>;

const write = (value: unknown, name = 'serialize'): unknown => inContext(() => callStatic('JSON', name, value), parts);
const read = (text: string, type: string, name = 'deserialize'): unknown =>
    inContext(() => callStatic('JSON', name, text, new ApexTypeToken(type)), parts);
const untyped = (text: string): unknown => inContext(() => callStatic('JSON', 'deserializeUntyped', text), parts);

describe('JSON.serialize', () => {
    test('primitives', () =>
        assert.equal(
            write(
                new ApexList('Object', [
                    'a"b',
                    1,
                    2n,
                    ApexDecimal.of('1.50'),
                    new ApexDouble(3),
                    true,
                    null,
                    new ApexDate(2024, 1, 2)
                ])
            ),
            '["a\\"b",1,2,1.50,3.0,true,null,"2024-01-02"]'
        ));
    test('a Datetime has milliseconds and Z', () =>
        assert.equal(write(new ApexDatetime(0)), '"1970-01-01T00:00:00.000Z"'));
    test('an SObject has attributes', () => {
        const record = new SObjectValue('Case');
        record.id = '500000000000001AAA';
        record.fields.set('CreatedDate', new ApexDatetime(0));
        const attributes = '{"type":"Case","url":"/services/data/v67.0/sobjects/Case/500000000000001AAA"}';
        assert.equal(
            write(record),
            `{"attributes":${attributes},"Id":"500000000000001AAA","CreatedDate":"1970-01-01T00:00:00.000+0000"}`
        );
    });
    test('nulls of objects can be left out, those of maps stay', () =>
        inContext(() => {
            const map = new ApexMap('String', 'Object', [
                ['person', new Person()],
                ['none', null]
            ] as const);
            assert.equal(callStatic('JSON', 'serialize', map, true), '{"person":{},"none":null}');
        }, parts));
    test('pretty', () => {
        const map = new ApexMap<string, unknown>('String', 'Object', [
            ['a', 1],
            ['b', new ApexList('Integer', [1, 2])]
        ]);
        assert.equal(write(map, 'serializePretty'), '{\n  "a" : 1,\n  "b" : [ 1, 2 ]\n}');
    });
    test('a circle is refused', () => {
        const person = new Person();
        person.friends = new ApexList('Person', [person]);
        assert.match(
            thrown(() => write(person)),
            /^JSONException/
        );
    });
});

describe('JSON.deserialize', () => {
    test('an Apex class, whatever the case of names', () => {
        const person = read('{"NAME":"Ann","age":3,"friends":[{"name":"Bob"}],"other":1}', 'Person') as Person;
        assert.deepEqual([person.name, person.age], ['Ann', 3]);
        assert.equal((person.friends!.items[0] as Person).name, 'Bob');
    });
    test('strict refuses unknown names', () =>
        assert.match(
            thrown(() => read('{"x":1}', 'Person', 'deserializeStrict')),
            /Unrecognized field "x"/
        ));
    test('a wrong type', () =>
        assert.match(
            thrown(() => read('{"age":"many"}', 'Person')),
            /^JSONException/
        ));
    test('an object for a list', () =>
        assert.match(
            thrown(() => read('{}', 'List<Integer>')),
            /Malformed JSON: Expected '\[' at the beginning of List/
        ));
    test('nested generics', () => {
        const map = read('{"a":[1,2]}', 'Map<String,List<Integer>>') as ApexMap;
        assert.deepEqual((map.get('a') as ApexList).items, [1, 2]);
    });
    test('an SObject with a parent', () => {
        const record = read(
            '{"attributes":{"type":"Case"},"subject":"Hi","Contact":{"Subject":"Up"}}',
            'SObject'
        ) as SObjectValue;
        assert.equal(record.fields.get('Subject'), 'Hi');
        assert.equal(record.parents.get('Contact')?.fields.get('Subject'), 'Up');
    });
    test('an unknown column', () =>
        assert.match(
            thrown(() => read('{"Nope":1}', 'Case')),
            /No such column 'Nope' on sobject of type Case/
        ));
    test('a Datetime with an offset', () =>
        assert.equal(
            (read('"2024-05-01T12:00:00.000+0200"', 'Datetime') as ApexDatetime).toIso(),
            '2024-05-01T10:00:00.000Z'
        ));
    test('nothing', () =>
        assert.match(
            thrown(() => read('', 'Person')),
            /No content to map/
        ));
});

describe('JSON.deserializeUntyped', () => {
    test('numbers keep their kind', () => {
        const { items } = untyped('[1, 3000000000, 1.10]') as ApexList;
        assert.deepEqual([items[0], items[1], String(items[2])], [1, 3000000000n, '1.10']);
    });
    test('says where the text is wrong', () =>
        assert.match(
            thrown(() => untyped('{"a": }')),
            /Unexpected character \('}' \(code 125\)\).*\[1,7\]/
        ));
    test('refuses what follows', () =>
        assert.match(
            thrown(() => untyped('{} x')),
            /^JSONException/
        ));
    test('escapes', () => assert.equal(untyped('"a\\u00e9\\n"'), 'aé\n'));
});

test('JSONGenerator writes in order', () =>
    inContext(() => {
        const generator = callStatic('JSON', 'createGenerator', false);
        call('JSONGenerator', generator, 'writeStartObject');
        call('JSONGenerator', generator, 'writeStringField', 'a', 'x');
        call('JSONGenerator', generator, 'writeFieldName', 'b');
        call('JSONGenerator', generator, 'writeStartArray');
        call('JSONGenerator', generator, 'writeNumber', 1);
        call('JSONGenerator', generator, 'writeEndArray');
        call('JSONGenerator', generator, 'writeEndObject');
        assert.equal(call('JSONGenerator', generator, 'getAsString'), '{"a":"x","b":[1]}');
    }, parts));

test('JSONParser walks tokens', () =>
    inContext(() => {
        const parser = callStatic('JSON', 'createParser', '{"a":{"name":"Ann"},"b":2}');
        const next = (): string | undefined =>
            (call('JSONParser', parser, 'nextToken') as { name: string } | null)?.name;
        assert.deepEqual([next(), next()], ['START_OBJECT', 'FIELD_NAME']);
        assert.equal((call('JSONParser', parser, 'readValueAs', new ApexTypeToken('Person')) as Person).name, 'Ann');
        assert.deepEqual([next(), next()], ['FIELD_NAME', 'VALUE_NUMBER_INT']);
        assert.equal(call('JSONParser', parser, 'getIntegerValue'), 2);
        assert.deepEqual([next(), next()], ['END_OBJECT', undefined]);
    }, parts));

test('an HttpRequest is no JSON', () =>
    assert.match(
        thrown(() => write(construct('HttpRequest'))),
        /Type unsupported in JSON: HttpRequest/
    ));
