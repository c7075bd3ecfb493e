import { makeField } from './field.ts';
import { ObjectDefinition } from './object.ts';
import { systemFields } from './system-fields.ts';
import type { FieldSchema, ObjectSchema, PicklistValue } from './types.ts';

function picklist(values: string[], defaultValue?: string): PicklistValue[] {
    return values.map((value) => ({ value, label: value, default: value === defaultValue, active: true }));
}

function baseName(parent: ObjectSchema, suffix: string): string {
    return parent.custom ? parent.name.replace(/__c$/, `__${suffix}`) : parent.name + suffix;
}

function reference(object: string, name: string, path: string, facts: Partial<FieldSchema>): FieldSchema {
    return makeField(object, name, 'REFERENCE', {
        length: 18,
        relationshipName: path,
        required: true,
        updateable: false,
        ...facts
    });
}

/** `Invoice__Share` of `Invoice__c`, `CaseShare` of `Case`: who sees a record beyond its owner. */
export function shareObject(parent: ObjectSchema, keyPrefix: string): ObjectDefinition {
    const name = baseName(parent, 'Share');
    const prefix = parent.custom ? '' : parent.name;
    const parentField = parent.custom ? 'ParentId' : `${parent.name}Id`;
    const access = parent.custom ? 'AccessLevel' : `${prefix}AccessLevel`;
    const levels = ['Read', 'Edit', 'All'];
    const causes = picklist(
        ['Owner', 'Manual', 'Rule', 'ImplicitChild', 'ImplicitParent', 'Team', 'Territory'],
        'Manual'
    );
    return new ObjectDefinition(
        {
            name,
            label: `${parent.label} Share`,
            labelPlural: `${parent.label} Shares`,
            keyPrefix,
            kind: 'share',
            parentObject: parent.name,
            undeletable: false
        },
        [
            ...systemFields(name),
            reference(name, parentField, parent.custom ? 'Parent' : parent.name, {
                referenceTo: [parent.name],
                cascadeDelete: true,
                childRelationshipName: 'Shares'
            }),
            reference(name, 'UserOrGroupId', 'UserOrGroup', { referenceTo: ['User', 'Group'] }),
            makeField(name, access, 'PICKLIST', {
                length: 40,
                restricted: true,
                required: true,
                picklistValues: picklist(levels)
            }),
            makeField(name, 'RowCause', 'PICKLIST', { length: 40, picklistValues: causes, defaultValue: '"Manual"' })
        ]
    );
}

/** `Invoice__History` of `Invoice__c`, `CaseHistory` of `Case`: changes of tracked fields. */
export function historyObject(parent: ObjectSchema, keyPrefix: string): ObjectDefinition {
    const name = parent.name === 'Opportunity' ? 'OpportunityFieldHistory' : baseName(parent, 'History');
    const parentField = parent.custom ? 'ParentId' : `${parent.name}Id`;
    const text = (field: string): FieldSchema => makeField(name, field, 'STRING', { length: 255 });
    return new ObjectDefinition(
        {
            name,
            label: `${parent.label} History`,
            labelPlural: `${parent.label} History`,
            keyPrefix,
            kind: 'history',
            parentObject: parent.name,
            controlledBy: parentField,
            sharingModel: 'ControlledByParent',
            createable: false,
            updateable: false,
            undeletable: false
        },
        [
            ...systemFields(name),
            reference(name, parentField, parent.custom ? 'Parent' : parent.name, {
                referenceTo: [parent.name],
                cascadeDelete: true,
                childRelationshipName: 'Histories'
            }),
            text('Field'),
            text('DataType'),
            makeField(name, 'OldValue', 'ANYTYPE', { length: 255 }),
            makeField(name, 'NewValue', 'ANYTYPE', { length: 255 })
        ]
    );
}

/** The name of an object's change event: `AccountChangeEvent`, `Invoice__ChangeEvent`. */
export function changeEventName(objectName: string): string {
    return objectName.endsWith('__c') ? objectName.replace(/__c$/, '__ChangeEvent') : `${objectName}ChangeEvent`;
}

/** The change event of an object: its own fields and what changed. */
export function changeEventObject(parent: ObjectSchema, name: string, keyPrefix: string): ObjectDefinition {
    const own = [...parent.fields.values()].filter((field) => !['Id', 'IsDeleted'].includes(field.name));
    const copies = own.map((field): FieldSchema => ({
        ...field,
        object: name,
        required: false,
        childRelationshipName: undefined,
        relationshipName: undefined,
        formula: undefined
    }));
    const header = makeField(name, 'ChangeEventHeader', 'ANYTYPE', {});
    return new ObjectDefinition(
        {
            name,
            label: `${parent.label} Change Event`,
            labelPlural: `${parent.label} Change Events`,
            keyPrefix,
            kind: 'platformEvent',
            queryable: false,
            createable: true,
            updateable: false,
            deletable: false,
            undeletable: false
        },
        [
            makeField(name, 'Id', 'ID', { length: 18 }),
            makeField(name, 'ReplayId', 'STRING', { length: 1000 }),
            Object.assign(header, { apexType: 'EventBus.ChangeEventHeader' }),
            ...copies
        ]
    );
}
