import { ApexException } from '../../platform/values/index.ts';
import type { SObjectValue } from '../../platform/values/index.ts';
import type { ObjectSchema } from '../schema/types.ts';
import type { DmlOptions, TriggerOperation, TriggerTiming } from '../types.ts';
import type { DmlEnvironment } from './environment.ts';
import type { RecordValues } from './record-values.ts';
import { collectRecordErrors, fail } from './work.ts';
import type { Work } from './work.ts';

/** Runs the triggers of an object for a set of records and takes up their errors. */
export class TriggerPhase {
    private readonly object: ObjectSchema;
    private readonly options: DmlOptions;
    private readonly environment: DmlEnvironment;
    private readonly values: RecordValues;

    constructor(object: ObjectSchema, options: DmlOptions, environment: DmlEnvironment, values: RecordValues) {
        this.object = object;
        this.options = options;
        this.environment = environment;
        this.values = values;
    }

    run(timing: TriggerTiming, operation: TriggerOperation, works: Work[]): void {
        const runner = this.environment.triggers();
        if (!runner || this.options.bypassAutomation || works.length === 0) return;
        if (!runner.has(this.object.name, timing, operation)) return;
        const hasNew = operation !== 'delete';
        const hasOld = operation === 'update' || operation === 'delete';
        const newRecords = hasNew ? works.map((work) => this.prepare(work.record, timing === 'after')) : null;
        const oldRecords = hasOld ? works.map((work) => this.prepare(work.old as SObjectValue, true)) : null;
        this.call(() => runner.run(this.object.name, timing, operation, newRecords, oldRecords), works);
        collectRecordErrors(works);
        for (const work of works) work.record.readOnly = false;
    }

    /** Triggers see computed fields too. */
    private prepare(record: SObjectValue, readOnly: boolean): SObjectValue {
        record.readOnly = false;
        for (const field of this.object.fields.values()) {
            if (!field.calculated || field.summary) continue;
            const value = this.values.field(record, field);
            if (value === null) record.fields.delete(field.name);
            else record.fields.set(field.name, value);
        }
        record.readOnly = readOnly;
        return record;
    }

    /** An exception that a trigger lets out fails all records of the chunk. */
    private call(run: () => void, works: Work[]): void {
        try {
            run();
        } catch (error) {
            if (!(error instanceof ApexException) || error.uncatchable) throw error;
            const message = `${error.toString()}${error.apexStackTrace ? `\n\n${error.apexStackTrace}` : ''}`;
            for (const work of works) fail(work, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message);
        }
    }
}
