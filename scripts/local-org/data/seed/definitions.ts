import { existsSync, readFileSync, statSync } from 'node:fs';
import type { MetadataStore } from '../../metadata/types.ts';
import { ApexBlob, SObjectValue } from '../../platform/values/index.ts';
import { deterministicId } from '../schema/ids.ts';
import type { FieldSchema, ObjectSchema } from '../schema/types.ts';
import type { Seeder } from './seeder.ts';

/**
 * Rows that describe objects and fields. Their Ids are the names, so that metadata relationships, which hold names,
 * lead to them.
 */
export function seedDefinitions(seeder: Seeder): void {
    const described = ['standard', 'custom', 'customMetadata', 'customSetting', 'platformEvent'];
    const objects = seeder.schema.objects().filter((object) => described.includes(object.kind));
    seeder.replaceAll(
        'EntityDefinition',
        objects.map((object) => row('EntityDefinition', object.name, entityValues(object)))
    );
    seeder.replaceAll(
        'FieldDefinition',
        objects.flatMap((object) => [...object.fields.values()].map((field) => fieldRow(object, field)))
    );
}

function fieldRow(object: ObjectSchema, field: FieldSchema): SObjectValue {
    return row('FieldDefinition', `${object.name}.${field.name}`, fieldValues(object, field));
}

function row(objectName: string, id: string, values: Record<string, unknown>): SObjectValue {
    const record = new SObjectValue(objectName);
    for (const [name, value] of Object.entries({ Id: id, IsDeleted: false, ...values }))
        if (value !== undefined) record.fields.set(name, value);
    return record;
}

function developerName(name: string): string {
    return name.replace(/__\w+$/, '');
}

function entityValues(object: ObjectSchema): Record<string, unknown> {
    return {
        DurableId: object.name,
        QualifiedApiName: object.name,
        DeveloperName: developerName(object.name),
        MasterLabel: object.label,
        Label: object.label,
        PluralLabel: object.labelPlural,
        KeyPrefix: object.keyPrefix,
        IsCustomSetting: object.kind === 'customSetting',
        IsApexTriggerable: ['standard', 'custom', 'platformEvent'].includes(object.kind) && !object.setup,
        IsCustomizable: !object.setup,
        IsQueryable: object.kind !== 'platformEvent',
        InternalSharingModel: object.sharingModel
    };
}

function fieldValues(object: ObjectSchema, field: FieldSchema): Record<string, unknown> {
    return {
        DurableId: `${object.name}.${field.name}`,
        QualifiedApiName: field.name,
        EntityDefinitionId: object.name,
        DeveloperName: developerName(
            field.type === 'REFERENCE' && !field.custom ? field.name.replace(/Id$/, '') : field.name
        ),
        MasterLabel: field.label,
        Label: field.label,
        Length: field.length,
        Precision: field.precision,
        Scale: field.scale,
        DataType: dataType(field),
        IsCalculated: field.formula !== undefined,
        IsNameField: field.nameField === true,
        IsNillable: field.nillable,
        RelationshipName: field.relationshipName ?? null,
        SecurityClassification: field.securityClassification ?? null,
        ComplianceGroup: field.complianceGroup ?? null
    };
}

/** As Setup shows it: `Text(255)`, `Lookup(Account)`, `Formula (Number)`. */
function dataType(field: FieldSchema): string {
    if (field.formula !== undefined) return `Formula (${plainType(field)})`;
    if (field.type === 'REFERENCE')
        return `${field.masterDetail ? 'Master-Detail' : 'Lookup'}(${field.referenceTo.join(',')})`;
    if (field.type === 'STRING') return field.autoNumber ? 'Auto Number' : `Text(${field.length})`;
    return plainType(field);
}

function plainType(field: FieldSchema): string {
    const names: Record<string, string> = {
        STRING: 'Text',
        BOOLEAN: 'Checkbox',
        DOUBLE: 'Number',
        INTEGER: 'Number',
        DATETIME: 'Date/Time',
        TEXTAREA: 'Text Area',
        LONGTEXTAREA: 'Long Text Area',
        MULTIPICKLIST: 'Picklist (Multi-Select)'
    };
    return names[field.type] ?? field.type[0] + field.type.slice(1).toLowerCase();
}

/** Static resources with their content. */
export function seedStaticResources(seeder: Seeder, metadata: MetadataStore): void {
    const files = metadata.staticResources.filter(({ file }) => existsSync(file) && statSync(file).isFile());
    const kept = files.map(({ name, file, contentType }) => {
        const body = readFileSync(file);
        return seeder.put('StaticResource', deterministicId('081', name), {
            Name: name,
            ContentType: contentType,
            BodyLength: body.length,
            Body: new ApexBlob(body)
        });
    });
    seeder.keepOnly('StaticResource', kept);
}
