import { definePlatformClass } from '../define.ts';
import type { Implementation } from '../registry.ts';
import { ApexList } from '../values/collections.ts';
import { ApexMap } from '../values/collections.ts';
import { SObjectFieldToken, SObjectTypeToken } from '../values/tokens.ts';
import type { ObjectPermission } from '../../data/types.ts';
import type { ObjectSchema } from '../../data/schema/types.ts';
import { CaseInsensitiveMap } from './case-insensitive-map.ts';
import { describedObjectRights } from './described-rights.ts';
import { DescribedPart } from './describe-values.ts';
import type { DescribeSObjectValue } from './describe-values.ts';

type ObjectFact = (object: ObjectSchema) => unknown;

const about =
    (fact: ObjectFact): Implementation =>
    (self: DescribeSObjectValue) =>
        fact(self.object);

const allowed =
    (permission: keyof ObjectPermission, supported: ObjectFact): Implementation =>
    (self: DescribeSObjectValue) =>
        describedObjectRights(self.object)[permission] && supported(self.object) === true;

/** What a share, history or feed object is to the object that it belongs to. */
function associateType({ kind }: ObjectSchema): string | null {
    return ['share', 'history', 'feed'].includes(kind) ? `${kind[0].toUpperCase()}${kind.slice(1)}` : null;
}

definePlatformClass({
    name: 'Schema.DescribeSObjectResult',
    methods: {
        'Boolean isAccessible()': allowed('read', () => true),
        'Boolean isCreateable()': allowed('create', (object) => object.createable),
        'Boolean isUpdateable()': allowed('edit', (object) => object.updateable),
        'Boolean isDeletable()': allowed('delete', (object) => object.deletable),
        'Boolean isUndeletable()': allowed('delete', (object) => object.undeletable),
        'Boolean isMergeable()': allowed('edit', (object) => object.mergeable),
        'Boolean isQueryable()': allowed('read', (object) => object.queryable),
        'Boolean isSearchable()': about((object) => object.searchable),
        'Boolean isCustom()': about((object) => object.custom),
        'Boolean isCustomSetting()': about((object) => object.kind === 'customSetting'),
        'Boolean isFeedEnabled()': about((object) => object.feedEnabled),
        'Boolean isDeprecatedAndHidden()': about(() => false),
        'Boolean isMruEnabled()': about((object) => object.kind === 'standard' || object.kind === 'custom'),
        'Boolean getHasSubtypes()': about(() => false),
        'Boolean getIsInterface()': about(() => false),
        'String getImplementedBy()': about(() => null),
        'String getImplementsInterfaces()': about(() => null),
        'String getDefaultImplementation()': about(() => null),
        'String getAssociateEntityType()': about(associateType),
        'String getAssociateParentEntity()': about((object) => (associateType(object) && object.parentObject) || null),
        'String getName()': about((object) => object.name),
        'String getLocalName()': about((object) => object.name),
        'String getLabel()': about((object) => object.label),
        'String getLabelPlural()': about((object) => object.labelPlural),
        'String getKeyPrefix()': about((object) => object.keyPrefix || null),
        'Schema.SObjectType getSObjectType()': about((object) => new SObjectTypeToken(object.name)),
        'List<Schema.ChildRelationship> getChildRelationships()': about(childRelationships),
        'List<Schema.RecordTypeInfo> getRecordTypeInfos()': about(
            (object) =>
                new ApexList(
                    'Schema.RecordTypeInfo',
                    recordTypes(object).map(([, , info]) => info)
                )
        ),
        'Map<String,Schema.RecordTypeInfo> getRecordTypeInfosByDeveloperName()': about((object) =>
            recordTypesBy(object, 0)
        ),
        'Map<String,Schema.RecordTypeInfo> getRecordTypeInfosByName()': about((object) => recordTypesBy(object, 1)),
        'Map<Id,Schema.RecordTypeInfo> getRecordTypeInfosById()': about(
            (object) =>
                new ApexMap(
                    'Id',
                    'Schema.RecordTypeInfo',
                    recordTypes(object).map(([, , info]) => [info.part.id, info] as const)
                )
        )
    },
    properties: {
        'Schema.SObjectTypeFields fields': {
            get: (self: DescribeSObjectValue) => new DescribedPart('Schema.SObjectTypeFields', self.object)
        },
        'Schema.SObjectTypeFieldSets fieldSets': {
            get: (self: DescribeSObjectValue) => new DescribedPart('Schema.SObjectTypeFieldSets', self.object)
        },
        'String name': { get: (self: DescribeSObjectValue) => self.object.name },
        'String label': { get: (self: DescribeSObjectValue) => self.object.label },
        'String labelPlural': { get: (self: DescribeSObjectValue) => self.object.labelPlural },
        'String keyPrefix': { get: (self: DescribeSObjectValue) => self.object.keyPrefix || null },
        'Boolean accessible': { get: (self: DescribeSObjectValue) => describedObjectRights(self.object).read },
        'Boolean createable': {
            get: (self: DescribeSObjectValue) => describedObjectRights(self.object).create && self.object.createable
        },
        'Boolean updateable': {
            get: (self: DescribeSObjectValue) => describedObjectRights(self.object).edit && self.object.updateable
        },
        'Boolean deletable': {
            get: (self: DescribeSObjectValue) => describedObjectRights(self.object).delete && self.object.deletable
        }
    }
});

definePlatformClass({
    name: 'Schema.SObjectTypeFields',
    methods: {
        'Map<String,Schema.SObjectField> getMap()': (self: DescribedPart<ObjectSchema>) =>
            new CaseInsensitiveMap(
                'Schema.SObjectField',
                [...self.part.fields.values()].map(
                    (field) => [field.name, new SObjectFieldToken(self.part.name, field.name)] as const
                )
            )
    }
});

definePlatformClass({
    name: 'Schema.SObjectTypeFieldSets',
    methods: {
        'Map<String,Schema.FieldSet> getMap()': (self: DescribedPart<ObjectSchema>) =>
            new CaseInsensitiveMap(
                'Schema.FieldSet',
                self.part.fieldSets.map(
                    (set) => [set.name, new DescribedPart('Schema.FieldSet', { object: self.part, set })] as const
                )
            )
    }
});

function childRelationships(object: ObjectSchema): ApexList {
    const type = 'Schema.ChildRelationship';
    return new ApexList(
        type,
        object.childRelationships.map((relationship) => new DescribedPart(type, relationship))
    );
}

function recordTypes(object: ObjectSchema): [string, string, DescribedPart<ObjectSchema['recordTypes'][number]>][] {
    return [...object.recordTypes, masterOf(object)].map((recordType) => [
        recordType.developerName,
        recordType.label,
        new DescribedPart('Schema.RecordTypeInfo', recordType)
    ]);
}

/** Every object has a master record type, the only one where none was made. */
function masterOf(object: ObjectSchema): ObjectSchema['recordTypes'][number] {
    return {
        id: '012000000000000AAA',
        developerName: 'Master',
        label: 'Master',
        active: true,
        default: object.recordTypes.every((type) => !type.default),
        master: true,
        picklistValues: {}
    };
}

function recordTypesBy(object: ObjectSchema, key: 0 | 1): ApexMap {
    return new ApexMap(
        'String',
        'Schema.RecordTypeInfo',
        recordTypes(object).map((entry) => [entry[key], entry[2]] as const)
    );
}
