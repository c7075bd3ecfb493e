import { SObjectValue } from '../../platform/values/index.ts';
import { normalizeId } from '../schema/ids.ts';
import type { ChildRelationship, ObjectSchema } from '../schema/types.ts';
import type { DmlOptions } from '../types.ts';
import type { DmlEnvironment } from './environment.ts';
import { refuseLocked } from './locked-records.ts';
import { RecordValues } from './record-values.ts';
import { RollUps } from './roll-ups.ts';
import { Save } from './save.ts';
import { standardBehaviour } from './standard-behaviour.ts';
import { TriggerPhase } from './trigger-phase.ts';
import { fail, failed } from './work.ts';
import type { Work } from './work.ts';

/** Delete and undelete of records of one object. */
export class Remove {
    private readonly object: ObjectSchema;
    private readonly options: DmlOptions;
    private readonly environment: DmlEnvironment;
    private readonly triggers: TriggerPhase;
    private readonly rollUps: RollUps;

    constructor(object: ObjectSchema, options: DmlOptions, environment: DmlEnvironment) {
        const { userId } = options.access;
        const { rows, formulas } = environment;
        const values = new RecordValues(
            environment.schema(),
            rows,
            formulas,
            environment.globals(userId),
            environment.moment(userId)
        );
        this.object = object;
        this.options = options;
        this.environment = environment;
        this.triggers = new TriggerPhase(object, options, environment, values);
        this.rollUps = new RollUps(object, options, environment, (...parameters) => new Save(...parameters));
    }

    delete(given: SObjectValue[], indexes: number[]): Work[] {
        this.environment.guard.checkObject(this.object, 'delete', this.options.access);
        const works = this.works(given, indexes, false);
        this.checkSharing(works.filter(isGood));
        refuseLocked(this.object.name, works.filter(isGood), this.options.access, this.environment);
        this.triggers.run('before', 'delete', works.filter(isGood));
        for (const work of works.filter(isGood)) this.checkRestricted(work);
        this.pointToMaster(works.filter(isGood));
        const ids = works.filter(isGood).map((work) => work.record.id as string);
        this.rollUps.note(works.filter(isGood));
        this.remove(this.object, ids, null);
        standardBehaviour.removed(this.object, works.filter(isGood), this.environment, this.options);
        this.triggers.run('after', 'delete', works.filter(isGood));
        this.rollUps.run(works.filter(isGood));
        return works;
    }

    undelete(given: SObjectValue[], indexes: number[]): Work[] {
        this.environment.guard.checkObject(this.object, 'undelete', this.options.access);
        const works = this.works(given, indexes, true);
        this.rollUps.note(works.filter(isGood));
        for (const work of works.filter(isGood)) {
            if (work.record.fields.get('IsDeleted') !== true) {
                fail(work, 'UNDELETE_FAILED', 'Entity is not in the recycle bin');
                continue;
            }
            this.restore(work.record.id as string);
            work.record.fields.set('IsDeleted', false);
        }
        this.triggers.run('after', 'undelete', works.filter(isGood));
        this.rollUps.run(works.filter(isGood));
        return works;
    }

    private works(given: SObjectValue[], indexes: number[], withDeleted: boolean): Work[] {
        const ids = given.map((record) => normalizeId(record.id ?? '') ?? '');
        const stored = this.environment.rows.load(this.object, ids, true);
        return given.map((record, position) => {
            const old = stored.get(ids[position]) ?? null;
            const copy =
                old?.clone({ preserveId: true, preserveReadonlyTimestamps: true }) ??
                new SObjectValue(this.object.name);
            const work: Work = { given: record, index: indexes[position], record: copy, old, errors: [] };
            if (!record.id) fail(work, 'MISSING_ARGUMENT', 'Id not specified in a delete call');
            else if (!old) fail(work, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
            else if (!withDeleted && old.fields.get('IsDeleted') === true)
                fail(work, 'ENTITY_IS_DELETED', 'entity is deleted');
            return work;
        });
    }

    private checkSharing(works: Work[]): void {
        const records = works.map((work) => work.old as SObjectValue);
        const writable = this.environment.guard.writable(this.object, records, 'delete', this.options.access);
        for (const work of works) {
            if (writable.has(work.record.id as string)) continue;
            fail(work, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
        }
    }

    /** What a merge deletes tells which record stayed, to after triggers and to queries. */
    private pointToMaster(works: Work[]): void {
        const { mergedInto } = this.options;
        if (!mergedInto || !this.object.field('MasterRecordId')) return;
        for (const { record, old } of works) {
            record.fields.set('MasterRecordId', mergedInto);
            old?.fields.set('MasterRecordId', mergedInto);
            this.environment.rows.update(this.object, record, ['MasterRecordId']);
        }
    }

    private checkRestricted(work: Work): void {
        for (const relationship of this.object.childRelationships.filter((one) => one.restrictedDelete)) {
            const child = this.environment.schema().object(relationship.childObject) as ObjectSchema;
            const found = this.environment.rows.idsWhere(child, relationship.field, [work.record.id]);
            if (found.length === 0) continue;
            const name = work.record.fields.get(this.object.nameField ?? 'Id');
            const message = `Your attempt to delete ${String(name)} could not be completed because it is associated with the following ${child.labelPlural.toLowerCase()}.: ${found.map((row) => row.id).join(', ')}`;
            return fail(work, 'DELETE_FAILED', message);
        }
    }

    /** Children go along or lose their reference; `root` is the record whose undelete brings them back. */
    private remove(object: ObjectSchema, ids: string[], root: string | null): void {
        if (ids.length === 0) return;
        for (const relationship of object.childRelationships) this.removeChildren(relationship, ids, root);
        if (!object.undeletable) this.environment.rows.erase(object, ids);
        else {
            this.environment.rows.setDeleted(object, ids, true, this.environment.now());
            if (root) this.environment.recycled.add(ids, root);
        }
        this.environment.changed(object);
    }

    private removeChildren(relationship: ChildRelationship, ids: string[], root: string | null): void {
        const child = this.environment.schema().object(relationship.childObject) as ObjectSchema;
        if (!child.field(relationship.field) || child.field(relationship.field)?.calculated) return;
        const found = this.environment.rows.idsWhere(child, relationship.field, ids);
        if (found.length === 0) return;
        if (!relationship.cascadeDelete) {
            for (const { id, value } of found)
                this.environment.recycled.addEmptied(String(value), id, relationship.field);
            return this.environment.rows.clearReference(child, relationship.field, ids);
        }
        for (const parent of ids) {
            const children = found.filter((row) => row.value === parent).map((row) => row.id);
            this.remove(child, children, root ?? parent);
        }
    }

    private restore(id: string): void {
        const now = this.environment.now();
        this.environment.rows.setDeleted(this.object, [id], false, now);
        for (const { object, ids } of this.environment.recycled.take(id)) {
            this.environment.rows.setDeleted(object, ids, false, now);
        }
        this.restoreLookups(id);
        this.environment.changed(this.object);
    }

    /** Lookups that point nowhere still lead to the record again; those that got another value keep it. */
    private restoreLookups(id: string): void {
        const { recycled, rows } = this.environment;
        for (const { object, child, field } of recycled.takeEmptied(id)) {
            const record = rows.load(object, [child], true).get(child);
            if (!record || record.fields.get(field)) continue;
            record.fields.set(field, id);
            rows.update(object, record, [field]);
        }
    }
}

const isGood = (work: Work): boolean => !failed(work);
