import { context } from '../context.ts';
import { definePlatformClass } from '../define.ts';
import { refuseNulls } from '../support/refuse-nulls.ts';
import { ApexException } from '../values/exception.ts';
import { SObjectTypeToken } from '../values/tokens.ts';
import { textHashCode } from './distance.ts';
import { restoreIdCasing, toId } from './id-text.ts';

definePlatformClass({
    name: 'Id',
    statics: refuseNulls({
        'Id valueOf(String toId)': toId,
        'Id valueOf(String toId, Boolean restoreCasing)': (text: string, restore: boolean) =>
            restore ? restoreIdCasing(text) : toId(text)
    }),
    methods: {
        'Boolean equals(Object other)': (self: string, other: unknown) => self === other,
        'Integer hashCode()': textHashCode,
        'String toString()': (self: string) => self,
        'Schema.SObjectType getSobjectType()': sobjectTypeOf,
        'String to15()': (self: string) => self.slice(0, 15)
    }
});

function sobjectTypeOf(id: string): SObjectTypeToken {
    const object = context().org.schema.objectByKeyPrefix(id.slice(0, 3));
    if (!object) throw new ApexException('SObjectException', `Cannot determine the SObject type of the id ${id}`);
    return new SObjectTypeToken(object.name);
}
