import { ApexDatetime, SObjectValue } from '../../platform/values/index.ts';
import { deterministicId, deterministicIdPattern } from '../schema/ids.ts';
import type { ObjectSchema, SchemaRegistry } from '../schema/types.ts';
import { quote } from '../storage/columns.ts';
import type { SqlDatabase } from '../storage/database.ts';
import { Rows } from '../storage/rows.ts';

/** Writes rows that an org brings along; running it again changes nothing. */
export class Seeder {
    readonly schema: SchemaRegistry;
    private readonly database: SqlDatabase;
    private readonly rows: Rows;
    private readonly now: ApexDatetime;
    private readonly authorId: string;
    /** Rows that were seeded before, by object and Id. */
    private readonly known = new Map<string, Map<string, SObjectValue>>();

    constructor(database: SqlDatabase, schema: SchemaRegistry, now: number) {
        this.database = database;
        this.schema = schema;
        this.rows = new Rows(database);
        this.now = new ApexDatetime(now);
        this.authorId = userId('admin');
    }

    /** Inserts a row or brings the named fields up to date. Returns its Id. */
    put(objectName: string, id: string, values: Record<string, unknown>): string {
        const object = this.schema.object(objectName) as ObjectSchema;
        const record = this.seeded(object).get(id);
        if (record) this.update(object, record, values);
        else this.insert(object, id, values);
        return id;
    }

    private seeded(object: ObjectSchema): Map<string, SObjectValue> {
        const known = this.known.get(object.name);
        if (known) return known;
        const sql = `SELECT "Id" AS id FROM ${quote(object.name)} WHERE "Id" LIKE ?1`;
        const ids = this.database.all(sql, [deterministicIdPattern(object.keyPrefix)]).map((row) => String(row.id));
        const records = this.rows.load(object, ids, true);
        this.known.set(object.name, records);
        return records;
    }

    private update(object: ObjectSchema, record: SObjectValue, values: Record<string, unknown>): void {
        const changed = Object.keys(values).filter(
            (name) => (record.fields.get(name) ?? null) !== (values[name] ?? null)
        );
        if (changed.length === 0) return;
        for (const name of changed) record.fields.set(name, values[name]);
        this.rows.update(object, record, changed);
    }

    private insert(object: ObjectSchema, id: string, values: Record<string, unknown>): void {
        const record = new SObjectValue(object.name);
        const audit = { CreatedDate: this.now, LastModifiedDate: this.now, SystemModstamp: this.now };
        const people = { CreatedById: this.authorId, LastModifiedById: this.authorId };
        const all = { IsDeleted: false, ...audit, ...people, ...values, Id: id };
        for (const [name, value] of Object.entries(all)) {
            if (object.field(name) && value !== null && value !== undefined) record.fields.set(name, value);
        }
        this.rows.insert(object, [record]);
    }

    /** Takes away rows whose metadata is gone. */
    keepOnly(objectName: string, ids: string[], where = '1'): void {
        const sql = `DELETE FROM ${quote(objectName)} WHERE ${where} AND "Id" NOT IN (SELECT value FROM json_each(?1))`;
        this.database.run(sql, [JSON.stringify(ids)]);
    }

    /** Custom metadata records are read again at every start. */
    replaceAll(objectName: string, records: SObjectValue[]): void {
        const object = this.schema.object(objectName) as ObjectSchema;
        this.database.run(`DELETE FROM ${quote(objectName)}`);
        this.rows.insert(object, records);
    }
}

/** The Id of a persona's user: the same in every local org. */
export function userId(persona: string): string {
    return deterministicId('005', persona);
}

export function profileId(name: string): string {
    return deterministicId('00e', name);
}

export function permissionSetId(name: string): string {
    return deterministicId('0PS', name);
}

export function groupId(name: string): string {
    return deterministicId('00G', name);
}

/** The Id of the org. */
export const ORGANIZATION_ID = deterministicId('00D', 'Tandem local org');
