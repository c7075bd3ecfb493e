import { makeField, makeSystemField } from './field.ts';
import type { FieldSchema } from './types.ts';

const reference = (object: string, name: string, label: string): FieldSchema =>
    makeSystemField(object, name, 'REFERENCE', {
        label,
        length: 18,
        referenceTo: ['User'],
        relationshipName: name.slice(0, -2)
    });

/** Id, dates and users that every object has. */
export function systemFields(object: string): FieldSchema[] {
    return [
        makeSystemField(object, 'Id', 'ID', { label: `${object} ID`, length: 18 }),
        makeSystemField(object, 'IsDeleted', 'BOOLEAN', { label: 'Deleted', defaultValue: 'false' }),
        makeSystemField(object, 'CreatedDate', 'DATETIME'),
        reference(object, 'CreatedById', 'Created By ID'),
        makeSystemField(object, 'LastModifiedDate', 'DATETIME'),
        reference(object, 'LastModifiedById', 'Last Modified By ID'),
        makeSystemField(object, 'SystemModstamp', 'DATETIME', { label: 'System Modstamp' })
    ];
}

/** OwnerId of an object whose records have owners; queues may own them too. */
export function ownerField(object: string, referenceTo: string[] = ['User', 'Group']): FieldSchema {
    return makeField(object, 'OwnerId', 'REFERENCE', {
        label: 'Owner ID',
        length: 18,
        referenceTo,
        relationshipName: 'Owner',
        owner: true,
        nillable: false,
        permissionable: false
    });
}

export function recordTypeField(object: string): FieldSchema {
    return makeField(object, 'RecordTypeId', 'REFERENCE', {
        label: 'Record Type ID',
        length: 18,
        referenceTo: ['RecordType'],
        relationshipName: 'RecordType',
        permissionable: false
    });
}

/** Fields that every custom metadata type has beside its own. */
export function customMetadataFields(object: string): FieldSchema[] {
    const string = (name: string, label: string, length: number): FieldSchema =>
        makeSystemField(object, name, 'STRING', { label, length });
    return [
        makeSystemField(object, 'Id', 'ID', { label: 'Custom Metadata Record ID', length: 18 }),
        string('DeveloperName', 'Custom Metadata Record Name', 40),
        { ...string('MasterLabel', 'Label', 40), nameField: true },
        string('Label', 'Label', 40),
        string('Language', 'Master Language', 40),
        string('NamespacePrefix', 'Namespace Prefix', 15),
        string('QualifiedApiName', 'Qualified API Name', 70)
    ];
}

/** Fields that every custom setting has beside its own: a list has rows by name, a hierarchy one for each place. */
export function customSettingFields(object: string, isList: boolean): FieldSchema[] {
    return [
        ...systemFields(object),
        makeField(object, 'Name', 'STRING', {
            label: 'Name',
            length: isList ? 38 : 80,
            nameField: true,
            unique: isList,
            permissionable: false
        }),
        makeField(object, 'SetupOwnerId', 'REFERENCE', {
            label: 'Location',
            length: 18,
            referenceTo: ['Organization', 'Profile', 'User'],
            relationshipName: 'SetupOwner',
            unique: !isList,
            updateable: false,
            permissionable: false
        })
    ];
}

/** Fields that every platform event has beside its own. */
export function platformEventFields(object: string): FieldSchema[] {
    return [
        makeSystemField(object, 'Id', 'ID', { length: 18 }),
        makeSystemField(object, 'ReplayId', 'STRING', { label: 'Replay ID', length: 1000 }),
        makeSystemField(object, 'EventUuid', 'STRING', { label: 'Event UUID', length: 36 }),
        makeSystemField(object, 'CreatedDate', 'DATETIME'),
        reference(object, 'CreatedById', 'Created By ID')
    ];
}
