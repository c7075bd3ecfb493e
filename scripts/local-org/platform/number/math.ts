import { definePlatformClass } from '../define.ts';
import { once } from '../journal.ts';
import type { Implementation } from '../registry.ts';
import { refuseNulls } from '../support/refuse-nulls.ts';
import { ApexDecimal } from '../values/decimal.ts';
import { ApexDouble } from '../values/double.ts';
import { compareNumbers, toDecimal, toNumber } from '../values/equality.ts';
import type { ApexNumber } from '../values/equality.ts';
import { ApexException } from '../values/exception.ts';

definePlatformClass({
    name: 'Math',
    staticProperties: {
        'Double E': { get: () => new ApexDouble(Math.E) },
        'Double PI': { get: () => new ApexDouble(Math.PI) }
    },
    statics: refuseNulls({
        ...decimalFunctions(),
        ...roundings(),
        ...signs(),
        ...extremes(),
        'Double atan2(Double xCoordinate, Double yCoordinate)': (x: ApexNumber, y: ApexNumber) =>
            new ApexDouble(Math.atan2(toNumber(x), toNumber(y))),
        'Integer mod(Integer i1, Integer i2)': (left: number, right: number) => left % nonZero(right),
        'Long mod(Long longOne, Long longTwo)': (left: bigint, right: bigint) => BigInt(left) % BigInt(nonZero(right)),
        'Double pow(Double x, Double exp)': (base: ApexNumber, exponent: ApexNumber) =>
            new ApexDouble(toNumber(base) ** toNumber(exponent)),
        'Double random()': () => new ApexDouble(once('Math.random', Math.random))
    })
});

/** Functions that exist for Decimal and for Double, and give the same type back. */
function decimalFunctions(): Record<string, Implementation> {
    const functions: Record<string, (value: number) => number> = {
        acos: Math.acos,
        asin: Math.asin,
        atan: Math.atan,
        cbrt: Math.cbrt,
        cos: Math.cos,
        cosh: Math.cosh,
        exp: Math.exp,
        log: Math.log,
        log10: Math.log10,
        sin: Math.sin,
        sinh: Math.sinh,
        sqrt: Math.sqrt,
        tan: Math.tan,
        tanh: Math.tanh
    };
    const members: Record<string, Implementation> = {};
    for (const [name, run] of Object.entries(functions)) {
        members[`Decimal ${name}(Decimal value)`] = (value: ApexNumber) => ApexDecimal.fromDouble(run(toNumber(value)));
        members[`Double ${name}(Double value)`] = (value: ApexNumber) => new ApexDouble(run(toNumber(value)));
    }
    members['Decimal sqrt(Decimal value)'] = (value: ApexNumber) => squareRoot(toDecimal(value));
    return members;
}

function squareRoot(value: ApexDecimal): ApexDecimal {
    if (value.value.isNegative() && !value.value.isZero())
        throw new ApexException('MathException', 'Invalid value for sqrt');
    return ApexDecimal.fromDouble(Math.sqrt(value.toNumber()));
}

function roundings(): Record<string, Implementation> {
    return {
        'Decimal ceil(Decimal value)': (value: ApexNumber) => toDecimal(value).withScale(0, 'CEILING'),
        'Double ceil(Double value)': (value: ApexNumber) => new ApexDouble(Math.ceil(toNumber(value))),
        'Decimal floor(Decimal value)': (value: ApexNumber) => toDecimal(value).withScale(0, 'FLOOR'),
        'Double floor(Double value)': (value: ApexNumber) => new ApexDouble(Math.floor(toNumber(value))),
        'Decimal rint(Decimal value)': (value: ApexNumber) => toDecimal(value).withScale(0),
        'Double rint(Double value)': (value: ApexNumber) => new ApexDouble(roundHalfEven(toNumber(value))),
        'Integer round(Decimal value)': (value: ApexNumber) => integerOf(roundHalfUp(toDecimal(value))),
        'Long round(Double value)': (value: ApexNumber) => BigInt(Math.round(toNumber(value))),
        'Long roundToLong(Decimal value)': (value: ApexNumber) => roundHalfUp(toDecimal(value)),
        'Long roundToLong(Double value)': (value: ApexNumber) => BigInt(Math.round(toNumber(value)))
    };
}

function roundHalfEven(value: number): number {
    const below = Math.floor(value);
    if (value - below !== 0.5) return Math.round(value);
    return below % 2 === 0 ? below : below + 1;
}

/** Math.round rounds halves away from zero, unlike Decimal.round. */
function roundHalfUp(value: ApexDecimal): bigint {
    return BigInt(value.withScale(0, 'HALF_UP').toString());
}

function integerOf(value: bigint): number {
    return Number(BigInt.asIntN(32, value));
}

function signs(): Record<string, Implementation> {
    return {
        'Decimal abs(Decimal value)': (value: ApexNumber) => absolute(toDecimal(value)),
        'Double abs(Double value)': (value: ApexNumber) => new ApexDouble(Math.abs(toNumber(value))),
        'Integer abs(Integer value)': (value: number) => Math.abs(value) | 0,
        'Long abs(Long value)': (value: bigint) => (value < 0n ? -value : value),
        'Decimal signum(Decimal value)': (value: ApexNumber) => ApexDecimal.of(Math.sign(toNumber(value))),
        'Double signum(Double value)': (value: ApexNumber) => new ApexDouble(Math.sign(toNumber(value)))
    };
}

function absolute(value: ApexDecimal): ApexDecimal {
    return new ApexDecimal(value.value.abs(), value.scale);
}

function extremes(): Record<string, Implementation> {
    const members: Record<string, Implementation> = {};
    for (const type of ['Decimal', 'Double', 'Integer', 'Long']) {
        members[`${type} max(${type} left, ${type} right)`] = (left: ApexNumber, right: ApexNumber) =>
            compareNumbers(left, right) >= 0 ? left : right;
        members[`${type} min(${type} left, ${type} right)`] = (left: ApexNumber, right: ApexNumber) =>
            compareNumbers(left, right) <= 0 ? left : right;
    }
    return members;
}

function nonZero<T extends number | bigint>(value: T): T {
    if (Number(value) === 0) throw new ApexException('MathException', 'Divide by 0');
    return value;
}
