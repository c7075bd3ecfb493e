/** What the data engine offers to the Apex runtime, the platform library and the server. */
import type { SObjectValue } from '../platform/values/index.ts';
import type { SchemaRegistry } from './schema/types.ts';

/** On whose behalf and how strictly: `user` enforces object and field permissions, `sharing` filters rows. */
export interface Access {
    userId: string;
    mode: 'user' | 'system';
    sharing: boolean;
}

export type DmlOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete';
export type TriggerOperation = 'insert' | 'update' | 'delete' | 'undelete';
export type TriggerTiming = 'before' | 'after';

export interface DmlError {
    statusCode: string;
    message: string;
    fields: string[];
}

export interface DmlResult {
    success: boolean;
    /** 18 characters; null when an insert failed. */
    id: string | null;
    /** Of an upsert: true when the record was inserted. */
    created?: boolean;
    errors: DmlError[];
}

export interface DmlOptions {
    access: Access;
    allOrNone: boolean;
    /** Field that an upsert matches by; Id when absent. */
    externalIdField?: string;
    /** Lets CreatedDate, CreatedById, LastModifiedDate and LastModifiedById be set on insert, as "Set Audit Fields upon Record Creation" does. */
    auditFields?: boolean;
    /** Read-only fields that the platform itself sets in this save, such as those of a converted lead. */
    platformFields?: string[];
    /** Of a delete that is part of a merge: the record that stays. */
    mergedInto?: string;
    /** Skips triggers and validation rules, for seeding what an org brings along. */
    bypassAutomation?: boolean;
}

/** What Database.LeadConvert says of one lead. */
export interface LeadConversion {
    leadId: string;
    convertedStatus: string | null;
    accountId?: string | null;
    contactId?: string | null;
    opportunityId?: string | null;
    opportunityName?: string | null;
    doNotCreateOpportunity?: boolean;
    overwriteLeadSource?: boolean;
    ownerId?: string | null;
}

export interface LeadConversionResult {
    success: boolean;
    leadId: string;
    accountId: string | null;
    contactId: string | null;
    opportunityId: string | null;
    errors: DmlError[];
}

/** Set by the Apex runtime. Errors are left on the records (`SObjectValue.errors`). */
export interface TriggerRunner {
    /** Whether a trigger listens; saves building the old records. */
    has(objectName: string, timing: TriggerTiming, operation: TriggerOperation): boolean;
    /** Names of the triggers that listen, in the order in which they run. */
    names?(objectName: string, timing: TriggerTiming, operation: TriggerOperation): string[];
    /**
     * `newRecords` and `oldRecords` are in the same order; null where the operation has none. With `only`, just the trigger
     * of that name.
     */
    run(
        objectName: string,
        timing: TriggerTiming,
        operation: TriggerOperation,
        newRecords: SObjectValue[] | null,
        oldRecords: SObjectValue[] | null,
        only?: string
    ): void;
}

/** What a query asked for, for LIMIT counters and for the shape of list views. */
export interface QueryInfo {
    object: string;
    /** COUNT() without a field. */
    countOnly: boolean;
    aggregate: boolean;
}

export type BindResolver = (name: string) => unknown;

export interface DataEngine {
    readonly schema: SchemaRegistry;
    readonly permissions: Permissions;
    readonly sharing: Sharing;
    readonly locks: RecordLocks;
    triggers: TriggerRunner | null;

    /**
     * Rows of a SOQL query. A bind is asked for by the text after the colon (`ids`, `this.record.Id`) and answers an Apex value.
     * @throws ApexException QueryException when the text does not parse, a field is unknown or the user may not see it
     */
    query(soql: string, binds: BindResolver, access: Access): SObjectValue[];
    /** Number of rows of `SELECT COUNT() …`, or of any query. */
    countQuery(soql: string, binds: BindResolver, access: Access): number;
    /** What a query is, without running it. */
    describeQuery(soql: string): QueryInfo;
    /**
     * One list of rows per object of RETURNING. `fixedIds` stand in for what the search would find, as
     * Test.setFixedSearchResults does; conditions and limits of RETURNING still count.
     */
    search(sosl: string, binds: BindResolver, access: Access, fixedIds?: string[]): SObjectValue[][];
    /** @throws ApexException DmlException when `allOrNone` and a record fails */
    dml(operation: DmlOperation, records: SObjectValue[], options: DmlOptions): DmlResult[];
    /** Computes the formula fields of records from their values in memory. */
    recalculateFormulas(records: SObjectValue[]): void;
    /** Writes a row that only the platform writes: a new one, or the fields that are set of one that is there. */
    putSystemRow(record: SObjectValue): void;
    /** Takes away a row that only the platform writes. */
    eraseSystemRow(objectName: string, id: string): void;
    /** Takes deleted records out of the recycle bin for good. */
    emptyRecycleBin(ids: string[]): DmlResult[];
    /** Makes an account, a contact and an opportunity of a lead; what stops it is told in the result. */
    convertLead(conversion: LeadConversion, options: DmlOptions): LeadConversionResult;
    /** Moves children to the master and deletes the duplicates. */
    merge(master: SObjectValue, duplicateIds: string[], options: DmlOptions): DmlResult[];

    /** Starts a transaction: everything up to `commit` or `rollbackAll` is one unit. They may nest. */
    begin(): void;
    savepoint(): string;
    rollbackTo(savepoint: string): void;
    releaseSavepoint(savepoint: string): void;
    commit(): void;
    rollbackAll(): void;
    /** Called after the outermost commit with the events that were inserted, by the Apex runtime. */
    onCommit: (() => void) | null;
    close(): void;
}

export interface ObjectPermission {
    read: boolean;
    create: boolean;
    edit: boolean;
    delete: boolean;
    viewAll: boolean;
    modifyAll: boolean;
}

export interface FieldPermission {
    read: boolean;
    edit: boolean;
}

/** What profile and permission sets give to a user. Names are case-insensitive. */
export interface Permissions {
    object(userId: string, objectName: string): ObjectPermission;
    field(userId: string, objectName: string, fieldName: string): FieldPermission;
    /** Name of a system permission as in metadata: `ModifyAllData`, `ViewSetup`, `ApiEnabled`. */
    user(userId: string, permissionName: string): boolean;
    customPermission(userId: string, name: string): boolean;
    apexClass(userId: string, className: string): boolean;
    apexPage(userId: string, pageName: string): boolean;
    application(userId: string, name: string): boolean;
    tab(userId: string, name: string): 'Visible' | 'Available' | 'Hidden';
    recordType(userId: string, objectName: string, developerName: string): boolean;
    /** `name` is `ExternalCredential-Principal`. */
    externalCredentialPrincipal(userId: string, name: string): boolean;
    /** Names of the assigned permission sets, those of groups included. */
    permissionSets(userId: string): string[];
    /** Forgets what was computed, after an assignment or metadata changed. */
    invalidate(): void;
}

/** Records that Approval.lock closed. Ids have 18 characters. */
export interface RecordLocks {
    lock(id: string): void;
    unlock(id: string): void;
    /** Those of the ids that are locked. */
    locked(ids: string[]): Set<string>;
    /** Those that the user may not edit or delete because of a lock; whoever modifies all records of the object may. */
    closedTo(userId: string, objectName: string, ids: string[]): Set<string>;
}

export interface RecordAccess {
    read: boolean;
    edit: boolean;
    delete: boolean;
    transfer: boolean;
    all: boolean;
}

export interface Sharing {
    /** Row-level access of a user to records, by Id; unknown records have none. Object permissions are not looked at. */
    access(userId: string, recordIds: string[]): Map<string, RecordAccess>;
}
