import { definePlatformClass, definePlatformEnum } from '../define.ts';
import { refuseNulls } from '../support/refuse-nulls.ts';
import { ApexDecimal, BigNumber, ROUNDING } from '../values/decimal.ts';
import { ApexDouble } from '../values/double.ts';
import { apexEquals, toDecimal } from '../values/equality.ts';
import type { ApexNumber } from '../values/equality.ts';
import { ApexException } from '../values/exception.ts';
import type { ApexEnumValue } from '../values/object.ts';
import { formatNumber } from './format.ts';
import { parseDecimal, toInteger } from './parse.ts';

definePlatformEnum('RoundingMode', [
    'UP',
    'DOWN',
    'CEILING',
    'FLOOR',
    'HALF_UP',
    'HALF_DOWN',
    'HALF_EVEN',
    'UNNECESSARY'
]);

definePlatformClass({
    name: 'Decimal',
    statics: {
        'Decimal valueOf(Double doubleToDecimal)': parseDecimal,
        'Decimal valueOf(Long longToDecimal)': parseDecimal,
        'Decimal valueOf(String stringToDecimal)': parseDecimal,
        'Decimal valueOf(Object value)': parseDecimal
    },
    methods: {
        'Boolean equals(Object other)': apexEquals,
        'Integer hashCode()': (self: ApexDecimal) => toInteger(self.toNumber()),
        'String toString()': (self: ApexDecimal) => self.toString(),
        ...refuseNulls({
            'Decimal abs()': (self: ApexDecimal) => new ApexDecimal(self.value.abs(), self.scale),
            'Decimal divide(Decimal divisor, Integer scale)': (self: ApexDecimal, divisor, scale) =>
                divide(self, divisor, scale, 'HALF_UP'),
            'Decimal divide(Decimal divisor, Integer scale, RoundingMode roundingMode)': (
                self,
                divisor,
                scale,
                mode: ApexEnumValue
            ) => divide(self, divisor, scale, mode.name),
            'Double doubleValue()': (self: ApexDecimal) => new ApexDouble(self.toNumber()),
            'String format()': (self: ApexDecimal) => formatNumber(self.value.toFixed()),
            'Integer intValue()': (self: ApexDecimal) => Number(BigInt.asIntN(32, wholePart(self))),
            'Long longValue()': (self: ApexDecimal) => BigInt.asIntN(64, wholePart(self)),
            'Decimal pow(Integer exponent)': power,
            'Integer precision()': (self: ApexDecimal) => precision(self),
            'Long round()': (self: ApexDecimal) => wholePart(self.withScale(0)),
            'Long round(RoundingMode roundingMode)': (self: ApexDecimal, mode: ApexEnumValue) =>
                wholePart(self.withScale(0, mode.name)),
            'Integer scale()': (self: ApexDecimal) => self.scale,
            'Decimal setScale(Integer scale)': (self: ApexDecimal, scale) => setScale(self, scale, 'HALF_EVEN'),
            'Decimal setScale(Integer scale, RoundingMode roundingMode)': (self, scale, mode: ApexEnumValue) =>
                setScale(self, scale, mode.name),
            'Decimal stripTrailingZeros()': (self: ApexDecimal) =>
                new ApexDecimal(self.value, self.value.decimalPlaces()),
            'String toPlainString()': (self: ApexDecimal) => self.toString()
        })
    }
});

function divide(self: ApexDecimal, divisor: ApexNumber, scale: number, mode: string): ApexDecimal {
    const by = toDecimal(divisor);
    if (by.value.isZero()) throw new ApexException('MathException', 'Divide by 0');
    return new ApexDecimal(self.value.div(by.value), scale).withScale(scale, mode);
}

function setScale(self: ApexDecimal, scale: number, mode: string): ApexDecimal {
    if (scale < -33 || scale > 33) throw new ApexException('MathException', `Scale out of range: ${scale}`);
    if (scale >= 0) return self.withScale(scale, mode);
    const unit = new BigNumber(10).pow(-scale);
    return new ApexDecimal(self.value.div(unit).toDecimalPlaces(0, ROUNDING[mode]).times(unit), 0);
}

function power(self: ApexDecimal, exponent: number): ApexDecimal {
    if (exponent < 0) throw new ApexException('MathException', 'Invalid operation');
    return new ApexDecimal(self.value.pow(exponent), self.scale * exponent);
}

/** Digits of the unscaled value: 123.40 has five. */
function precision(self: ApexDecimal): number {
    return self.value.times(new BigNumber(10).pow(self.scale)).abs().toFixed(0).length;
}

function wholePart(self: ApexDecimal): bigint {
    return BigInt(self.value.trunc().toFixed(0));
}
