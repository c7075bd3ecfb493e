import { definePlatformClass } from '../define.ts';
import { refuseNulls } from '../support/refuse-nulls.ts';
import { ApexException } from '../values/exception.ts';

definePlatformClass({
    name: 'Boolean',
    statics: refuseNulls({
        'Boolean valueOf(String stringToBoolean)': (text: string) => text.toLowerCase() === 'true',
        'Boolean valueOf(Object fieldValue)': booleanOf
    }),
    methods: {
        'Boolean equals(Object other)': (self: boolean, other: unknown) => self === other,
        'Integer hashCode()': (self: boolean) => (self ? 1231 : 1237),
        'String toString()': String
    }
});

function booleanOf(value: unknown): boolean {
    if (typeof value === 'boolean') return value;
    if (typeof value === 'string') return value.toLowerCase() === 'true';
    throw new ApexException('TypeException', `Invalid boolean: ${String(value)}`);
}
