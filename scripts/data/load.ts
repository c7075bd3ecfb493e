import type { ObjectSchema } from '../local-org/data/schema/types.ts';
import type { SObjectValue } from '../local-org/platform/values/index.ts';
import type { ServerOrg } from '../local-org/server/local-org.ts';
import { readRecord } from '../local-org/server/records/read-record.ts';
import { momentOf, shiftOf, shiftRecord, shiftValue } from './sample/timeline.ts';
import { readPlan, referenceOf, STANDARD_PRICE_BOOK, type TreePart, type TreeRecord } from './sample/tree.ts';
import { HISTORY_FIELDS, historyRecords, MOVED_FIELDS, movedFields } from './stage-history.ts';

/** The parts of a local org that loading needs. */
export type SampleOrg = Pick<ServerOrg, 'schema' | 'data' | 'user' | 'run'>;

/** What loading came to. */
export interface LoadResult {
    /** Records that were inserted; 0 when the data was there already. */
    inserted: number;
    /** Objects of the plan that the org does not have. */
    missing: string[];
}

/** How to load. */
export interface LoadOptions {
    /** Name of the plan; everything but knowledge articles unless said otherwise. */
    plan?: string;
    today?: Date;
}

const ADMIN = 'admin';
/** Who works with the records unless the timeline names somebody else; the loader keeps what nobody is responsible for. */
const OWNERS: Record<string, string> = {
    Account: 'rep',
    Contact: 'rep',
    Lead: 'rep',
    Opportunity: 'rep',
    Case: 'agent',
    WorkOrder: 'technician'
};

/**
 * Loads the sample data in one transaction: all of it or nothing. A second call changes nothing. Dates move to today; triggers and
 * validation rules do not run, because the data is history. Throws when a record cannot be saved.
 */
export function loadSampleData(org: SampleOrg, options: LoadOptions = {}): LoadResult {
    return org.run(org.user(ADMIN), () => {
        const parts = readPlan(options.plan ?? 'everything');
        const known = parts.filter((part) => org.schema.object(part.object) !== undefined);
        const missing = parts.filter((part) => !known.includes(part)).map((part) => part.object);
        if (isLoaded(org, known)) {
            return { inserted: 0, missing };
        }
        const loader = new Loader(org, options.today ?? new Date());
        return { inserted: known.reduce((sum, part) => sum + loader.insert(part), 0), missing };
    });
}

/** The first account stands for the whole: the data is loaded together. */
function isLoaded(org: SampleOrg, parts: TreePart[]): boolean {
    const first = parts.find((part) => part.object === 'Account')?.records[0];
    return (
        first !== undefined &&
        find(org, 'SELECT Id FROM Account WHERE Name = :name AND Phone = :phone', {
            name: first.Name,
            phone: first.Phone
        }) !== null
    );
}

function find(org: SampleOrg, soql: string, binds: Record<string, unknown> = {}): string | null {
    const access = { userId: org.user(ADMIN).id, mode: 'system', sharing: false } as const;
    return org.data.query(soql, (name) => binds[name], access)[0]?.id ?? null;
}

/** Inserts part after part and remembers the ids that later parts refer to. */
class Loader {
    private readonly org: SampleOrg;
    private readonly today: Date;
    private readonly ids = new Map<string, string>();

    constructor(org: SampleOrg, today: Date) {
        this.org = org;
        this.today = today;
    }

    /** Inserts the records of one object, and the stage history of deals; returns how many records the part has. */
    insert(part: TreePart): number {
        const object = this.org.schema.object(part.object) as ObjectSchema;
        const records = part.records.map((record) => this.toRecord(object, record));
        const results = this.save(records, object.name === 'Opportunity' ? MOVED_FIELDS : []);
        results.forEach((result, at) => this.ids.set(part.records[at].attributes.referenceId, result.id as string));
        if (object.name === 'Opportunity') this.insertHistory(object, part);
        return records.length;
    }

    private save(records: SObjectValue[], platformFields: string[]): { id: string | null }[] {
        const access = { userId: this.org.user(ADMIN).id, mode: 'system', sharing: false } as const;
        return this.org.data.dml('insert', records, {
            access,
            allOrNone: true,
            auditFields: true,
            bypassAutomation: true,
            platformFields
        });
    }

    private insertHistory(opportunity: ObjectSchema, { records }: TreePart): void {
        const history = this.org.schema.object('OpportunityHistory') as ObjectSchema;
        const rows = records.flatMap(({ attributes: { referenceId } }) => {
            const id = this.ids.get(referenceId) as string;
            const ownerId = this.org.user(ownerOf('Opportunity', referenceId) ?? ADMIN).id;
            return historyRecords(opportunity, { referenceId, id, ownerId }, shiftOf(referenceId, this.today));
        });
        this.save(
            rows.map((row) => readRecord(history, row)),
            HISTORY_FIELDS
        );
    }

    private toRecord(object: ObjectSchema, written: TreeRecord): SObjectValue {
        const days = shiftOf(written.attributes.referenceId, this.today);
        const shifted = Object.entries(shiftRecord(written, days)).map(([field, value]) => [
            field,
            this.resolve(value)
        ]);
        return readRecord(object, {
            ...Object.fromEntries(shifted),
            ...this.whatLoadersCannotSet(object, written, days)
        });
    }

    private whatLoadersCannotSet(object: ObjectSchema, written: TreeRecord, days: number): Record<string, unknown> {
        const { referenceId } = written.attributes;
        const { CreatedDate, author, fields = {} } = momentOf(referenceId);
        const created = shiftValue(CreatedDate ?? written.MessageDate, days);
        const owner = object.field('OwnerId') === undefined ? undefined : ownerOf(object.name, referenceId);
        return {
            ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, shiftValue(value, days)])),
            ...(object.name === 'Opportunity' && movedFields(referenceId, days)),
            ...(created !== undefined && { CreatedDate: created, LastModifiedDate: created }),
            ...(author !== undefined && { CreatedById: this.org.user(author).id }),
            ...(owner !== undefined && { OwnerId: this.org.user(owner).id })
        };
    }

    private resolve(value: unknown): unknown {
        const reference = referenceOf(value);
        if (reference === null) {
            return value;
        }
        const id = value === STANDARD_PRICE_BOOK ? this.standardPriceBook() : this.ids.get(reference);
        if (id === undefined) {
            throw new Error(`The sample data refers to ${reference}, which no earlier part of the plan holds.`);
        }
        return id;
    }

    /** The org's standard price book; each org has one from the start. */
    private standardPriceBook(): string {
        const id =
            this.ids.get(STANDARD_PRICE_BOOK) ?? find(this.org, 'SELECT Id FROM Pricebook2 WHERE IsStandard = true');
        if (id === null) {
            throw new Error('The org has no standard price book, which the sample data needs.');
        }
        this.ids.set(STANDARD_PRICE_BOOK, id);
        return id;
    }
}

/** The persona who owns a record; undefined when the loader keeps it. */
function ownerOf(object: string, referenceId: string): string | undefined {
    return momentOf(referenceId).owner ?? OWNERS[object];
}
