import { randomUUID } from 'node:crypto';
import { context } from '../context.ts';
import { definePlatformClass, definePlatformEnum } from '../define.ts';
import { once } from '../journal.ts';
import { apexHashCode } from '../object/object.ts';
import { applyDefaults } from '../sobject/defaults.ts';
import { toId } from '../text/id-text.ts';
import { apexEquals } from '../values/equality.ts';
import { SObjectValue } from '../values/sobject.ts';
import { SObjectTypeToken } from '../values/tokens.ts';
import type { SObjectFieldToken } from '../values/tokens.ts';
import { describeField, describeObject } from './describe-values.ts';

definePlatformEnum('Schema.SObjectDescribeOptions', ['DEFAULT', 'DEFERRED', 'FULL']);

const common = {
    'Boolean equals(Object other)': apexEquals,
    'Integer hashCode()': apexHashCode,
    'String toString()': String
};

definePlatformClass({
    name: 'Schema.SObjectType',
    methods: {
        ...common,
        'Schema.DescribeSObjectResult getDescribe()': (self: SObjectTypeToken) => describeObject(self.objectName),
        'Schema.DescribeSObjectResult getDescribe(Schema.SObjectDescribeOptions options)': (self: SObjectTypeToken) =>
            describeObject(self.objectName),
        'SObject newSObject()': (self: SObjectTypeToken) => new SObjectValue(self.objectName),
        'SObject newSObject(Id id)': (self: SObjectTypeToken, id: string | null) => newRecord(self, id),
        'SObject newSObject(Id recordTypeId, Boolean loadDefaults)': (
            self: SObjectTypeToken,
            recordTypeId: string | null,
            load: boolean
        ) => newRecordOfType(self, recordTypeId, load)
    }
});

definePlatformClass({
    name: 'Schema.SObjectField',
    methods: {
        ...common,
        'Schema.DescribeFieldResult getDescribe()': (self: SObjectFieldToken) =>
            describeField(self.objectName, self.fieldName)
    }
});

function newRecord(type: SObjectTypeToken, id: string | null): SObjectValue {
    const record = new SObjectValue(type.objectName);
    if (id !== null) record.id = toId(id);
    return record;
}

function newRecordOfType(type: SObjectTypeToken, recordTypeId: string | null, loadDefaults: boolean): SObjectValue {
    const record = new SObjectValue(type.objectName);
    if (recordTypeId !== null) record.fields.set('RecordTypeId', toId(recordTypeId));
    const object = context().org.schema.object(type.objectName)!;
    if (loadDefaults) applyDefaults(record, object);
    if (loadDefaults && object.kind === 'platformEvent')
        record.fields.set('EventUuid', once('an EventUuid', randomUUID));
    return record;
}
