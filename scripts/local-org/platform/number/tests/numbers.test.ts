import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { platformEnumValue } from '../../define.ts';
import { call, callStatic, callTyped, inContext, thrown } from '../../tests/support.ts';
import { ApexDecimal, ApexDouble } from '../../values/index.ts';

const decimal = (text: string): ApexDecimal => ApexDecimal.of(text);
const on = (text: string, name: string, ...parameters: unknown[]): string =>
    String(call('Decimal', decimal(text), name, ...parameters));
const mode = (name: string): unknown => platformEnumValue('RoundingMode', name);

describe('Decimal', () => {
    test('setScale rounds half to even', () =>
        assert.deepEqual(
            ['5.205', '5.215', '5.245'].map((text) => on(text, 'setScale', 2)),
            ['5.20', '5.22', '5.24']
        ));
    test('setScale by a mode', () => assert.equal(on('5.245', 'setScale', 2, mode('HALF_UP')), '5.25'));
    test('divide sets the scale', () => assert.equal(on('19', 'divide', decimal('100'), 3), '0.190'));
    test('divide by a mode', () => assert.equal(on('12.4567', 'divide', decimal('7'), 2, mode('UP')), '1.78'));
    test('divide by zero', () =>
        assert.equal(
            thrown(() => on('1', 'divide', decimal('0'), 2)),
            'MathException: Divide by 0'
        ));
    test('the operator ends where the quotient ends', () =>
        assert.equal(String(decimal('10').dividedBy(decimal('4'))), '2.5'));
    test('the operator stops at 33 significant digits', () =>
        assert.deepEqual(
            [String(decimal('1').dividedBy(decimal('3'))), String(decimal('620.0').dividedBy(decimal('6')))],
            [`0.${'3'.repeat(33)}`, `103.${'3'.repeat(30)}`]
        ));
    test('sums keep the larger scale', () => assert.equal(String(decimal('1.10').plus(decimal('2.2'))), '3.30'));
    test('products add scales', () => assert.equal(String(decimal('1.10').times(decimal('2.0'))), '2.200'));
    test('pow', () => assert.equal(on('4.12', 'pow', 2), '16.9744'));
    test('precision and scale', () => assert.deepEqual([on('123.45', 'precision'), on('123.45', 'scale')], ['5', '2']));
    test('round is half even', () =>
        assert.deepEqual([on('1.5', 'round'), on('2.5', 'round'), on('-2.5', 'round')], ['2', '2', '-2']));
    test('stripTrailingZeros', () => assert.equal(on('12.4500', 'stripTrailingZeros'), '12.45'));
    test('intValue drops the fraction', () => assert.equal(call('Decimal', decimal('1.602'), 'intValue'), 1));
    test('longValue is a Long', () => assert.equal(call('Decimal', decimal('376.73'), 'longValue'), 376n));
    test('format groups by locale', () => inContext(() => assert.equal(on('12345.6789', 'format'), '12,345.679')));
    test('valueOf keeps the digits', () =>
        assert.equal(String(callTyped('Decimal', 'valueOf', ['String'], '12.4500')), '12.4500'));
    test('valueOf refuses', () =>
        assert.equal(
            thrown(() => callTyped('Decimal', 'valueOf', ['String'], '1,5')),
            'TypeException: Invalid decimal: 1,5'
        ));
});

describe('Integer, Long and Double', () => {
    test('Integer.valueOf', () => assert.equal(callStatic('Integer', 'valueOf', '-12'), -12));
    test('Integer.valueOf refuses', () =>
        assert.equal(
            thrown(() => callStatic('Integer', 'valueOf', '1.5')),
            'TypeException: Invalid integer: 1.5'
        ));
    test('Integer.valueOf refuses what is too large', () =>
        assert.match(
            thrown(() => callStatic('Integer', 'valueOf', '2147483648')),
            /Invalid integer/
        ));
    test('Long.valueOf', () => assert.equal(callStatic('Long', 'valueOf', '9007199254740993'), 9007199254740993n));
    test('Double prints as in Java', () =>
        assert.deepEqual(
            [3, 1.5, 1e7, 0.0001].map((value) => String(new ApexDouble(value))),
            ['3.0', '1.5', '1.0E7', '1.0E-4']
        ));
    test('Integer.format', () => inContext(() => assert.equal(call('Integer', 1234567, 'format'), '1,234,567')));
});

describe('Math', () => {
    test('round of halves goes away from zero', () =>
        assert.deepEqual(
            ['1.5', '2.5', '-2.5'].map((text) => callTyped('Math', 'round', ['Decimal'], decimal(text))),
            [2, 3, -3]
        ));
    test('mod keeps the sign', () => assert.equal(callStatic('Math', 'mod', -7, 3), -1));
    test('mod by zero', () =>
        assert.equal(
            thrown(() => callStatic('Math', 'mod', 1, 0)),
            'MathException: Divide by 0'
        ));
    test('pow', () =>
        assert.equal((callStatic('Math', 'pow', new ApexDouble(2), new ApexDouble(10)) as ApexDouble).value, 1024));
    test('max of Integers is an Integer', () =>
        assert.equal(callTyped('Math', 'max', ['Integer', 'Integer'], 3, 9), 9));
    test('ceil of a Decimal', () => assert.equal(String(callTyped('Math', 'ceil', ['Decimal'], decimal('1.2'))), '2'));
});
