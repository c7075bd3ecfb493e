import type { ApexFieldType, DisplayType, FieldSchema, ObjectSchema } from './types.ts';

const APEX_TYPES: Record<DisplayType, ApexFieldType> = {
    ID: 'Id',
    STRING: 'String',
    TEXTAREA: 'String',
    LONGTEXTAREA: 'String',
    PICKLIST: 'String',
    MULTIPICKLIST: 'String',
    COMBOBOX: 'String',
    REFERENCE: 'Id',
    METADATARELATIONSHIP: 'Id',
    BOOLEAN: 'Boolean',
    INTEGER: 'Integer',
    LONG: 'Long',
    DOUBLE: 'Decimal',
    CURRENCY: 'Decimal',
    PERCENT: 'Decimal',
    DATE: 'Date',
    DATETIME: 'Datetime',
    TIME: 'Time',
    EMAIL: 'String',
    PHONE: 'String',
    URL: 'String',
    ADDRESS: 'Address',
    LOCATION: 'Location',
    BASE64: 'Blob',
    JUNCTIONIDLIST: 'List<Id>',
    ANYTYPE: 'Object'
};

const UNFILTERABLE: DisplayType[] = ['LONGTEXTAREA', 'BASE64', 'ADDRESS', 'JUNCTIONIDLIST'];
const UNGROUPABLE: DisplayType[] = [...UNFILTERABLE, 'DOUBLE', 'CURRENCY', 'PERCENT', 'DATETIME', 'MULTIPICKLIST'];

/** A field with what follows from its type; `facts` say the rest. */
export function makeField(
    object: string,
    name: string,
    type: DisplayType,
    facts: Partial<FieldSchema> = {}
): FieldSchema {
    return {
        object,
        name,
        label: labelOf(name),
        type,
        apexType: APEX_TYPES[type],
        length: 0,
        precision: 0,
        scale: 0,
        required: false,
        unique: false,
        externalId: false,
        caseSensitive: false,
        referenceTo: [],
        cascadeDelete: false,
        restrictedDelete: false,
        masterDetail: false,
        picklistValues: [],
        restricted: false,
        owner: false,
        compoundName: false,
        createable: true,
        updateable: true,
        filterable: !UNFILTERABLE.includes(type),
        sortable: !UNFILTERABLE.includes(type) && type !== 'MULTIPICKLIST',
        groupable: !UNGROUPABLE.includes(type),
        nillable: type !== 'BOOLEAN',
        custom: name.endsWith('__c'),
        permissionable: true,
        calculated: false,
        nameField: false,
        htmlFormatted: false,
        trackHistory: false,
        ...facts
    };
}

/** A field that the platform fills: nobody sets it, nobody can be kept from it. */
export function makeSystemField(
    object: string,
    name: string,
    type: DisplayType,
    facts: Partial<FieldSchema> = {}
): FieldSchema {
    return makeField(object, name, type, {
        createable: false,
        updateable: false,
        nillable: false,
        permissionable: false,
        ...facts
    });
}

/** The address that a field is a part of. */
export function compoundOf(object: ObjectSchema, field: FieldSchema): FieldSchema | undefined {
    let parts = compounds.get(object);
    if (!parts) {
        const addresses = [...object.fields.values()].filter((one) => one.addressParts);
        const entries = addresses.flatMap((one) => Object.values(one.addressParts ?? {}).map((part) => [part, one]));
        parts = new Map(entries as [string, FieldSchema][]);
        compounds.set(object, parts);
    }
    return parts.get(field.name);
}

const compounds = new WeakMap<ObjectSchema, Map<string, FieldSchema>>();

/** `AccountId` → `Account ID`, `LastModifiedDate` → `Last Modified Date`, `IsActive` → `Active`. */
export function labelOf(name: string): string {
    return name
        .replace(/__c$/, '')
        .replace(/^Is(?=[A-Z])/, '')
        .replace(/_/g, ' ')
        .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
        .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
        .replace(/\bId$/, 'ID')
        .replace(/2 ID$/, ' ID');
}
