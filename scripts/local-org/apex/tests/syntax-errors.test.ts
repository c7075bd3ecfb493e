import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { errorsOf } from './support.ts';

/** Sources that the parser of the Prettier plugin, which is Salesforce's own, refuses and apex-parser takes. */
describe('syntax that only Salesforce refuses', () => {
    const cases: [string, string, string][] = [
        ['a loop that counts twice', inMethod('for (;; i++, j--) {}'), "1:40 Expecting ')' but was: ','."],
        ['a reserved name of a variable', inMethod('Integer limit = 1;'), "1:37 Unexpected token 'limit'."],
        ['a reserved name of a loop variable', inMethod('for (A desc : a) {}'), "1:36 Unexpected token 'desc'."],
        ['a reserved name of a method', 'public class A { void select() {} }', "1:23 Unexpected token 'select'."],
        ['a reserved name of a parameter', 'public class A { void f(A from) {} }', "1:27 Unexpected token 'from'."],
        ['a reserved name of a constant', 'public enum A { ASC }', "1:17 Unexpected token 'ASC'."],
        ['a variable called as a type', inMethod('Integer number = 1;'), '1:37 Identifier name is reserved: number'],
        ['a field called as a type', 'public class A { Datetime Date; }', '1:27 Identifier name is reserved: Date'],
        ['a list of nothing', inMethod('List a;'), "1:29 Unexpected token 'List'."],
        ['a property without accessors', 'public class A { Integer a { } }', "1:30 Unexpected token '}'."],
        ['a semicolon among members', 'public class A { ; }', "1:18 Unexpected token ';'."],
        [
            'a word before a method of an interface',
            'public interface A { public void f(); }',
            "1:22 Expecting '}' but was: 'public'."
        ],
        ['an interface of two', 'public interface A extends B, C { }', "1:29 Expecting '{' but was: ','."],
        [
            'a comma in an annotation',
            'public class A { @IsTest(SeeAllData=true, IsParallel=true) void f() {} }',
            "1:41 Unexpected token ','."
        ]
    ];
    for (const [name, source, error] of cases) {
        test(name, () => assert.deepEqual(errorsOf(source), [error]));
    }

    test('methods may have names that variables may not', () => {
        assert.deepEqual(errorsOf('public class A { void begin() {} Integer number() { return 1; } }'), []);
    });

    test('fields and methods of objects may have such names', () => {
        assert.deepEqual(
            errorsOf('public class A { Object f(A a) { return a?.group(); } Integer group() { return 1; } }'),
            []
        );
    });
});

function inMethod(code: string): string {
    return `public class A { void f() { ${code} } }`;
}
