import { ApexBlob, ApexDecimal } from '../../platform/values/index.ts';
import { normalizeId } from '../schema/ids.ts';
import type { FieldSchema, ObjectSchema, SchemaRegistry } from '../schema/types.ts';
import type { SqlValue } from '../storage/database.ts';
import { isStored, storesSame } from '../storage/columns.ts';
import type { Rows } from '../storage/rows.ts';
import { fail } from './work.ts';
import type { Work } from './work.ts';

const TEXT_TYPES = new Set(['STRING', 'TEXTAREA', 'LONGTEXTAREA', 'EMAIL', 'PHONE', 'URL', 'COMBOBOX', 'PICKLIST']);

/** What the platform itself refuses, whatever the project says: missing, too long, unknown, dangling. */
export class SystemChecks {
    private readonly schema: SchemaRegistry;
    private readonly rows: Rows;

    constructor(schema: SchemaRegistry, rows: Rows) {
        this.schema = schema;
        this.rows = rows;
    }

    run(object: ObjectSchema, works: Work[]): void {
        const fields = [...object.fields.values()].filter(isStored);
        for (const work of works) {
            this.checkRequired(work, fields);
            for (const field of fields) this.checkValue(work, field);
        }
        for (const field of fields) if (field.type === 'REFERENCE') this.checkReferences(works, field);
    }

    private checkRequired(work: Work, fields: FieldSchema[]): void {
        const missing = fields.filter((field) => isRequired(field) && isEmpty(work.record.fields.get(field.name)));
        if (missing.length === 0) return;
        const names = missing.map((field) => field.name);
        fail(work, 'REQUIRED_FIELD_MISSING', `Required fields are missing: [${names.join(', ')}]`, names);
    }

    private checkValue(work: Work, field: FieldSchema): void {
        const value = work.record.fields.get(field.name);
        if (isEmpty(value) || (work.old && storesSame(field, work.old.fields.get(field.name), value))) return;
        if (typeof value === 'string') this.checkText(work, field, value);
        if (value instanceof ApexDecimal) checkNumber(work, field, value);
        if (value instanceof ApexBlob && value.bytes.length > 38_797_312) {
            fail(work, 'STRING_TOO_LONG', `${field.label}: data value too large`, [field.name]);
        }
    }

    private checkText(work: Work, field: FieldSchema, value: string): void {
        if (TEXT_TYPES.has(field.type) && field.length > 0 && value.length > field.length) {
            const message = `${field.label}: data value too large: ${value} (max length=${field.length})`;
            fail(work, 'STRING_TOO_LONG', message, [field.name]);
        }
        if (field.restricted) this.checkPicklist(work, field, value);
        if (field.type === 'EMAIL' && !/^[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]+$/.test(value)) {
            fail(work, 'INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${value}`, [field.name]);
        }
    }

    private checkPicklist(work: Work, field: FieldSchema, value: string): void {
        const allowed = field.picklistValues.filter((one) => one.active).map((one) => one.value.toLowerCase());
        const chosen = field.type === 'MULTIPICKLIST' ? value.split(';') : [value];
        const bad = chosen.find((one) => !allowed.includes(one.toLowerCase()));
        if (bad === undefined) return;
        const message = `${field.label}: bad value for restricted picklist field: ${bad}`;
        fail(work, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message, [field.name]);
    }

    /** One statement for each object that the references of all records point to. */
    private checkReferences(works: Work[], field: FieldSchema): void {
        const byPrefix = new Map<string, Work[]>();
        for (const work of works) {
            const value = work.record.fields.get(field.name);
            if (typeof value !== 'string' || (work.old && work.old.fields.get(field.name) === value)) continue;
            const prefix = this.checkedPrefix(work, field, value);
            if (prefix) byPrefix.set(prefix, [...(byPrefix.get(prefix) ?? []), work]);
        }
        for (const [prefix, candidates] of byPrefix) this.checkExistence(prefix, candidates, field);
    }

    private checkedPrefix(work: Work, field: FieldSchema, value: string): string | null {
        const id = normalizeId(value);
        const target = id && this.schema.objectByKeyPrefix(id.slice(0, 3));
        if (target && field.referenceTo.includes(target.name)) {
            work.record.fields.set(field.name, id);
            return target.keyPrefix;
        }
        const message = id
            ? `${field.label}: id value of incorrect type: ${value}`
            : `${field.label}: invalid ID field: ${value}`;
        fail(work, id ? 'FIELD_INTEGRITY_EXCEPTION' : 'MALFORMED_ID', message, [field.name]);
        return null;
    }

    private checkExistence(prefix: string, works: Work[], field: FieldSchema): void {
        const object = this.schema.objectByKeyPrefix(prefix) as ObjectSchema;
        const ids = [...new Set(works.map((work) => work.record.fields.get(field.name) as SqlValue))];
        const found = new Set(this.rows.idsWhere(object, 'Id', ids).map((row) => row.id));
        for (const work of works) {
            if (found.has(work.record.fields.get(field.name) as string)) continue;
            fail(work, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [field.name]);
        }
    }

    /** Values of unique fields: against what is stored and within the records themselves. */
    checkUnique(object: ObjectSchema, works: Work[]): void {
        for (const field of object.fields.values()) {
            if (field.unique && isStored(field)) this.checkUniqueField(object, field, works);
        }
    }

    private checkUniqueField(object: ObjectSchema, field: FieldSchema, works: Work[]): void {
        const key = (value: unknown): string => (field.caseSensitive ? String(value) : String(value).toLowerCase());
        const valued = works.filter((work) => !isEmpty(work.record.fields.get(field.name)));
        const values = valued.map((work) => String(work.record.fields.get(field.name)));
        const owners = new Map(this.rows.idsWhere(object, field.name, values).map((row) => [key(row.value), row.id]));
        for (const work of valued) {
            const value = key(work.record.fields.get(field.name));
            const owner = owners.get(value);
            if (owner !== undefined && owner !== work.record.id) failDuplicate(work, field, owner);
            else owners.set(value, work.record.id ?? 'unknown');
        }
    }
}

function failDuplicate(work: Work, field: FieldSchema, owner: string): void {
    if (field.object === 'User' && field.name === 'Username') {
        fail(
            work,
            'DUPLICATE_USERNAME',
            'Duplicate Username.<br>The username already exists in this or another Salesforce organization.',
            ['Username']
        );
        return;
    }
    const message = `duplicate value found: ${field.name} duplicates value on record with id: ${owner}`;
    fail(work, 'DUPLICATE_VALUE', message, [field.name]);
}

function isRequired(field: FieldSchema): boolean {
    return field.required && field.apexType !== 'Boolean' && !field.autoNumber;
}

function isEmpty(value: unknown): boolean {
    return value === undefined || value === null || value === '';
}

function checkNumber(work: Work, field: FieldSchema, value: ApexDecimal): void {
    const digits = field.precision - field.scale;
    if (field.precision === 0 || value.value.abs().lessThan(10 ** digits)) return;
    const message = `${field.label}: value outside of valid range on numeric field: ${value.toString()}`;
    fail(work, 'NUMBER_OUTSIDE_VALID_RANGE', message, [field.name]);
}
