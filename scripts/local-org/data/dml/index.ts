import { ApexException } from '../../platform/values/index.ts';
import type { SObjectValue } from '../../platform/values/index.ts';
import type { ObjectSchema } from '../schema/types.ts';
import type { DmlOperation, DmlOptions, DmlResult } from '../types.ts';
import { context } from '../../platform/context.ts';
import { RecordValues } from './record-values.ts';
import type { DmlEnvironment } from './environment.ts';
import { Remove } from './remove.ts';
import { Save } from './save.ts';
import { matchUpsert } from './upsert.ts';
import { dmlException, fail, failed } from './work.ts';
import type { Work } from './work.ts';

/** Triggers see at most this many records at a time. */
const CHUNK = 200;
/** How often the good records of a partial save are tried again without the bad ones. */
const ATTEMPTS = 3;

interface Entry {
    record: SObjectValue;
    index: number;
}

/** Runs DML. */
export class DmlEngine {
    private readonly environment: DmlEnvironment;

    constructor(environment: DmlEnvironment) {
        this.environment = environment;
    }

    /** @throws ApexException DmlException when `allOrNone` and a record fails */
    run(operation: DmlOperation, records: SObjectValue[], options: DmlOptions): DmlResult[] {
        if (records.some((record) => record === null || record === undefined)) {
            throw new ApexException('NullPointerException', 'Attempt to de-reference a null object');
        }
        const savepoint = this.environment.savepoint();
        try {
            const works = this.process(operation, records, options);
            if (options.allOrNone && works.some((work) => failed(work.work))) {
                throw dmlException(
                    operation,
                    works.map((work) => work.work)
                );
            }
            this.environment.release(savepoint);
            return this.results(works, records.length);
        } catch (error) {
            this.environment.rollbackTo(savepoint);
            this.environment.release(savepoint);
            throw error;
        }
    }

    /** Computes the formula fields of records from their values in memory. */
    recalculate(records: SObjectValue[]): void {
        for (const record of records) {
            const object = this.environment.schema().object(record.objectName);
            const formulas = [...(object?.fields.values() ?? [])].filter((field) => field.formula);
            const values = new RecordValues(
                this.environment.schema(),
                this.environment.rows,
                this.environment.formulas,
                this.environment.globals(context().user.id),
                this.environment.moment(context().user.id)
            );
            for (const field of formulas) record.fields.set(field.name, values.field(record, field));
        }
    }

    private process(operation: DmlOperation, records: SObjectValue[], options: DmlOptions): Outcome[] {
        const outcomes: Outcome[] = [];
        for (const { object, entries } of this.chunks(records)) {
            outcomes.push(...this.attempt(operation, object, entries, options));
            if (options.allOrNone && outcomes.some((outcome) => failed(outcome.work))) break;
        }
        return outcomes;
    }

    /** Records of the same object in a row, at most 200 at a time. */
    private chunks(records: SObjectValue[]): { object: ObjectSchema; entries: Entry[] }[] {
        const chunks: { object: ObjectSchema; entries: Entry[] }[] = [];
        records.forEach((record, index) => {
            const last = chunks.at(-1);
            if (last && last.object.name === record.objectName && last.entries.length < CHUNK)
                last.entries.push({ record, index });
            else chunks.push({ object: this.objectOf(record), entries: [{ record, index }] });
        });
        return chunks;
    }

    private objectOf(record: SObjectValue): ObjectSchema {
        const object = this.environment.schema().object(record.objectName);
        if (!object) throw new ApexException('TypeException', `Invalid sobject type: ${record.objectName}`);
        return object;
    }

    /** Partial success: what failed is left out, and the rest goes through the whole order of execution again. */
    private attempt(operation: DmlOperation, object: ObjectSchema, entries: Entry[], options: DmlOptions): Outcome[] {
        const bad: Outcome[] = [];
        let remaining = entries;
        for (let attempt = 1; remaining.length > 0; attempt++) {
            const savepoint = this.environment.savepoint();
            const outcomes = this.execute(operation, object, remaining, options);
            const failures = outcomes.filter((outcome) => failed(outcome.work));
            if (failures.length === 0 || options.allOrNone) {
                this.environment.release(savepoint);
                return [...bad, ...outcomes];
            }
            this.environment.rollbackTo(savepoint);
            this.environment.release(savepoint);
            if (attempt === ATTEMPTS) return [...bad, ...outcomes.map(giveUp)];
            bad.push(...failures);
            const failedIndexes = new Set(failures.map((outcome) => outcome.work.index));
            remaining = remaining.filter((entry) => !failedIndexes.has(entry.index));
        }
        return bad;
    }

    private execute(operation: DmlOperation, object: ObjectSchema, entries: Entry[], options: DmlOptions): Outcome[] {
        const records = entries.map((entry) => entry.record);
        const indexes = entries.map((entry) => entry.index);
        const plain = (works: Work[]): Outcome[] => works.map((work) => ({ work, created: operation === 'insert' }));
        const { environment } = this;
        switch (operation) {
            case 'insert':
                return plain(new Save(object, options, environment).insert(records, indexes));
            case 'update':
                return plain(new Save(object, options, environment).update(records, indexes));
            case 'delete':
                return plain(new Remove(this.owning(object), options, environment).delete(records, indexes));
            case 'undelete':
                return plain(new Remove(object, options, environment).undelete(records, indexes));
            default:
                return this.upsert(object, entries, options);
        }
    }

    /** Deleting a note deletes its document, and the note with it. */
    private owning(object: ObjectSchema): ObjectSchema {
        return this.environment.schema().object(object.sharesIdsOf ?? '') ?? object;
    }

    private upsert(object: ObjectSchema, entries: Entry[], options: DmlOptions): Outcome[] {
        const matched = matchUpsert(object, entries, options.externalIdField, this.environment.rows);
        const of = (created: boolean): Entry[] => matched.matches.filter((one) => one.created === created);
        const part = (list: Entry[]): [SObjectValue[], number[]] => [
            list.map((one) => one.record),
            list.map((one) => one.index)
        ];
        const inserts = of(true);
        const updates = of(false);
        const inserted = inserts.length > 0 ? new Save(object, options, this.environment).insert(...part(inserts)) : [];
        const updated = updates.length > 0 ? new Save(object, options, this.environment).update(...part(updates)) : [];
        const outcomes = [
            ...matched.failures.map((work) => ({ work, created: false })),
            ...inserted.map((work) => ({ work, created: true })),
            ...updated.map((work) => ({ work, created: false }))
        ];
        for (const { work } of outcomes)
            work.given = entries.find((entry) => entry.index === work.index)?.record ?? work.given;
        return outcomes;
    }

    private results(outcomes: Outcome[], count: number): DmlResult[] {
        const results = new Array<DmlResult>(count);
        for (const { work, created } of outcomes) {
            const success = !failed(work);
            if (success && work.record.id) work.given.fields.set('Id', work.record.id);
            results[work.index] = { success, id: work.given.id, created: success && created, errors: work.errors };
        }
        return results;
    }
}

interface Outcome {
    work: Work;
    created: boolean;
}

function giveUp(outcome: Outcome): Outcome {
    if (!failed(outcome.work)) {
        const message = 'Too many retries of batch save in the presence of Apex triggers with failures';
        fail(outcome.work, 'TOO_MANY_APEX_REQUESTS', message);
    }
    return outcome;
}
