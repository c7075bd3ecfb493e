import { definePlatformClass } from '../define.ts';
import type { Implementation } from '../registry.ts';
import { apexEquals } from '../values/equality.ts';
import { ApexDouble } from '../values/double.ts';
import { apexToString } from '../values/to-string.ts';
import { formatNumber } from './format.ts';
import { parseDouble, parseInteger, parseLong, toInteger } from './parse.ts';

const common: Record<string, Implementation> = {
    'Boolean equals(Object other)': apexEquals,
    'String toString()': apexToString
};

definePlatformClass({
    name: 'Integer',
    statics: {
        'Integer valueOf(String stringToInteger)': parseInteger,
        'Integer valueOf(Object fieldValue)': parseInteger
    },
    methods: {
        ...common,
        'String format()': (self: number) => formatNumber(String(self)),
        'Integer hashCode()': (self: number) => self,
        'Integer intValue()': (self: number) => self,
        'Long longValue()': (self: number) => BigInt(self),
        'Double doubleValue()': (self: number) => new ApexDouble(self)
    }
});

definePlatformClass({
    name: 'Long',
    statics: { 'Long valueOf(String stringToLong)': parseLong, 'Long valueOf(Object fieldValue)': parseLong },
    methods: {
        ...common,
        'String format()': (self: bigint) => formatNumber(String(self)),
        'Integer hashCode()': (self: bigint) => Number(BigInt.asIntN(32, BigInt(self) ^ (BigInt(self) >> 32n))),
        'Integer intValue()': (self: bigint) => Number(BigInt.asIntN(32, BigInt(self))),
        'Long longValue()': (self: bigint) => self,
        'Double doubleValue()': (self: bigint) => new ApexDouble(Number(self))
    }
});

definePlatformClass({
    name: 'Double',
    statics: { 'Double valueOf(String stringToDouble)': parseDouble, 'Double valueOf(Object fieldValue)': parseDouble },
    methods: {
        ...common,
        'String format()': (self: ApexDouble) => formatNumber(String(self.value)),
        'Integer hashCode()': (self: ApexDouble) => toInteger(self.value),
        'Integer intValue()': (self: ApexDouble) => toInteger(self.value),
        'Long longValue()': (self: ApexDouble) => BigInt(Math.trunc(self.value)),
        'Double doubleValue()': (self: ApexDouble) => self,
        'Long round()': (self: ApexDouble) => BigInt(Math.round(self.value))
    }
});
