import type { ObjectMetadata } from '../../metadata/types.ts';
import { makeField } from './field.ts';
import { ObjectDefinition } from './object.ts';
import {
    customMetadataFields,
    customSettingFields,
    ownerField,
    platformEventFields,
    systemFields
} from './system-fields.ts';
import type { FieldSchema, ObjectKind } from './types.ts';

function kindOf(metadata: ObjectMetadata): ObjectKind {
    if (metadata.name.endsWith('__mdt')) return 'customMetadata';
    if (metadata.name.endsWith('__e')) return 'platformEvent';
    return metadata.customSettingsType ? 'customSetting' : 'custom';
}

/** An object of the project with the fields that its kind brings along; its own fields come later. */
export function defineCustomObject(metadata: ObjectMetadata, keyPrefix: string): ObjectDefinition {
    const kind = kindOf(metadata);
    const label = metadata.label ?? metadata.name;
    const master = metadata.fields.some((field) => field.xml.children.type?.[0]?.text.trim() === 'MasterDetail');
    const shared = kind === 'custom';
    return new ObjectDefinition(
        {
            name: metadata.name,
            label,
            labelPlural: metadata.pluralLabel ?? `${label}s`,
            description: metadata.description,
            keyPrefix,
            kind,
            custom: true,
            customSettingsType: metadata.customSettingsType,
            sharingModel: shared
                ? (metadata.sharingModel ?? (master ? 'ControlledByParent' : 'ReadWrite'))
                : 'ReadWrite',
            queryable: kind !== 'platformEvent',
            createable: kind !== 'customMetadata',
            updateable: kind === 'custom' || kind === 'customSetting',
            deletable: kind === 'custom' || kind === 'customSetting',
            undeletable: shared,
            searchable: shared && metadata.enableSearch,
            feedEnabled: metadata.enableFeeds
        },
        baseFields(metadata, kind, !master)
    );
}

function baseFields(metadata: ObjectMetadata, kind: ObjectKind, owned: boolean): FieldSchema[] {
    const { name } = metadata;
    if (kind === 'customMetadata') return customMetadataFields(name);
    if (kind === 'platformEvent') return platformEventFields(name);
    if (kind === 'customSetting') return customSettingFields(name, metadata.customSettingsType === 'List');
    return [...systemFields(name), nameField(metadata), ...(owned ? [ownerField(name)] : [])];
}

function nameField(metadata: ObjectMetadata): FieldSchema {
    const facts = metadata.nameField;
    const field = makeField(metadata.name, 'Name', 'STRING', {
        label: facts?.label ?? 'Name',
        length: 80,
        nameField: true,
        permissionable: false,
        nillable: false
    });
    if (facts?.type !== 'AutoNumber') return field;
    field.autoNumber = { format: facts.displayFormat ?? '{0}', startingNumber: facts.startingNumber ?? 1 };
    return Object.assign(field, { createable: false, updateable: false });
}
