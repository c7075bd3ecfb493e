/** Shapes of Salesforce's UI API, cut down to what the shell reads. All paths below `/services/data/v67.0`. */

/**
 * GET  /ui-api/records/{id}?fields=Case.Subject,Case.Account.Name&optionalFields=…  (a name after the object may span)
 * POST /ui-api/records        body RecordInput → 201 RecordRepresentation
 * PATCH /ui-api/records/{id}  body RecordInput → RecordRepresentation
 * DELETE /ui-api/records/{id} → 204
 * In user mode. A field in `fields` that the user may not see → 400 INVALID_FIELD, in `optionalFields` → left out.
 * A record that is not there or not visible → 404 NOT_FOUND. No access to the object → 403 INSUFFICIENT_ACCESS.
 */
export interface RecordRepresentation {
    id: string;
    apiName: string;
    fields: Record<string, FieldValueRepresentation>;
    lastModifiedDate?: string;
    systemModstamp?: string;
    recordTypeId?: string | null;
}

export interface FieldValueRepresentation {
    /** Date `2026-11-21`, datetime ISO in UTC; a parent record for a relationship name such as `Account`. */
    value: string | number | boolean | null | RecordRepresentation;
    /** Picklist label, formatted number, date in the user's locale, parent's name; null when it adds nothing. */
    displayValue: string | null;
}

export interface RecordInput {
    /** Only for POST. */
    apiName?: string;
    fields: Record<string, unknown>;
}

/** Errors of reads: status 4xx and an array, as Salesforce. */
export type ReadErrorBody = { errorCode: string; message: string }[];

/** Errors of POST, PATCH and DELETE: status 400 and this, as Salesforce. */
export interface SaveErrorBody {
    message: string;
    statusCode: number;
    errorCode: string;
    output: {
        errors: { errorCode: string; message: string }[];
        fieldErrors: Record<string, { errorCode: string; message: string; field: string; fieldLabel: string }[]>;
    };
}

/** GET /ui-api/object-info/{object}. Only fields that the user may read. 403 without access to the object. */
export interface ObjectInfo {
    apiName: string;
    label: string;
    labelPlural: string;
    keyPrefix: string;
    nameFields: string[];
    createable: boolean;
    updateable: boolean;
    deletable: boolean;
    /** Null when there are none: picklist values are then asked for with 012000000000000AAA. */
    defaultRecordTypeId: string | null;
    fields: Record<string, FieldInfo>;
    childRelationships: { childObjectApiName: string; fieldName: string; relationshipName: string }[];
}

export type FieldDataType =
    | 'String'
    | 'TextArea'
    | 'LongTextArea'
    | 'Boolean'
    | 'Int'
    | 'Double'
    | 'Currency'
    | 'Percent'
    | 'Date'
    | 'DateTime'
    | 'Time'
    | 'Email'
    | 'Phone'
    | 'Url'
    | 'Picklist'
    | 'MultiPicklist'
    | 'Reference'
    | 'Address'
    | 'ComboBox'
    | 'Id'
    | 'Base64'
    | 'AnyType';

export interface FieldInfo {
    apiName: string;
    label: string;
    dataType: FieldDataType;
    required: boolean;
    createable: boolean;
    updateable: boolean;
    sortable?: boolean;
    length: number;
    precision: number;
    scale: number;
    inlineHelpText: string | null;
    /** For a reference: `AccountId` has relationshipName `Account`. */
    relationshipName: string | null;
    referenceToInfos: { apiName: string; nameFields: string[] }[];
    calculated?: boolean;
}

/** GET /ui-api/object-info/{object}/picklist-values/{recordTypeId} */
export interface PicklistValuesResponse {
    picklistFieldValues: Record<
        string,
        { defaultValue: { label: string; value: string } | null; values: { label: string; value: string }[] }
    >;
}

/** GET /ui-api/layout/{object}?layoutType=Full|Compact&mode=View|Edit|Create — the shipped layout or a sensible default. */
export interface LayoutResponse {
    objectApiName: string;
    layoutType: 'Full' | 'Compact';
    sections: LayoutSection[];
}

export interface LayoutSection {
    heading: string;
    useHeading: boolean;
    columns: number;
    layoutRows: { layoutItems: LayoutItem[] }[];
}

export interface LayoutItem {
    label: string;
    required: boolean;
    editableForNew: boolean;
    editableForUpdate: boolean;
    /** An empty space has none. */
    layoutComponents: { apiName: string; componentType: 'Field' | 'EmptySpace' | string }[];
}

/** GET /ui-api/list-ui/{object}: the list views of an object; at least one always, `All` when the project ships none. */
export interface ListViewsResponse {
    lists: { apiName: string; label: string }[];
}

/** GET /ui-api/list-info/{object}/{listView} */
export interface ListInfo {
    label: string;
    displayColumns: { fieldApiName: string; label: string; sortable: boolean }[];
    orderedByInfo: { fieldApiName: string; isAscending: boolean }[];
}

/**
 * GET /ui-api/list-records/{object}/{listView}
 *   ?fields=Case.Subject,Case.Contact.Name  &pageSize=50  &pageToken=50  &sortBy=Case.Subject | -Case.Subject
 *   &searchTerm=boiler (contains, in the shown text columns)
 */
export interface ListRecordsResponse {
    records: RecordRepresentation[];
    /** Records on this page. */
    count: number;
    /** All records that the list finds. */
    totalCount: number;
    /** Offset to ask for next, null at the end. */
    nextPageToken: string | null;
}

/** GET /ui-api/related-list-info/{parentObject}: the related lists of the layout (or of child relationships). */
export interface RelatedListsResponse {
    relatedLists: RelatedListInfo[];
}

/** GET /ui-api/related-list-info/{parentObject}/{relatedListId} answers one of them. */
export interface RelatedListInfo {
    /** Child relationship name: `CaseComments`, `EmailMessages`, `AI_Insights__r`. */
    relatedListId: string;
    label: string;
    objectApiName: string;
    /** Field of the child that points to the parent. */
    fieldApiName: string;
    displayColumns: { fieldApiName: string; label: string; sortable: boolean }[];
    createable: boolean;
}

/** GET /ui-api/related-list-records/{parentId}/{relatedListId}?fields=CaseComment.CommentBody,…&pageSize=&pageToken=&sortBy= */
export type RelatedListRecordsResponse = ListRecordsResponse;
