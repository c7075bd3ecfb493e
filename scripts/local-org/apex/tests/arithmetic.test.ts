import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { errorsOf, run } from './support.ts';

describe('arithmetic', () => {
    test('Integer division drops the fraction and overflow wraps', () => {
        assert.equal(run('return 7 / 2;'), '3');
        assert.equal(run('return -7 / 2;'), '-3');
        assert.equal(run('Integer i = 2147483647; i++; return i;'), '-2147483648');
        assert.equal(run('return 65536 * 65536;'), '0');
    });

    test('Long keeps 64 bits', () => {
        assert.equal(run('Long l = 2147483647; l = l * 4; return l;'), '8589934588');
        assert.equal(run('Long l = 9223372036854775807L; l += 1; return l;'), '-9223372036854775808');
    });

    test('a Decimal beside an Integer makes a Decimal', () => {
        assert.equal(run('Decimal d = 7; return d / 2;'), '3.5');
        assert.equal(run('return 1.10 + 2;'), '3.10');
    });

    test('Double keeps its fraction', () => {
        assert.equal(run('Double d = 3; return d;'), '3.0');
        assert.equal(run('Double d = 7; return d / 2;'), '3.5');
    });

    test('division by zero and null operands throw', () => {
        assert.equal(
            run('try { Integer z = 0; return 1 / z; } catch (MathException e) { return e.getMessage(); }'),
            'Divide by 0'
        );
        const nothing = 'try { Integer n; return 1 + n; } catch (NullPointerException e) { return e.getMessage(); }';
        assert.equal(run(nothing), 'Attempt to de-reference a null object');
    });

    test('a comparison with null is false', () => {
        assert.equal(run('Integer n; return (n < 5) || (n > 5) || (n <= 5);'), 'false');
    });

    test('bit operators and shifts', () => {
        assert.equal(run('return (6 & 3) + (6 | 3) * 10 + (6 ^ 3) * 100 + (1 << 4) * 1000;'), '16572');
        assert.equal(run('return -16 >>> 28;'), '15');
    });

    test('compound assignment and increments on every kind of place', () => {
        assert.equal(
            run(
                "List<Integer> l = new List<Integer>{ 1, 2 }; l[0] += 5; l[1]++; Integer x = l[1]++; return x + ' ' + l;"
            ),
            '3 (6, 4)'
        );
        assert.equal(
            run('Holder h = new Holder(); h.n += 3; h.n--; return h.n;', 'class Holder { Integer n = 0; }'),
            '2'
        );
    });

    test('a String on one side joins', () => {
        assert.equal(run("return 1 + 2 + 'a' + 1 + 2 + null;"), '3a12null');
    });

    test('wrong operands are compile errors', () => {
        assert.deepEqual(errorsOf('public class A { Integer f() { return 1 * true; } }'), [
            '1:39 Arithmetic expressions must use numeric arguments'
        ]);
        assert.deepEqual(errorsOf("public class A { Boolean f() { return 'a' == 1; } }"), [
            '1:39 Comparison arguments must be compatible types: String, Integer'
        ]);
    });
});
