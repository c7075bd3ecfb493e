import { equalsOperator } from '../../platform/values/index.ts';
import type { SObjectValue } from '../../platform/values/index.ts';
import type { FieldSchema, ObjectSchema } from '../schema/types.ts';
import type { DmlOptions } from '../types.ts';
import type { DmlEnvironment } from './environment.ts';
import { summarizedBy, summaryFields } from './summaries.ts';
import type { SummaryValues } from './summaries.ts';
import { fail, failed } from './work.ts';
import type { Work } from './work.ts';

/** Saves parents whose roll-ups changed; given by Save, which would otherwise need itself. */
export type ParentSave = (
    object: ObjectSchema,
    options: DmlOptions,
    environment: DmlEnvironment
) => {
    rollUp(works: Work[]): void;
};

interface Parents {
    field: FieldSchema;
    object: ObjectSchema;
    before: SummaryValues;
    /** Roll-ups of the parents' own parents. */
    above: RollUps;
}

/**
 * The last step of the order of execution that concerns data: parents whose roll-up summaries changed go through a
 * save of their own, with triggers and validation rules (Apex Developer Guide, Triggers and Order of Execution).
 */
export class RollUps {
    private readonly child: ObjectSchema;
    private readonly options: DmlOptions;
    private readonly environment: DmlEnvironment;
    private readonly save: ParentSave;
    private parents: Parents[] = [];

    constructor(child: ObjectSchema, options: DmlOptions, environment: DmlEnvironment, save: ParentSave) {
        this.child = child;
        this.options = { ...options, access: { ...options.access, mode: 'system', sharing: false } };
        this.environment = environment;
        this.save = save;
    }

    /** Notes the roll-ups of all parents that the records have or had, before their rows change. */
    note(works: Work[]): void {
        if (this.options.bypassAutomation) return;
        for (const field of summarizedBy(this.child, this.environment.schema())) {
            const object = this.environment.schema().object(field.referenceTo[0]) as ObjectSchema;
            if (!this.isWatched(object)) continue;
            const ids = [...new Set(works.flatMap((work) => parentsOf(work, field)))];
            const before = this.environment.summaries(object, ids);
            const above = new RollUps(object, this.options, this.environment, this.save);
            above.note(this.worksOf(object, ids));
            this.parents.push({ field, object, before, above });
        }
    }

    /** Without triggers and rules nothing notices that a computed value changed. */
    private isWatched(object: ObjectSchema): boolean {
        const runner = this.environment.triggers();
        const triggered = (['before', 'after'] as const).some((timing) => runner?.has(object.name, timing, 'update'));
        return triggered || object.validationRules.some((rule) => rule.active);
    }

    /** Saves the parents whose roll-ups changed; what stops a parent stops its children. */
    run(works: Work[]): void {
        for (const parents of this.parents.splice(0)) {
            const after = this.environment.summaries(parents.object, [...parents.before.keys()]);
            const changed = [...after.keys()].filter((id) => !same(parents.before.get(id), after.get(id)));
            if (changed.length === 0) continue;
            const saved = this.worksOf(parents.object, changed, parents.before, after);
            this.save(parents.object, this.options, this.environment).rollUp(saved);
            parents.above.run(saved);
            for (const parent of saved.filter(failed)) blame(parent, works, parents.field);
        }
    }

    private worksOf(object: ObjectSchema, ids: string[], before?: SummaryValues, after?: SummaryValues): Work[] {
        const records = [...this.environment.rows.load(object, ids).values()];
        return records.map((record, index) => {
            const old = record.clone({ preserveId: true, preserveReadonlyTimestamps: true });
            set(object, old, before);
            set(object, record, after);
            return { given: record, index, record, old, errors: [] };
        });
    }
}

function parentsOf({ record, old }: Work, field: FieldSchema): string[] {
    const ids = [record.fields.get(field.name), old?.fields.get(field.name)];
    return ids.filter((id): id is string => typeof id === 'string');
}

function set(object: ObjectSchema, record: SObjectValue, values: SummaryValues | undefined): void {
    const own = values?.get(record.id as string);
    for (const { name } of own ? summaryFields(object) : []) record.fields.set(name, own?.get(name) ?? null);
}

function same(one: Map<string, unknown> | undefined, other: Map<string, unknown> | undefined): boolean {
    return [...(one ?? [])].every(([name, value]) => equalsOperator(value, other?.get(name) ?? null));
}

function blame(parent: Work, works: Work[], field: FieldSchema): void {
    const [error] = parent.errors;
    for (const work of works.filter((one) => parentsOf(one, field).includes(parent.record.id as string)))
        fail(work, error.statusCode, error.message, error.fields);
}
