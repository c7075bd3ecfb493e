import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { errorsOf } from './support.ts';

/** The body of a class, and the messages about it without their places. */
type Case = [name: string, body: string, expected: string[]];

function messagesOf(...sources: string[]): string[] {
    return errorsOf(...sources).map((error) => error.replace(/^\d+:\d+ /, ''));
}

function check(cases: Case[], wrap = (body: string): string => `public virtual class A { ${body} }`): void {
    for (const [name, body, expected] of cases) {
        test(name, () => assert.deepEqual(messagesOf(wrap(body)), expected));
    }
}

describe('signatures that annotations ask for', () => {
    check([
        ['a future method of an object', '@future void f() {}', ['Future methods must be declared as static']],
        [
            'a future method that returns something',
            "@future static String f() { return ''; }",
            ['Future methods do not support return type of String']
        ],
        [
            'a future method with a record',
            '@future static void f(Account a) {}',
            ['Future methods do not support parameter type of Account']
        ],
        [
            'a future method with nested collections',
            '@future static void f(Map<Id, Set<Id>> ids) {}',
            ['Future methods do not support parameter type of Map<Id,Set<Id>>']
        ],
        [
            'a future method with collections',
            '@future(callout=true) static void f(Map<Id, String> a, List<Id> b) {}',
            []
        ],
        [
            'an invocable method with one value',
            '@InvocableMethod public static void f(String a) {}',
            [
                'Unsupported parameter type String. Valid invocable parameters must be List types like List<T> where T is a supported type'
            ]
        ],
        [
            'two invocable methods',
            '@InvocableMethod public static void f() {} @InvocableMethod public static void g() {}',
            ['Only one method per type can be defined with: InvocableMethod']
        ],
        [
            'overloads for components',
            '@AuraEnabled public static void f() {} @AuraEnabled public static void f(String a) {}',
            Array(2).fill('Overload of AuraEnabled method: f overload is not permitted') as string[]
        ],
        [
            'a member for components that is no getter',
            '@AuraEnabled public String name() { return null; }',
            ["Non static AuraEnabled methods must be named with a prefix 'get'"]
        ],
        [
            'a private field for components',
            '@AuraEnabled String name;',
            ['AuraEnabled fields require at least one of the following global, public']
        ],
        [
            'a web service in a public class',
            'webservice static void f() {}',
            ['Defining type for WebService methods must be declared as global']
        ],
        ['an unknown annotation', '@Remote public void f() {}', ['Annotation does not exist: remote']]
    ]);
});

describe('test classes', () => {
    const wrap = (body: string): string => `@IsTest private class A { ${body} }`;
    check(
        [
            ['a test with a parameter', '@IsTest static void f(String a) {}', ['Test methods must have no arguments']],
            ['a test of an object', '@IsTest void f() {}', ['IsTest methods must be declared as static']],
            [
                'a setup that returns something',
                '@TestSetup static Integer f() { return 1; }',
                ['Test setup method must return void']
            ],
            [
                'two setups',
                '@TestSetup static void f() {} @TestSetup static void g() {}',
                ['Only one method per type can be defined with: TestSetup']
            ],
            [
                'a setup beside a test that sees all data',
                '@TestSetup static void f() {} @IsTest(SeeAllData=true) static void g() {}',
                [
                    'Test class containing a test setup method cannot have any methods annotated with @isTest(SeeAllData=true)'
                ]
            ]
        ],
        wrap
    );
});

describe('declarations', () => {
    check([
        [
            'duplicate methods',
            'void f(String a) {} void F(String b) {}',
            ['Method already defined: F void A.F(String) from the type A']
        ],
        ['duplicate fields', 'String a; Integer A;', ['Duplicate field: A']],
        [
            'an inner class in an inner class',
            'class B { class C {} }',
            ['Inner types are not allowed to have inner types']
        ],
        [
            'static members of an inner class',
            'class B { static Integer a; }',
            ['static can only be used on fields of a top level type']
        ],
        ['a protected static method', 'protected static void f() {}', ['protected methods cannot be static']],
        ['a protected static field', 'static protected Integer a;', ['protected fields cannot be static']],
        [
            'a protected static property',
            'protected static Integer a { get; set; }',
            ['protected properties cannot be static']
        ],
        ['protected members of objects', 'protected Integer a; protected virtual void f() {}', []],
        [
            'the name of an exception',
            'class Wrong extends Exception {}',
            ["Classes extending Exception must have a name ending in 'Exception': A.Wrong"]
        ],
        [
            'an abstract method with a body',
            'abstract class B { abstract void f() {} }',
            ['Abstract methods cannot have a body']
        ],
        ['a method without a body', 'void f();', ['Method must have a body']],
        [
            'an abstract method that is not implemented',
            'abstract class B { abstract void f(); } class C extends B {}',
            ['Class A.C must implement the abstract method: void A.B.f()']
        ],
        [
            'an override of nothing',
            'class B extends A { public override void g() {} }',
            ['@Override specified for non-overriding method: void A.B.g()']
        ],
        [
            'an override without the word',
            'public virtual void f() {} class B extends A { public void f() {} }',
            ['Method must use the override keyword: void A.B.f()']
        ],
        [
            'an override of what is not virtual',
            'public void f() {} class B extends A { public override void f() {} }',
            ['Non-virtual, non-abstract methods cannot be overridden: void A.B.f()']
        ],
        [
            'an override that hides',
            'public virtual void f() {} class B extends A { protected override void f() {} }',
            ['Cannot reduce the visibility of method: void A.B.f()']
        ],
        [
            'an override of another type',
            'public virtual void f() {} class B extends A { public override Integer f() { return 1; } }',
            ['Method return types clash: void vs Integer from the type A.B']
        ],
        [
            'a final field',
            'final Integer a = 1; void f() { a = 2; }',
            ['Final members can only be assigned in their declaration, init blocks, or constructors: a']
        ]
    ]);

    check([
        [
            'this where there is no object',
            'static void f() { this.f(); }',
            ['This cannot be referenced in a static context']
        ],
        [
            'a field where there is no object',
            'Integer a; static Integer f() { return a; }',
            ['Non static field cannot be referenced from a static context: a from the type A']
        ],
        [
            'a method where there is no object',
            'void f() {} static void g() { f(); }',
            ['Non static method cannot be referenced from a static context: void A.f()']
        ]
    ]);

    test('a class that is neither public nor global', () =>
        assert.deepEqual(messagesOf('class A {}'), ['Top-level type must have public or global visibility']));

    test('two files with one name', () =>
        assert.deepEqual(errorsOf('public class A {}', 'public class a {}'), [
            '1:14 Type name already in use: a (in A.cls)'
        ]));

    test('classes that extend each other', () =>
        assert.deepEqual(messagesOf('public virtual class A extends B {}', 'public virtual class B extends A {}'), [
            'Circular definition: A',
            'Circular definition: B'
        ]));
});

describe('statements', () => {
    const wrap = (body: string): string => `public class A { void f(Object given, Integer count) { ${body} } }`;
    check(
        [
            ['break outside of a loop', 'break;', ['Break statement must be in loop']],
            ['a value from a void method', 'return 1;', ['Void method must not return a value']],
            [
                'switch on what cannot be switched on',
                'switch on true { when else {} }',
                ['Boolean is not a valid switch expression type']
            ],
            [
                'the same branch twice',
                'switch on count { when 1 {} when 2, 1 {} }',
                ['1 occurs as more than one when branch for this switch statement']
            ],
            [
                'the same exception twice',
                'try {} catch (DmlException e) {} catch (DmlException e) {}',
                ['Exception type already caught: DmlException']
            ],
            [
                'a catch of no exception',
                'try {} catch (Account e) {}',
                ['Catch block variable must be of type exception: Account']
            ],
            [
                'instanceof that cannot fail',
                'Boolean b = this instanceof A;',
                ['Operation instanceof is always true since an instance of A is always an instance of A']
            ],
            ['a number that is too large', 'Integer i = 2147483648;', ['Illegal integer']],
            ['a long number that is too large', 'Long i = 9223372036854775808L;', ['Illegal long']],
            ['a loop over a number', 'for (Integer i : count) {}', ['Loop must iterate over collection: Integer']]
        ],
        wrap
    );
});
