import { ApexDatetime, ApexDecimal } from '../../platform/values/index.ts';
import { toApex } from '../formula/index.ts';
import type { FieldSchema, ObjectSchema } from '../schema/types.ts';
import type { DmlOptions } from '../types.ts';
import type { RecordValues } from './record-values.ts';
import type { Work } from './work.ts';

/** What a new record gets before triggers see it: owner, default values, false for checkboxes. */
export function applyDefaults(object: ObjectSchema, works: Work[], userId: string, values: RecordValues): void {
    const fields = [...object.fields.values()].filter((field) => !field.calculated);
    for (const { record } of works) {
        for (const field of fields) {
            if (record.fields.has(field.name)) continue;
            const value = defaultOf(field, record, userId, values);
            if (value !== null && value !== undefined) record.fields.set(field.name, value);
        }
    }
}

function defaultOf(field: FieldSchema, record: Work['record'], userId: string, values: RecordValues): unknown {
    if (field.owner) return userId;
    if (field.type === 'PICKLIST' && field.defaultValue === undefined) {
        return field.picklistValues.find((value) => value.default && value.active)?.value ?? null;
    }
    if (field.defaultValue !== undefined) return toApex(values.evaluate(field.defaultValue, record, null), field);
    return field.apexType === 'Boolean' ? false : null;
}

const AUDIT_FIELDS = ['CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById'];

/** Dates and users of a save. Loaders may bring their own. */
export function stampAudit(object: ObjectSchema, works: Work[], options: DmlOptions, now: number): void {
    const moment = new ApexDatetime(now);
    const { userId } = options.access;
    for (const { record, old, given } of works) {
        const stamps: Record<string, unknown> = {
            LastModifiedDate: moment,
            LastModifiedById: userId,
            SystemModstamp: moment
        };
        if (!old) Object.assign(stamps, { CreatedDate: moment, CreatedById: userId });
        if (options.auditFields) {
            for (const name of AUDIT_FIELDS) if (given.fields.has(name)) stamps[name] = given.fields.get(name);
        }
        for (const [name, value] of Object.entries(stamps)) if (object.field(name)) record.fields.set(name, value);
        if (!old && object.field('IsDeleted')) record.fields.set('IsDeleted', false);
    }
}

/** Values that follow from others: the name of a person, the probability of a stage. */
export function deriveStored(object: ObjectSchema, works: Work[]): void {
    for (const field of object.fields.values()) {
        if (field.compoundName) works.forEach(({ record }) => composeName(record));
        if (field.followsFact) works.forEach((work) => followFact(work, object, field));
    }
}

function composeName(record: Work['record']): void {
    const parts = ['FirstName', 'LastName'].map((name) => record.fields.get(name)).filter(Boolean);
    record.fields.set('Name', parts.length > 0 ? parts.join(' ') : null);
}

function followFact({ record, old, given }: Work, object: ObjectSchema, field: FieldSchema): void {
    const { picklist, fact } = field.followsFact as { picklist: string; fact: string };
    const changed = !old || old.fields.get(picklist) !== record.fields.get(picklist);
    if (!changed || (given.fields.has(field.name) && given.fields.get(field.name) !== null)) return;
    const values = object.field(picklist)?.picklistValues ?? [];
    const value = values.find((candidate) => candidate.value === record.fields.get(picklist))?.facts?.[fact];
    if (value === undefined) return;
    record.fields.set(field.name, typeof value === 'number' ? ApexDecimal.of(value) : value);
}
