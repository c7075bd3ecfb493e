import { definePlatformClass } from '../define.ts';
import { textHashCode } from '../text/distance.ts';
import { apexEquals, hashKey, identityOf } from '../values/equality.ts';
import type { ApexEnumValue } from '../values/object.ts';
import { apexToString } from '../values/to-string.ts';
import { callIfDefined, definesMethod } from '../values/user-methods.ts';

definePlatformClass({
    name: 'Object',
    methods: {
        'Boolean equals(Object other)': (self: unknown, other: unknown) => apexEquals(self, other),
        'Integer hashCode()': apexHashCode,
        'String toString()': apexToString
    }
});

/** What every enum value can do; the emitter uses it for the project's own enums too. */
definePlatformClass({
    name: 'Enum',
    methods: {
        'String name()': (self: ApexEnumValue) => self.name,
        'Integer ordinal()': (self: ApexEnumValue) => self.ordinal,
        'Boolean equals(Object other)': (self: ApexEnumValue, other: unknown) => apexEquals(self, other),
        'Integer hashCode()': apexHashCode,
        'String toString()': (self: ApexEnumValue) => self.name
    }
});

/** `hashCode` of any value: the same for values that are equal. */
export function apexHashCode(value: unknown): number {
    if (value === null) return 0;
    if (definesMethod(value, 'hashCode', 0)) return Number(callIfDefined(value, 'hashCode', []));
    const key = hashKey(value);
    if (typeof key === 'number') return key | 0;
    return typeof key === 'object' && key !== null ? identityOf(key) : textHashCode(String(key));
}
