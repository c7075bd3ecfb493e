import type { FieldMetadata, ValueSetMetadata, XmlNode } from '../../metadata/types.ts';
import { MetadataError, element, elements, flag, integer, text } from '../../metadata/xml.ts';
import { makeField } from './field.ts';
import type { DisplayType, FieldSchema, PicklistValue } from './types.ts';

const TYPES: Record<string, DisplayType> = {
    Text: 'STRING',
    EncryptedText: 'STRING',
    AutoNumber: 'STRING',
    TextArea: 'TEXTAREA',
    LongTextArea: 'LONGTEXTAREA',
    Html: 'LONGTEXTAREA',
    Picklist: 'PICKLIST',
    MultiselectPicklist: 'MULTIPICKLIST',
    Lookup: 'REFERENCE',
    MasterDetail: 'REFERENCE',
    Hierarchy: 'REFERENCE',
    MetadataRelationship: 'METADATARELATIONSHIP',
    Checkbox: 'BOOLEAN',
    Number: 'DOUBLE',
    Currency: 'CURRENCY',
    Percent: 'PERCENT',
    Summary: 'DOUBLE',
    Date: 'DATE',
    DateTime: 'DATETIME',
    Time: 'TIME',
    Email: 'EMAIL',
    Phone: 'PHONE',
    Url: 'URL',
    Location: 'LOCATION'
};

/** Targets of metadata relationships that are named by their API name instead of an Id. */
const DEFINITIONS = ['EntityDefinition', 'FieldDefinition', 'EntityParticle'];

const LENGTHS: Record<string, number> = {
    TextArea: 255,
    Email: 80,
    Phone: 40,
    Url: 255,
    Picklist: 255,
    AutoNumber: 30
};

/**
 * A custom field from its file.
 * @throws MetadataError when the type is unknown or its value set is missing
 */
export function customField(metadata: FieldMetadata, valueSets: ValueSetMetadata[]): FieldSchema {
    const { xml, object, name, file } = metadata;
    const typeName = text(xml, 'type');
    const type = typeName && TYPES[typeName];
    if (!typeName || !type) throw new MetadataError(file, 1, `unknown field type '${typeName ?? ''}'`);
    const field = makeField(object, name, type, commonFacts(xml, name));
    field.length = integer(xml, 'length', LENGTHS[typeName] ?? (type === 'REFERENCE' ? 18 : 0));
    if (field.apexType === 'Decimal') applyNumber(field, xml);
    if (type === 'REFERENCE' || type === 'METADATARELATIONSHIP') applyReference(field, typeName, xml);
    if (field.referenceTo.some((name) => DEFINITIONS.includes(name))) field.apexType = 'String';
    if (type === 'PICKLIST' || type === 'MULTIPICKLIST') applyPicklist(field, xml, valueSets, file);
    if (typeName === 'Html') field.htmlFormatted = true;
    if (typeName === 'AutoNumber') applyAutoNumber(field, xml);
    if (typeName === 'Summary') applySummary(field, xml);
    if (text(xml, 'formula') !== undefined) applyFormula(field, xml);
    if (field.required || field.masterDetail) Object.assign(field, { nillable: false, permissionable: false });
    return field;
}

/** Latitude and longitude of a custom location: fields of their own. None for other fields. */
export function locationParts(field: FieldSchema, xml: XmlNode): FieldSchema[] {
    if (field.type !== 'LOCATION') return [];
    const base = field.name.replace(/__c$/, '');
    const part = (name: string): FieldSchema =>
        makeField(field.object, `${base}__${name}__s`, 'DOUBLE', {
            label: `${field.label} (${name})`,
            custom: true,
            precision: 18,
            scale: integer(xml, 'scale', 15)
        });
    field.addressParts = { latitude: `${base}__Latitude__s`, longitude: `${base}__Longitude__s` };
    Object.assign(field, { createable: false, updateable: false, filterable: false });
    return [part('Latitude'), part('Longitude')];
}

function commonFacts(xml: XmlNode, name: string): Partial<FieldSchema> {
    return {
        label: text(xml, 'label') ?? name,
        description: text(xml, 'description'),
        helpText: text(xml, 'inlineHelpText'),
        inlineHelpText: text(xml, 'inlineHelpText'),
        required: flag(xml, 'required'),
        unique: flag(xml, 'unique'),
        externalId: flag(xml, 'externalId'),
        caseSensitive: flag(xml, 'caseSensitive'),
        defaultValue: text(xml, 'defaultValue'),
        visibleLines: text(xml, 'visibleLines') === undefined ? undefined : integer(xml, 'visibleLines'),
        securityClassification: text(xml, 'securityClassification'),
        complianceGroup: text(xml, 'complianceGroup'),
        trackHistory: flag(xml, 'trackHistory')
    };
}

function applyNumber(field: FieldSchema, xml: XmlNode): void {
    field.precision = integer(xml, 'precision', 18);
    field.scale = integer(xml, 'scale', 0);
}

function applyReference(field: FieldSchema, typeName: string, xml: XmlNode): void {
    const childName = text(xml, 'relationshipName');
    field.referenceTo = [text(xml, 'referenceTo') ?? 'User'];
    field.relationshipName = field.name.replace(/__c$/, '__r');
    field.childRelationshipName = childName && `${childName}__r`;
    field.masterDetail = typeName === 'MasterDetail';
    field.required ||= field.masterDetail;
    field.cascadeDelete = field.masterDetail || text(xml, 'deleteConstraint') === 'Cascade';
    field.restrictedDelete = text(xml, 'deleteConstraint') === 'Restrict';
    if (field.masterDetail) field.updateable = flag(xml, 'reparentableMasterDetail');
}

function applyPicklist(field: FieldSchema, xml: XmlNode, valueSets: ValueSetMetadata[], file: string): void {
    const valueSet = element(xml, 'valueSet');
    if (!valueSet) return;
    const globalName = text(valueSet, 'valueSetName');
    field.restricted = flag(valueSet, 'restricted') || globalName !== undefined;
    field.controllingField = text(valueSet, 'controllingField');
    field.picklistValues = globalName ? globalValues(globalName, valueSets, file) : ownValues(valueSet);
}

function ownValues(valueSet: XmlNode): PicklistValue[] {
    const definition = element(valueSet, 'valueSetDefinition');
    return definition ? elements(definition, 'value').map(picklistValue) : [];
}

function globalValues(name: string, valueSets: ValueSetMetadata[], file: string): PicklistValue[] {
    const found = valueSets.find((candidate) => candidate.name === name);
    if (!found) throw new MetadataError(file, 1, `no global value set '${name}'`);
    return elements(found.xml, 'customValue').map(picklistValue);
}

/** A value of a value set file. */
export function picklistValue(node: XmlNode): PicklistValue {
    const value = text(node, 'fullName') ?? '';
    const facts: Record<string, boolean> = {};
    if (text(node, 'closed') !== undefined) facts.IsClosed = flag(node, 'closed');
    if (text(node, 'converted') !== undefined) facts.IsConverted = flag(node, 'converted');
    if (text(node, 'won') !== undefined) facts.IsWon = flag(node, 'won');
    return {
        value,
        label: text(node, 'label') ?? value,
        default: flag(node, 'default'),
        active: flag(node, 'isActive', true),
        facts
    };
}

function applyAutoNumber(field: FieldSchema, xml: XmlNode): void {
    field.autoNumber = {
        format: text(xml, 'displayFormat') ?? '{0}',
        startingNumber: integer(xml, 'startingNumber', 1)
    };
    Object.assign(field, { createable: false, updateable: false });
}

function applyFormula(field: FieldSchema, xml: XmlNode): void {
    field.formula = text(xml, 'formula');
    field.formulaTreatBlanksAs = text(xml, 'formulaTreatBlanksAs') as FieldSchema['formulaTreatBlanksAs'];
    if (field.type === 'STRING') field.length = 1300;
    Object.assign(field, { createable: false, updateable: false, calculated: true });
}

function applySummary(field: FieldSchema, xml: XmlNode): void {
    const [childObject, foreignKey] = (text(xml, 'summaryForeignKey') ?? '.').split('.');
    field.summary = {
        operation: (text(xml, 'summaryOperation') ?? 'count') as 'count' | 'sum' | 'min' | 'max',
        childObject,
        foreignKey,
        summarizedField: text(xml, 'summarizedField')?.split('.')[1],
        filters: elements(xml, 'summaryFilterItems').map((node) => ({
            field: (text(node, 'field') ?? '').split('.').at(-1) as string,
            operation: text(node, 'operation') ?? 'equals',
            value: text(node, 'value') ?? ''
        }))
    };
    Object.assign(field, { createable: false, updateable: false, calculated: true });
}
