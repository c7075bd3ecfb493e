import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { errorsOf } from './support.ts';

const inMethod = (code: string, returns = 'void'): string =>
    `public class A {\n    ${returns} f() {\n        ${code}\n    }\n}`;

describe('compile errors', () => {
    const cases: [string, string, string[]][] = [
        ['unknown variable', inMethod('x = 1;'), ['3:9 Variable does not exist: x']],
        ['unknown type', inMethod('Foo x;'), ['3:9 Invalid type: Foo']],
        ['wrong assignment', inMethod("Integer i = 'a';"), ['3:17 Illegal assignment from String to Integer']],
        [
            'unknown method',
            inMethod('g(1);'),
            ['3:9 Method does not exist or incorrect signature: void g(Integer) from the type A']
        ],
        ['unknown field', inMethod('new Account().Foo__c = 1;'), ['3:23 Variable does not exist: Foo__c']],
        ['wrong return', inMethod("return 'a';", 'Integer'), ['3:16 Illegal conversion from String to Integer']],
        [
            'missing return',
            inMethod('if (true) { return 1; }', 'Integer'),
            ['4:1 Missing return statement required return type: Integer']
        ],
        ['unreachable', inMethod('return; Integer i;'), ['3:17 Unreachable statement']],
        ['duplicate variable', inMethod('Integer i; Integer I;'), ['3:28 Duplicate variable: I']],
        ['condition', inMethod('if (1) {}'), ['3:13 Condition expression must be of type Boolean: Integer']],
        [
            'abstract',
            'public class A { abstract class B {} void f() { new B(); } }',
            ['1:49 Abstract classes cannot be constructed: A.B']
        ],
        [
            'syntax',
            'public class A { void f() { Integer i = ; } }',
            ["1:41 Unexpected token ';', expecting an expression"]
        ],
        [
            'text over two lines',
            "public class A { String s = 'a\n; }",
            ['1:29 Illegal string literal: Line breaks not allowed in string literals']
        ],
        [
            'symbol that Apex has not',
            'public class A { Integer i = 3 % 2; }',
            ["1:32 Unrecognized symbol '%', which is not a valid Apex identifier."]
        ],
        [
            'SObject to its kind',
            inMethod('SObject s; Account a = s;'),
            ['3:28 Illegal assignment from SObject to Account']
        ],
        ['decimal to Integer', inMethod('Integer i = 1.5;'), ['3:17 Illegal assignment from Decimal to Integer']],
        [
            'interface not implemented',
            'public class A implements Comparable { }',
            ['1:14 Class A must implement the method: Integer Comparable.compareTo(Object)']
        ],
        [
            'field of a query',
            inMethod('List<Account> a = [SELECT Id, Nmae FROM Account];'),
            ["3:39 No such column 'Nmae' on entity 'Account'"]
        ],
        [
            'parent of a query',
            inMethod('List<Contact> c = [SELECT Acount.Name FROM Contact];'),
            ["3:35 Didn't understand relationship 'Acount' in field path"]
        ],
        [
            'private of another class',
            'public class A { void f() { B.g(); } }',
            ['1:31 Method is not visible: void B.g()']
        ]
    ];
    const other = 'public class B { private static void g() {} }';
    for (const [name, source, expected] of cases) {
        test(name, () => assert.deepEqual(errorsOf(source, other), expected));
    }

    test('several at a time', () => {
        assert.equal(errorsOf(inMethod('x = 1; y = 2;'), inMethod('z = 3;').replace('class A', 'class C')).length, 3);
    });
});
