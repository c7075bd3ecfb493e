/** Shapes of the schema: what an object is, what a field is, how they relate. Names are Salesforce's own. */

export type DisplayType =
    | 'ID'
    | 'STRING'
    | 'TEXTAREA'
    | 'LONGTEXTAREA'
    | 'PICKLIST'
    | 'MULTIPICKLIST'
    | 'COMBOBOX'
    | 'REFERENCE'
    | 'METADATARELATIONSHIP'
    | 'BOOLEAN'
    | 'INTEGER'
    | 'LONG'
    | 'DOUBLE'
    | 'CURRENCY'
    | 'PERCENT'
    | 'DATE'
    | 'DATETIME'
    | 'TIME'
    | 'EMAIL'
    | 'PHONE'
    | 'URL'
    | 'ADDRESS'
    | 'LOCATION'
    | 'BASE64'
    | 'JUNCTIONIDLIST'
    | 'ANYTYPE';

export type ApexFieldType =
    | 'Id'
    | 'String'
    | 'Boolean'
    | 'Integer'
    | 'Long'
    | 'Decimal'
    | 'Double'
    | 'Date'
    | 'Datetime'
    | 'Time'
    | 'Blob'
    | 'Address'
    | 'Location'
    | 'List<Id>'
    | 'Object';

export interface PicklistValue {
    value: string;
    label: string;
    default: boolean;
    active: boolean;
    /** Facts that a value of a status picklist carries: `{ IsClosed: true }`, `{ Probability: 10 }`. */
    facts?: Record<string, string | number | boolean>;
}

export interface SummaryDefinition {
    operation: 'count' | 'sum' | 'min' | 'max';
    childObject: string;
    /** The field of the child that points to the parent. */
    foreignKey: string;
    /** The field of the child that is summed; absent for count. */
    summarizedField?: string;
    filters: { field: string; operation: string; value: string }[];
}

export interface FieldSchema {
    /** API name of the object the field belongs to. */
    object: string;
    name: string;
    label: string;
    helpText?: string;
    description?: string;
    type: DisplayType;
    apexType: ApexFieldType;
    /** Characters, 0 when the type has no length. */
    length: number;
    precision: number;
    scale: number;
    /** A value must be given on insert (a default counts as given). */
    required: boolean;
    unique: boolean;
    externalId: boolean;
    caseSensitive: boolean;
    /** Objects that a reference can point to; several when polymorphic. */
    referenceTo: string[];
    /** Name of the parent path in SOQL: `Account` of `AccountId`, `Engine__r` of `Engine__c`. */
    relationshipName?: string;
    /** Name of the subquery on the parent: `Contacts`, `Lines__r`; absent when it cannot be queried from there. */
    childRelationshipName?: string;
    cascadeDelete: boolean;
    restrictedDelete: boolean;
    masterDetail: boolean;
    picklistValues: PicklistValue[];
    /** A value outside the list is refused. */
    restricted: boolean;
    controllingField?: string;
    /** A formula: `TODAY()`, `"New"`, `false`. */
    defaultValue?: string;
    /** This field names the owner of the record. */
    owner: boolean;
    formula?: string;
    /** How a formula treats an empty number: as zero or as null. */
    formulaTreatBlanksAs?: 'BlankAsZero' | 'BlankAsBlank';
    summary?: SummaryDefinition;
    autoNumber?: { format: string; startingNumber: number };
    /** A name put together from other fields of the row (`Contact.Name`). */
    compoundName: boolean;
    /** Value read through a lookup: `{ reference: 'ContactId', field: 'Email' }` (`Case.ContactEmail`). */
    derivedFrom?: { reference: string; field: string };
    /** Value that a picklist value of the same row carries: `{ picklist: 'Status', fact: 'IsClosed' }`. */
    derivedFact?: { picklist: string; fact: string };
    /** Value that a save takes from the picklist value, unless it is given: `{ picklist: 'StageName', fact: 'Probability' }`. */
    followsFact?: { picklist: string; fact: string };
    /** Parts of a compound address, by part: `{ street: 'BillingStreet' }`. */
    addressParts?: Record<string, string>;
    createable: boolean;
    updateable: boolean;
    filterable: boolean;
    sortable: boolean;
    groupable: boolean;
    nillable: boolean;
    custom: boolean;
    /** A field that permission sets and profiles cannot hide (Id, Name of a custom object, required fields …). */
    permissionable: boolean;
    calculated: boolean;
    nameField: boolean;
    htmlFormatted: boolean;
    visibleLines?: number;
    securityClassification?: string;
    complianceGroup?: string;
    trackHistory: boolean;
    inlineHelpText?: string;
}

export interface ChildRelationship {
    /** Name of the subquery (`Contacts`, `Lines__r`); null when the relationship has no name. */
    name: string | null;
    childObject: string;
    field: string;
    cascadeDelete: boolean;
    restrictedDelete: boolean;
}

export interface RecordTypeSchema {
    id: string;
    developerName: string;
    label: string;
    description?: string;
    active: boolean;
    default: boolean;
    master: boolean;
    /** Field → values allowed for the record type. */
    picklistValues: Record<string, string[]>;
}

export interface ValidationRuleSchema {
    object: string;
    name: string;
    active: boolean;
    errorConditionFormula: string;
    errorMessage: string;
    errorDisplayField?: string;
    file: string;
}

export interface FieldSetSchema {
    name: string;
    label: string;
    description?: string;
    fields: { field: string; required: boolean }[];
}

export type SharingModel = 'Private' | 'Read' | 'ReadWrite' | 'ReadWriteTransfer' | 'ControlledByParent';

export type ObjectKind =
    'standard' | 'custom' | 'customMetadata' | 'customSetting' | 'platformEvent' | 'share' | 'history' | 'feed';

export interface ObjectSchema {
    name: string;
    label: string;
    labelPlural: string;
    description?: string;
    keyPrefix: string;
    kind: ObjectKind;
    /** API name of the name field (`Name`, `CaseNumber`, `Subject`), null when there is none. */
    nameField: string | null;
    /** By lower-case API name. */
    fields: Map<string, FieldSchema>;
    field(name: string): FieldSchema | undefined;
    /** The reference field whose parent path this is: `Account` → `AccountId`. Case-insensitive. */
    relationship(name: string): FieldSchema | undefined;
    /** Case-insensitive, by the name of the subquery; the object's own name may stand before it (`Account.Contacts`). */
    childRelationship(name: string): ChildRelationship | undefined;
    childRelationships: ChildRelationship[];
    recordTypes: RecordTypeSchema[];
    validationRules: ValidationRuleSchema[];
    fieldSets: FieldSetSchema[];
    sharingModel: SharingModel;
    customSettingsType?: 'Hierarchy' | 'List';
    custom: boolean;
    queryable: boolean;
    createable: boolean;
    updateable: boolean;
    deletable: boolean;
    undeletable: boolean;
    mergeable: boolean;
    searchable: boolean;
    feedEnabled: boolean;
    /** Users, profiles and the like: neither shared nor in the recycle bin. */
    setup: boolean;
    /** The parent record whose access decides, for objects that are controlled by a parent. */
    controlledBy?: string;
    /** The object whose shares or history these rows are. */
    parentObject?: string;
    /** Another object whose rows have the same Ids: a note is its document seen otherwise. */
    sharesIdsOf?: string;
}

export interface SchemaRegistry {
    /** Case-insensitive; undefined when there is no such object. */
    object(name: string): ObjectSchema | undefined;
    objects(): ObjectSchema[];
    /** By the first three characters of an Id. */
    objectByKeyPrefix(prefix: string): ObjectSchema | undefined;
}
