import { ApexDatetime, ApexException, SObjectValue } from '../../platform/values/index.ts';
import { normalizeId } from '../schema/ids.ts';
import type { FieldSchema, ObjectSchema } from '../schema/types.ts';
import { isStored, storesSame } from '../storage/columns.ts';
import type { DmlOptions } from '../types.ts';
import { applyDefaults, deriveStored, stampAudit } from './defaults.ts';
import type { DmlEnvironment } from './environment.ts';
import { writeHistory } from './history.ts';
import { refuseLocked } from './locked-records.ts';
import { RecordValues } from './record-values.ts';
import { RollUps } from './roll-ups.ts';
import { standardBehaviour } from './standard-behaviour.ts';
import { attachSummaries, summaryFields } from './summaries.ts';
import { SystemChecks } from './system-checks.ts';
import { TriggerPhase } from './trigger-phase.ts';
import { fail, failed } from './work.ts';
import type { Work } from './work.ts';

/** Insert and update of records of one object in the order of execution. */
export class Save {
    private readonly object: ObjectSchema;
    private readonly options: DmlOptions;
    private readonly environment: DmlEnvironment;
    private readonly values: RecordValues;
    private readonly checks: SystemChecks;
    private readonly triggers: TriggerPhase;
    private readonly rollUps: RollUps;

    constructor(object: ObjectSchema, options: DmlOptions, environment: DmlEnvironment) {
        const { userId } = options.access;
        const schema = environment.schema();
        this.object = object;
        this.options = options;
        this.environment = environment;
        this.values = new RecordValues(
            schema,
            environment.rows,
            environment.formulas,
            environment.globals(userId),
            environment.moment(userId)
        );
        this.checks = new SystemChecks(schema, environment.rows);
        this.triggers = new TriggerPhase(object, options, environment, this.values);
        this.rollUps = new RollUps(object, options, environment, (...parameters) => new Save(...parameters));
    }

    insert(given: SObjectValue[], indexes: number[]): Work[] {
        this.environment.guard.checkObject(this.object, 'create', this.options.access);
        const works = given.map((record, position) => this.newWork(record, indexes[position]));
        this.checkFields(works, 'create');
        applyDefaults(this.object, works.filter(isGood), this.options.access.userId, this.values);
        this.execute(works, 'insert');
        return works;
    }

    update(given: SObjectValue[], indexes: number[]): Work[] {
        this.environment.guard.checkObject(this.object, 'edit', this.options.access);
        const works = this.existingWorks(given, indexes);
        this.checkFields(works, 'edit');
        this.checkSharing(works);
        refuseLocked(this.object.name, works.filter(isGood), this.options.access, this.environment);
        this.execute(works, 'update');
        return works;
    }

    /** Saves parents of which nothing but roll-ups changed: triggers, rules, and what triggers changed. */
    rollUp(works: Work[]): void {
        this.triggers.run('before', 'update', works);
        this.checks.run(this.object, works.filter(isGood));
        this.validate(works.filter(isGood));
        const saved = works.filter(isGood);
        for (const { record } of saved) record.fields.set('SystemModstamp', new ApexDatetime(this.environment.now()));
        for (const work of saved) this.environment.rows.update(this.object, work.record, this.changedFields(work));
        this.triggers.run('after', 'update', saved);
    }

    private execute(works: Work[], operation: 'insert' | 'update'): void {
        this.attachSummaries(works.filter(isGood));
        this.triggers.run('before', operation, works.filter(isGood));
        const good = works.filter(isGood);
        standardBehaviour.before(this.object, good, this.environment);
        deriveStored(this.object, good);
        this.checks.run(this.object, good);
        if (!this.options.bypassAutomation) this.validate(good.filter(isGood));
        this.checks.checkUnique(this.object, good.filter(isGood));
        this.rollUps.note(works.filter(isGood));
        this.write(works.filter(isGood), operation);
        this.triggers.run('after', operation, works.filter(isGood));
        this.rollUps.run(works.filter(isGood));
    }

    /** Triggers and rules see roll-ups too. */
    private attachSummaries(works: Work[]): void {
        if (summaryFields(this.object).length === 0) return;
        const ids = works.flatMap((work) => (work.old ? [work.record.id as string] : []));
        const values = ids.length > 0 ? this.environment.summaries(this.object, ids) : new Map();
        const records = works.flatMap((work) => (work.old ? [work.record, work.old] : [work.record]));
        attachSummaries(this.object, records, values);
    }

    private newWork(given: SObjectValue, index: number): Work {
        const record = new SObjectValue(this.object.name);
        const work: Work = { given, index, record, old: null, errors: [] };
        if (given.id) fail(work, 'INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', ['Id']);
        this.copyValues(work, (field) => field.createable);
        return work;
    }

    private existingWorks(given: SObjectValue[], indexes: number[]): Work[] {
        const ids = given.map((record) => normalizeId(record.id ?? '') ?? '');
        const stored = this.environment.rows.load(this.object, ids);
        const seen = new Set<string>();
        return given.map((record, position) => {
            const id = ids[position];
            const old = stored.get(id) ?? null;
            const copy = old
                ? old.clone({ preserveId: true, preserveReadonlyTimestamps: true })
                : new SObjectValue(this.object.name);
            const work: Work = { given: record, index: indexes[position], record: copy, old, errors: [] };
            if (!record.id) fail(work, 'MISSING_ARGUMENT', 'Id not specified in an update call');
            else if (!old) this.failMissing(work, id);
            else if (seen.has(id)) fail(work, 'DUPLICATE_VALUE', 'Duplicate id in list');
            else this.copyValues(work, (field) => field.updateable);
            seen.add(id);
            return work;
        });
    }

    private failMissing(work: Work, id: string): void {
        const deleted = this.environment.rows.load(this.object, [id], true).has(id);
        if (deleted) fail(work, 'ENTITY_IS_DELETED', 'entity is deleted');
        else fail(work, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    }

    /** Takes over what the caller set and may set; values read along by a query are ignored, as on the platform. */
    private copyValues(work: Work, allowed: (field: FieldSchema) => boolean): void {
        for (const [name, value] of work.given.fields) {
            const field = this.object.field(name);
            if (!field)
                fail(work, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${this.object.name}`, [name]);
            else if (isStored(field) && name !== 'Id' && (allowed(field) || this.isPlatformField(field)))
                work.record.fields.set(field.name, value);
        }
        this.resolveParents(work);
    }

    private isPlatformField(field: FieldSchema): boolean {
        return this.options.platformFields?.includes(field.name) === true;
    }

    /** A parent given with its external id stands for its Id. */
    private resolveParents(work: Work): void {
        for (const [path, parent] of work.given.parents) {
            const reference = this.object.relationship(path);
            if (!reference || !parent || work.given.fields.get(reference.name)) continue;
            const target = this.environment.schema().object(parent.objectName) as ObjectSchema;
            const [name, value] = [...parent.fields].find(([field]) => target.field(field)?.externalId) ?? [];
            if (!name) continue;
            const [found] = this.environment.rows.idsWhere(target, name, [value as string]);
            if (found) work.record.fields.set(reference.name, found.id);
            else
                fail(
                    work,
                    'INVALID_FIELD',
                    `Foreign key external ID: ${String(value)} not found for field ${name} in entity ${target.name}`
                );
        }
    }

    private checkFields(works: Work[], operation: 'create' | 'edit'): void {
        if (this.options.access.mode !== 'user') return;
        for (const work of works) {
            const changed = [...work.record.fields.keys()].filter(
                (name) => work.given.fields.has(name) && this.isChanged(work, name)
            );
            const forbidden = this.environment.guard.forbiddenFields(
                this.object,
                changed,
                operation,
                this.options.access
            );
            if (forbidden.length > 0) throw inaccessibleFields(this.object.name, forbidden, operation);
        }
    }

    private checkSharing(works: Work[]): void {
        const records = works.filter(isGood).map((work) => work.old as SObjectValue);
        const writable = this.environment.guard.writable(this.object, records, 'edit', this.options.access);
        for (const work of works.filter(isGood)) {
            if (writable.has(work.record.id as string)) continue;
            fail(work, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
        }
    }

    private validate(works: Work[]): void {
        for (const rule of this.object.validationRules.filter((candidate) => candidate.active)) {
            for (const work of works) {
                if (this.values.evaluate(rule.errorConditionFormula, work.record, work.old, true) !== true) continue;
                const fields = rule.errorDisplayField ? [rule.errorDisplayField] : [];
                fail(work, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', rule.errorMessage, fields);
            }
        }
    }

    private write(works: Work[], operation: 'insert' | 'update'): void {
        if (works.length === 0) return;
        const now = this.environment.now();
        stampAudit(this.object, works, this.options, now);
        if (operation === 'insert') this.insertRows(works, now);
        else for (const work of works) this.environment.rows.update(this.object, work.record, this.changedFields(work));
        writeHistory(this.object, works, this.environment, this.options.access.userId);
        standardBehaviour.after(this.object, works, this.environment, this.options);
        this.environment.changed(this.object);
    }

    private isChanged(work: Work, name: string): boolean {
        const field = this.object.field(name);
        return !work.old || !field || !storesSame(field, work.old.fields.get(name), work.record.fields.get(name));
    }

    private changedFields(work: Work): string[] {
        return [...work.record.fields.keys()].filter((name) => name !== 'Id' && this.isChanged(work, name));
    }

    private insertRows(works: Work[], now: number): void {
        const ids = this.environment.sequences.ids(this.object, works.length);
        works.forEach((work, position) => work.record.fields.set('Id', ids[position]));
        for (const field of this.object.fields.values()) {
            if (!field.autoNumber) continue;
            const numbers = this.environment.sequences.autoNumbers(this.object, field, works.length, new Date(now));
            works.forEach((work, position) => work.record.fields.set(field.name, numbers[position]));
        }
        this.environment.rows.insert(
            this.object,
            works.map((work) => work.record)
        );
    }
}

const isGood = (work: Work): boolean => !failed(work);

function inaccessibleFields(objectName: string, fields: string[], operation: 'create' | 'edit'): ApexException {
    const name = operation === 'create' ? 'Insert' : 'Update';
    const message = `Operation failed due to fields being inaccessible on Sobject ${objectName}, check errors on Exception or Result!`;
    const exception = new ApexException(
        'DmlException',
        `${name} failed. First exception on row 0; first error: CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, ${message}: [${fields.join(', ')}]`
    );
    exception.dmlErrors = [{ index: 0, id: null, statusCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message, fields }];
    exception.inaccessibleFields = new Map([[objectName, new Set(fields)]]);
    return exception;
}
