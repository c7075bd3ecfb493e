import { context } from '../context.ts';
import { definePlatformClass, platformEnumValue } from '../define.ts';
import { ApexList } from '../values/collections.ts';
import { SObjectFieldToken, SObjectTypeToken } from '../values/tokens.ts';
import { DescribedPart, describeField } from './describe-values.ts';
import type {
    DescribedChildRelationship,
    DescribedFieldSet,
    DescribedPicklistValue,
    DescribedRecordType
} from './describe-values.ts';

definePlatformClass({
    name: 'Schema.PicklistEntry',
    methods: {
        'String getLabel()': (self: DescribedPicklistValue) => self.part.label,
        'String getValue()': (self: DescribedPicklistValue) => self.part.value,
        'Boolean isActive()': (self: DescribedPicklistValue) => self.part.active,
        'Boolean isDefaultValue()': (self: DescribedPicklistValue) => self.part.default
    }
});

definePlatformClass({
    name: 'Schema.RecordTypeInfo',
    methods: {
        'String getName()': (self: DescribedRecordType) => self.part.label,
        'String getDeveloperName()': (self: DescribedRecordType) => self.part.developerName,
        'Id getRecordTypeId()': (self: DescribedRecordType) => self.part.id,
        'Boolean isActive()': (self: DescribedRecordType) => self.part.active,
        'Boolean isAvailable()': (self: DescribedRecordType) => self.part.active,
        'Boolean isDefaultRecordTypeMapping()': (self: DescribedRecordType) => self.part.default,
        'Boolean isMaster()': (self: DescribedRecordType) => self.part.master
    }
});

definePlatformClass({
    name: 'Schema.ChildRelationship',
    methods: {
        'Schema.SObjectType getChildSObject()': (self: DescribedChildRelationship) =>
            new SObjectTypeToken(self.part.childObject),
        'Schema.SObjectField getField()': (self: DescribedChildRelationship) =>
            new SObjectFieldToken(self.part.childObject, self.part.field),
        'String getRelationshipName()': (self: DescribedChildRelationship) => self.part.name,
        'Boolean isCascadeDelete()': (self: DescribedChildRelationship) => self.part.cascadeDelete,
        'Boolean isRestrictedDelete()': (self: DescribedChildRelationship) => self.part.restrictedDelete,
        'Boolean isDeprecatedAndHidden()': () => false
    }
});

definePlatformClass({
    name: 'Schema.FieldSet',
    methods: {
        'String getName()': (self: DescribedFieldSet) => self.part.set.name,
        'String getLabel()': (self: DescribedFieldSet) => self.part.set.label,
        'String getDescription()': (self: DescribedFieldSet) => self.part.set.description ?? null,
        'Schema.SObjectType getSObjectType()': (self: DescribedFieldSet) => new SObjectTypeToken(self.part.object.name),
        'List<Schema.FieldSetMember> getFields()': fieldSetMembers
    }
});

interface Member {
    object: string;
    path: string;
    required: boolean;
}

definePlatformClass({
    name: 'Schema.FieldSetMember',
    methods: {
        'String getFieldPath()': (self: DescribedPart<Member>) => self.part.path,
        'String getLabel()': (self: DescribedPart<Member>) => memberField(self).field.label,
        'Boolean getRequired()': (self: DescribedPart<Member>) => self.part.required,
        'Boolean getDbRequired()': (self: DescribedPart<Member>) => memberField(self).field.required,
        'Schema.DisplayType getType()': (self: DescribedPart<Member>) =>
            platformEnumValue('Schema.DisplayType', memberField(self).field.type),
        'Schema.SObjectField getSObjectField()': (self: DescribedPart<Member>) => {
            const { object, field } = memberField(self);
            return new SObjectFieldToken(object.name, field.name);
        }
    }
});

function fieldSetMembers(self: DescribedFieldSet): ApexList {
    const { object, set } = self.part;
    const members = set.fields.map(({ field, required }) => ({ object: object.name, path: field, required }));
    return new ApexList(
        'Schema.FieldSetMember',
        members.map((member) => new DescribedPart('Schema.FieldSetMember', member))
    );
}

/** Follows a path as 'Account.Name' to the field at its end. */
function memberField(self: DescribedPart<Member>): ReturnType<typeof describeField> {
    const steps = self.part.path.split('.');
    let objectName = self.part.object;
    for (const step of steps.slice(0, -1)) {
        objectName = context().org.schema.object(objectName)?.relationship(step)?.referenceTo[0] ?? objectName;
    }
    return describeField(objectName, steps[steps.length - 1]);
}
