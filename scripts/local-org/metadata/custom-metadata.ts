import { deterministicId } from '../data/schema/ids.ts';
import { ApexDate, ApexDatetime, ApexDecimal, SObjectValue } from '../platform/values/index.ts';
import type { CustomMetadataRecord, FieldMetadata } from './types.ts';
import { MetadataError, text } from './xml.ts';

/** The Id of a custom metadata record, always the same for its name. */
export function customMetadataId(type: string, developerName: string): string {
    return deterministicId('m00', `${type}.${developerName}`);
}

/**
 * A custom metadata record as a read-only row with typed values.
 * @throws MetadataError when the record fills a field that its type does not have, or with a value of another type
 */
export function customMetadataRow(record: CustomMetadataRecord, fields: FieldMetadata[]): SObjectValue {
    const row = new SObjectValue(record.type);
    const standard: [string, unknown][] = [
        ['Id', customMetadataId(record.type, record.developerName)],
        ['DeveloperName', record.developerName],
        ['MasterLabel', record.label],
        ['Label', record.label],
        ['Language', 'en_US'],
        ['NamespacePrefix', null],
        ['QualifiedApiName', record.developerName]
    ];
    for (const [name, value] of standard) row.fields.set(name, value);
    for (const field of fields) row.fields.set(field.name, null);
    for (const { field: name, value } of record.values) {
        const field = fields.find((candidate) => candidate.name === name);
        if (!field) throw new MetadataError(record.file, 1, `No such column '${name}' on entity '${record.type}'`);
        row.fields.set(field.name, value === null ? null : typedValue(field, value, record.file));
        qualifyFieldName(row, field, record);
    }
    row.readOnly = true;
    return row;
}

function typedValue(field: FieldMetadata, value: string, file: string): unknown {
    const type = text(field.xml, 'type') ?? 'Text';
    try {
        return convert(type, field, value);
    } catch {
        throw new MetadataError(file, 1, `'${value}' is no value of ${field.object}.${field.name} (${type})`);
    }
}

function convert(type: string, field: FieldMetadata, value: string): unknown {
    switch (type) {
        case 'Checkbox':
            return value.trim() === 'true';
        case 'Number':
        case 'Percent':
        case 'Currency':
            return ApexDecimal.of(value.trim());
        case 'Date':
            return ApexDate.parse(value.trim());
        case 'DateTime':
            return new ApexDatetime(Date.parse(value.trim()));
        case 'MetadataRelationship':
            return relationshipValue(text(field.xml, 'referenceTo') ?? '', value.trim());
        default:
            return value;
    }
}

/** A relationship to another custom metadata type holds an Id, one to an object or field its API name. */
function relationshipValue(referenceTo: string, value: string): string {
    return referenceTo.endsWith('__mdt') ? customMetadataId(referenceTo, value) : value;
}

/** The name of a field of an object is kept with the object's, as the definitions of fields are found by. */
function qualifyFieldName(row: SObjectValue, field: FieldMetadata, record: CustomMetadataRecord): void {
    if (text(field.xml, 'referenceTo') !== 'FieldDefinition') return;
    const controlling = text(field.xml, 'metadataRelationshipControllingField')?.split('.').pop();
    const object = record.values.find((value) => value.field === controlling)?.value;
    const name = row.fields.get(field.name);
    if (object && name) row.fields.set(field.name, `${object.trim()}.${String(name)}`);
}
