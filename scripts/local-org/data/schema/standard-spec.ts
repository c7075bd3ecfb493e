import { makeField } from './field.ts';
import type { DisplayType, FieldSchema, PicklistValue } from './types.ts';

/** A field in the files of standard objects: `text(255) required`, or a picklist with its values. */
export type FieldSpec = string | string[];

const TYPES: Record<string, DisplayType> = {
    text: 'STRING',
    name: 'STRING',
    autonumber: 'STRING',
    textarea: 'TEXTAREA',
    longtext: 'LONGTEXTAREA',
    html: 'LONGTEXTAREA',
    picklist: 'PICKLIST',
    multipicklist: 'MULTIPICKLIST',
    combobox: 'COMBOBOX',
    lookup: 'REFERENCE',
    masterdetail: 'REFERENCE',
    boolean: 'BOOLEAN',
    integer: 'INTEGER',
    double: 'DOUBLE',
    currency: 'CURRENCY',
    percent: 'PERCENT',
    date: 'DATE',
    datetime: 'DATETIME',
    time: 'TIME',
    email: 'EMAIL',
    phone: 'PHONE',
    url: 'URL',
    address: 'ADDRESS',
    location: 'LOCATION',
    base64: 'BASE64',
    junction: 'JUNCTIONIDLIST'
};

const DEFAULT_LENGTHS: Partial<Record<DisplayType, number>> = {
    EMAIL: 80,
    PHONE: 40,
    URL: 255,
    PICKLIST: 255,
    REFERENCE: 18,
    MULTIPICKLIST: 4099
};

const ADDRESS_PARTS = ['Street', 'City', 'State', 'PostalCode', 'Country', 'Latitude', 'Longitude', 'GeocodeAccuracy'];

/**
 * Reads one field of a standard object.
 * @throws Error when the specification has a type or word that is not known
 */
export function parseFieldSpec(object: string, name: string, spec: FieldSpec): FieldSchema {
    const [head, ...values] = Array.isArray(spec) ? spec : [spec];
    const match = /^([a-z0-9]+)(?:\(([^)]*)\))?(.*)$/.exec(head);
    const type = match && TYPES[match[1]];
    if (!match || !type) throw new Error(`${object}.${name}: unknown field type in '${head}'`);
    const field = makeField(object, name, type, { length: DEFAULT_LENGTHS[type] ?? 0 });
    applyType(field, match[1], match[2] ?? '');
    for (const word of match[3].match(/[a-zA-Z]+="[^"]*"|\S+/g) ?? []) applyWord(field, word);
    field.picklistValues = values.map(parsePicklistValue);
    if (field.required) Object.assign(field, { nillable: false, permissionable: false });
    return field;
}

function applyType(field: FieldSchema, word: string, parameters: string): void {
    const list = parameters.split(',').map((part) => part.trim());
    if (field.type === 'REFERENCE') applyReference(field, word, list);
    else if (word === 'autonumber') applyAutoNumber(field, parameters);
    else if (word === 'name') Object.assign(field, { compoundName: true, length: 121, ...READ_ONLY });
    else if (word === 'address') field.addressParts = addressParts(parameters);
    else if (parameters !== '') applyNumbers(field, list.map(Number));
    if (word === 'html') field.htmlFormatted = true;
    if (word === 'address' || word === 'location') Object.assign(field, READ_ONLY);
}

const READ_ONLY = { createable: false, updateable: false };

function applyReference(field: FieldSchema, word: string, targets: string[]): void {
    field.referenceTo = targets;
    field.relationshipName = field.name.replace(/Id$/, '');
    if (word !== 'masterdetail') return;
    Object.assign(field, { masterDetail: true, cascadeDelete: true, required: true, updateable: false });
}

function applyAutoNumber(field: FieldSchema, parameters: string): void {
    const [digits, start] = parameters.split(';').map((part) => part.trim());
    field.autoNumber = { format: digits.replace(/0+$/, '{$&}'), startingNumber: Number(start ?? 1) };
    Object.assign(field, { length: 30, nillable: false, permissionable: false, ...READ_ONLY });
}

function applyNumbers(field: FieldSchema, [first, second]: number[]): void {
    if (field.apexType !== 'Decimal') field.length = first;
    else Object.assign(field, { precision: first, scale: second ?? 0 });
}

function addressParts(prefix: string): Record<string, string> {
    return Object.fromEntries(ADDRESS_PARTS.map((part) => [part[0].toLowerCase() + part.slice(1), prefix + part]));
}

const WORDS: Record<string, (field: FieldSchema, value: string) => void> = {
    required: (field) => (field.required = true),
    unique: (field) => (field.unique = true),
    external: (field) => (field.externalId = true),
    restricted: (field) => (field.restricted = true),
    readonly: (field) => Object.assign(field, READ_ONLY),
    noupdate: (field) => (field.updateable = false),
    cascade: (field) => (field.cascadeDelete = true),
    restrict: (field) => (field.restrictedDelete = true),
    owner: (field) => Object.assign(field, { owner: true, nillable: false, permissionable: false }),
    path: (field, value) => (field.relationshipName = value === 'none' ? undefined : value),
    children: (field, value) => (field.childRelationshipName = value === 'none' ? undefined : value),
    label: (field, value) => (field.label = value),
    default: (field, value) => (field.defaultValue = value),
    from: (field, value) => applyFrom(field, value),
    fact: (field, value) => Object.assign(field, { derivedFact: factOf(value), calculated: true, ...READ_ONLY }),
    follows: (field, value) => (field.followsFact = factOf(value)),
    formula: (field, value) => Object.assign(field, { formula: value, calculated: true, ...READ_ONLY }),
    rollup: (field, value) => applyRollup(field, value)
};

function applyWord(field: FieldSchema, word: string): void {
    const [name, ...rest] = word.split('=');
    const apply = WORDS[name];
    if (!apply) throw new Error(`${field.object}.${field.name}: unknown word '${word}'`);
    apply(field, rest.join('=').replace(/^"|"$/g, ''));
}

function factOf(value: string): { picklist: string; fact: string } {
    const [picklist, fact] = value.split('.');
    return { picklist, fact };
}

function applyFrom(field: FieldSchema, value: string): void {
    const [reference, source] = value.split('.');
    Object.assign(field, { derivedFrom: { reference, field: source }, calculated: true, ...READ_ONLY });
}

function applyRollup(field: FieldSchema, value: string): void {
    const [childObject, foreignKey] = value.split('.');
    field.summary = { operation: 'count', childObject, foreignKey, filters: [] };
    Object.assign(field, { calculated: true, ...READ_ONLY });
}

/** `Closed; IsClosed=true`, `New*` (the default), `T*; label=Technician`. */
function parsePicklistValue(text: string): PicklistValue {
    const [head, ...rest] = text.split(';');
    const facts: Record<string, string | number | boolean> = {};
    for (const fact of rest
        .join(';')
        .split(',')
        .filter((part) => part.includes('='))) {
        const [name, value] = fact.split('=').map((part) => part.trim());
        facts[name] = typedFact(value);
    }
    const value = head.trim().replace(/\*$/, '');
    const label = String(facts.label ?? value).replace(/\*$/, '');
    const isDefault = head.trim().endsWith('*') || String(facts.label ?? '').endsWith('*');
    delete facts.label;
    return { value, label, default: isDefault, active: true, facts };
}

function typedFact(value: string): string | number | boolean {
    if (value === 'true' || value === 'false') return value === 'true';
    return /^\d+$/.test(value) ? Number(value) : value;
}
