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
