import { ApexException } from './exception.ts';
import type { ApexList } from './collections.ts';

/** A message put on a record by `addError`. */
export interface RecordError {
    message: string;
    field?: string;
}

/** What `clone` carries over. */
export interface CloneOptions {
    preserveId?: boolean;
    deep?: boolean;
    preserveReadonlyTimestamps?: boolean;
    preserveAutonumber?: boolean;
}

const TIMESTAMP_FIELDS = ['CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById'];

/** An Apex SObject: populated fields by canonical name, parents by relationship, children by child relationship. */
export class SObjectValue {
    readonly objectName: string;
    fields = new Map<string, unknown>();
    parents = new Map<string, SObjectValue | null>();
    children = new Map<string, ApexList>();
    /** Canonical fields a query selected; null when the record was built in Apex. */
    queriedFields: Set<string> | null = null;
    readOnly = false;
    errors: RecordError[] = [];
    /** Id of the record that this one was cloned from. */
    cloneSourceId: string | null = null;
    clonedFlag = false;

    constructor(objectName: string) {
        this.objectName = objectName;
    }

    get apexTypeName(): string {
        return this.objectName;
    }

    get id(): string | null {
        return (this.fields.get('Id') as string | undefined) ?? null;
    }

    set id(value: string | null) {
        this.fields.set('Id', value);
    }

    /** Reads a field by canonical name; throws when a query did not select it. */
    read(fieldName: string): unknown {
        const value = this.fields.get(fieldName);
        if (value !== undefined) return value;
        this.checkQueried(fieldName);
        return null;
    }

    private checkQueried(name: string): void {
        if (!this.queriedFields || this.queriedFields.has(name) || name === 'Id') return;
        const row = 'SObject row was retrieved via SOQL without querying the requested field';
        throw new ApexException('SObjectException', `${row}: ${this.objectName}.${name}`);
    }

    /** Sets a field by canonical name; throws FinalException when the record is read-only. */
    write(fieldName: string, value: unknown): void {
        if (this.readOnly) throw new ApexException('FinalException', 'Record is read-only');
        this.fields.set(fieldName, value);
    }

    /** The parent record; throws when a query selected neither a field of it nor the relationship. */
    readParent(relationshipName: string): SObjectValue | null {
        const parent = this.parents.get(relationshipName);
        if (parent !== undefined) return parent;
        this.checkQueried(relationshipName);
        return null;
    }

    addError(message: string, field?: string): void {
        this.errors.push(field === undefined ? { message } : { message, field });
    }

    /** A copy; without `preserveId` it has no Id and counts as new. Related records are shared unless `deep`. */
    clone(options: CloneOptions = {}): SObjectValue {
        const copy = new SObjectValue(this.objectName);
        const dropped = this.fieldsToDrop(options);
        for (const [name, value] of this.fields) if (!dropped.has(name)) copy.fields.set(name, value);
        for (const [name, parent] of this.parents) copy.parents.set(name, options.deep ? copyOf(parent) : parent);
        if (!options.deep) for (const [name, list] of this.children) copy.children.set(name, list);
        copy.queriedFields = this.queriedFields ? new Set(this.queriedFields) : null;
        copy.cloneSourceId = this.id;
        copy.clonedFlag = true;
        return copy;
    }

    private fieldsToDrop(options: CloneOptions): Set<string> {
        const dropped = new Set<string>(options.preserveId ? [] : ['Id']);
        if (!options.preserveReadonlyTimestamps && !options.preserveId)
            TIMESTAMP_FIELDS.forEach((name) => dropped.add(name));
        return dropped;
    }
}

function copyOf(record: SObjectValue | null): SObjectValue | null {
    return record ? record.clone({ preserveId: true, deep: true, preserveReadonlyTimestamps: true }) : null;
}
