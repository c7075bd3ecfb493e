import { context } from '../context.ts';
import { ApexException } from '../values/exception.ts';
import { PlatformObject } from '../values/object.ts';
import type {
    ChildRelationship,
    FieldSchema,
    FieldSetSchema,
    ObjectSchema,
    PicklistValue,
    RecordTypeSchema
} from '../../data/schema/types.ts';

/** A Schema.DescribeSObjectResult. */
export class DescribeSObjectValue extends PlatformObject {
    readonly apexTypeName = 'Schema.DescribeSObjectResult';
    readonly object: ObjectSchema;

    constructor(object: ObjectSchema) {
        super();
        this.object = object;
    }
}

/** A Schema.DescribeFieldResult. */
export class DescribeFieldValue extends PlatformObject {
    readonly apexTypeName = 'Schema.DescribeFieldResult';
    readonly object: ObjectSchema;
    readonly field: FieldSchema;

    constructor(object: ObjectSchema, field: FieldSchema) {
        super();
        this.object = object;
        this.field = field;
    }
}

/** The small describe results: a type name and what it describes. */
export class DescribedPart<T> extends PlatformObject {
    readonly apexTypeName: string;
    readonly part: T;

    constructor(apexTypeName: string, part: T) {
        super();
        this.apexTypeName = apexTypeName;
        this.part = part;
    }
}

export type DescribedPicklistValue = DescribedPart<PicklistValue>;
export type DescribedRecordType = DescribedPart<RecordTypeSchema>;
export type DescribedChildRelationship = DescribedPart<ChildRelationship>;
export type DescribedFieldSet = DescribedPart<{ object: ObjectSchema; set: FieldSetSchema }>;

/** The describe of an object by name. Throws InvalidParameterValueException when there is none. */
export function describeObject(name: string): DescribeSObjectValue {
    const object = context().org.schema.object(name);
    if (!object) throw new ApexException('InvalidParameterValueException', `Invalid sobject provided: ${name}`);
    return new DescribeSObjectValue(object);
}

/** The describe of a field. Throws SObjectException when there is none. */
export function describeField(objectName: string, fieldName: string): DescribeFieldValue {
    const { object } = describeObject(objectName);
    const field = object.field(fieldName);
    if (!field) throw new ApexException('SObjectException', `Invalid field ${fieldName} for ${objectName}`);
    return new DescribeFieldValue(object, field);
}
