import { context } from '../context.ts';
import { DatabaseErrorValue } from '../database/results.ts';
import { DmlOptionsValue } from '../database/dml-options.ts';
import { definePlatformClass } from '../define.ts';
import { apexHashCode } from '../object/object.ts';
import type { Implementation } from '../registry.ts';
import { nullArgument } from '../support/refuse-nulls.ts';
import { ApexList, ApexMap } from '../values/collections.ts';
import { apexEquals } from '../values/equality.ts';
import { ApexException } from '../values/exception.ts';
import type { SObjectValue } from '../values/sobject.ts';
import { SObjectTypeToken } from '../values/tokens.ts';
import type { SObjectFieldToken } from '../values/tokens.ts';
import { apexToString } from '../values/to-string.ts';
import { fieldName, fieldOf, readField, relationshipOf, writeField } from './fields.ts';

type FieldReference = string | SObjectFieldToken | null;

definePlatformClass({
    name: 'SObject',
    methods: { ...fieldMethods(), ...relationshipMethods(), ...errorMethods(), ...cloneMethods(), ...otherMethods() }
});

/** What queries with GROUP BY return. */
definePlatformClass({ name: 'AggregateResult', extends: 'SObject' });

function fieldMethods(): Record<string, Implementation> {
    const get: Implementation = (self: SObjectValue, field: FieldReference) => readField(self, fieldName(field));
    const put: Implementation = (self: SObjectValue, field: FieldReference, value: unknown) =>
        writeField(self, fieldName(field), value);
    const isSet: Implementation = (self: SObjectValue, field: FieldReference) =>
        self.fields.has(fieldOf(self, fieldName(field)).name);
    return {
        'Object get(String fieldName)': get,
        'Object get(Schema.SObjectField field)': get,
        'Object put(String fieldName, Object value)': put,
        'Object put(Schema.SObjectField field, Object value)': put,
        'Boolean isSet(String fieldName)': isSet,
        'Boolean isSet(Schema.SObjectField field)': isSet,
        'Map<String,Object> getPopulatedFieldsAsMap()': populatedFields,
        'void clear()': (self: SObjectValue) => self.fields.clear()
    };
}

function populatedFields(self: SObjectValue): ApexMap {
    const fields = [...self.fields].filter(([, value]) => value !== undefined);
    const parents = [...self.parents].filter(([, parent]) => parent !== null);
    return new ApexMap('String', 'Object', [...fields, ...parents, ...self.children]);
}

function relationshipMethods(): Record<string, Implementation> {
    const getSObject: Implementation = (self: SObjectValue, field: FieldReference) =>
        self.readParent(relationshipOf(self, fieldName(field)));
    const putSObject: Implementation = (self: SObjectValue, field: FieldReference, parent: SObjectValue | null) => {
        const name = relationshipOf(self, fieldName(field));
        const previous = self.parents.get(name) ?? null;
        self.parents.set(name, parent);
        return previous;
    };
    return {
        'SObject getSObject(String fieldName)': getSObject,
        'SObject getSObject(Schema.SObjectField field)': getSObject,
        'SObject putSObject(String fieldName, SObject value)': putSObject,
        'SObject putSObject(Schema.SObjectField field, SObject value)': putSObject,
        'List<SObject> getSObjects(String fieldName)': childRecords,
        'Schema.SObjectType getSObjectType()': (self: SObjectValue) => new SObjectTypeToken(self.objectName)
    };
}

/** Rows of the metadata catalog always carry the list of what was asked for, also an empty one. */
const CATALOG = 'EntityDefinition';

function childRecords(self: SObjectValue, name: string): ApexList | null {
    const relationship = context().org.schema.object(self.objectName)?.childRelationship(name);
    if (!relationship?.name)
        throw new ApexException('SObjectException', `Invalid aggregate relationship ${name} for ${self.objectName}`);
    const list = self.children.get(relationship.name);
    return list && (list.items.length > 0 || self.objectName === CATALOG) ? list : null;
}

function errorMethods(): Record<string, Implementation> {
    const onField: Implementation = (self: SObjectValue, field: FieldReference, message: string) =>
        self.addError(message, fieldOf(self, fieldName(field)).name);
    return {
        'void addError(String errorMsg)': (self: SObjectValue, message: string | null) =>
            self.addError(checkedMessage(message)),
        'void addError(String errorMsg, Boolean escape)': (self: SObjectValue, message: string | null) =>
            self.addError(checkedMessage(message)),
        'void addError(Exception exceptionError)': (self: SObjectValue, error: ApexException) =>
            self.addError(error.getApexMessage()),
        'void addError(Exception exceptionError, Boolean escape)': (self: SObjectValue, error: ApexException) =>
            self.addError(error.getApexMessage()),
        'void addError(String fieldName, String errorMsg)': onField,
        'void addError(Schema.SObjectField field, String errorMsg)': onField,
        'void addError(String fieldName, String errorMsg, Boolean escape)': onField,
        'void addError(Schema.SObjectField field, String errorMsg, Boolean escape)': onField,
        'Boolean hasErrors()': (self: SObjectValue) => self.errors.length > 0,
        'List<Database.Error> getErrors()': errorsOf
    };
}

function checkedMessage(message: string | null): string {
    if (message === null) throw nullArgument();
    return message;
}

function errorsOf(self: SObjectValue): ApexList {
    const errors = self.errors.map(({ message, field }) => ({
        message,
        statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
        fields: field === undefined ? [] : [field]
    }));
    return new ApexList(
        'Database.Error',
        errors.map((error) => new DatabaseErrorValue(error))
    );
}

function cloneMethods(): Record<string, Implementation> {
    const clone: Implementation = (self: SObjectValue, ...options: unknown[]) => {
        const [preserveId, deep, preserveReadonlyTimestamps, preserveAutonumber] = options.map(
            (option) => option === true
        );
        return self.clone({ preserveId, deep, preserveReadonlyTimestamps, preserveAutonumber });
    };
    return {
        'SObject clone()': clone,
        'SObject clone(Boolean preserveId)': clone,
        'SObject clone(Boolean preserveId, Boolean isDeepClone)': clone,
        'SObject clone(Boolean preserveId, Boolean isDeepClone, Boolean preserveReadonlyTimestamps)': clone,
        'SObject clone(Boolean preserveId, Boolean isDeepClone, Boolean preserveReadonlyTimestamps, Boolean preserveAutonumber)':
            clone,
        'Boolean isClone()': (self: SObjectValue) => self.clonedFlag,
        'Id getCloneSourceId()': (self: SObjectValue) => self.cloneSourceId
    };
}

const dmlOptions = new WeakMap<SObjectValue, DmlOptionsValue>();

function otherMethods(): Record<string, Implementation> {
    return {
        'Boolean equals(Object other)': (self: SObjectValue, other: unknown) => apexEquals(self, other),
        'void recalculateFormulas()': (self: SObjectValue) => context().org.data.recalculateFormulas([self]),
        'Integer hashCode()': apexHashCode,
        'String toString()': apexToString,
        'void setOptions(Database.DMLOptions options)': (self: SObjectValue, options: DmlOptionsValue) =>
            void dmlOptions.set(self, options),
        'Database.DMLOptions getOptions()': (self: SObjectValue) => dmlOptions.get(self) ?? null
    };
}
