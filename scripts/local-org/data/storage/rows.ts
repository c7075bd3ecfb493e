import { SObjectValue } from '../../platform/values/index.ts';
import type { FieldSchema, ObjectSchema } from '../schema/types.ts';
import { fromStored, isStored, quote, toStored } from './columns.ts';
import type { SqlDatabase, SqlRow, SqlValue } from './database.ts';

/** Reads and writes whole records, without queries, checks or triggers. */
export class Rows {
    private readonly database: SqlDatabase;

    constructor(database: SqlDatabase) {
        this.database = database;
    }

    /** Records with all stored fields, by Id; deleted ones too when asked for. */
    load(object: ObjectSchema, ids: string[], withDeleted = false): Map<string, SObjectValue> {
        const alive = withDeleted || !object.field('IsDeleted') ? '' : ' AND "IsDeleted" = 0';
        const sql = `SELECT * FROM ${quote(object.name)} WHERE "Id" IN (SELECT value FROM json_each(?1))${alive}`;
        const records = this.database.all(sql, [JSON.stringify(ids)]).map((row) => toRecord(object, row));
        return new Map(records.map((record) => [record.id as string, record]));
    }

    /** Ids of records whose field has one of these values. */
    idsWhere(
        object: ObjectSchema,
        field: string,
        values: SqlValue[],
        withDeleted = false
    ): { id: string; value: SqlValue }[] {
        const alive = withDeleted || !object.field('IsDeleted') ? '' : ' AND "IsDeleted" = 0';
        const column = quote(field);
        const sql = `SELECT "Id" AS id, ${column} AS value FROM ${quote(object.name)} WHERE ${column} IN (SELECT value FROM json_each(?1))${alive}`;
        return this.database.all(sql, [JSON.stringify(values)]) as { id: string; value: SqlValue }[];
    }

    insert(object: ObjectSchema, records: SObjectValue[]): void {
        const fields = storedFields(object);
        const places = fields.map((_, index) => `?${index + 1}`).join(', ');
        const names = fields.map((field) => quote(field.name)).join(', ');
        const sql = `INSERT INTO ${quote(object.name)} (${names}) VALUES (${places})`;
        for (const record of records) {
            this.database.run(
                sql,
                fields.map((field) => stored(field, record))
            );
        }
    }

    update(object: ObjectSchema, record: SObjectValue, fieldNames: Iterable<string>): void {
        const fields = [...fieldNames]
            .map((name) => object.field(name))
            .filter((field) => field && isStored(field)) as FieldSchema[];
        if (fields.length === 0) return;
        const sets = fields.map((field, index) => `${quote(field.name)} = ?${index + 1}`).join(', ');
        const sql = `UPDATE ${quote(object.name)} SET ${sets} WHERE "Id" = ?${fields.length + 1}`;
        this.database.run(sql, [...fields.map((field) => stored(field, record)), record.id]);
    }

    setDeleted(object: ObjectSchema, ids: string[], deleted: boolean, now: number): void {
        const sql = `UPDATE ${quote(object.name)} SET "IsDeleted" = ?1, "SystemModstamp" = ?2 WHERE "Id" IN (SELECT value FROM json_each(?3))`;
        this.database.run(sql, [deleted ? 1 : 0, now, JSON.stringify(ids)]);
    }

    erase(object: ObjectSchema, ids: string[]): void {
        this.database.run(`DELETE FROM ${quote(object.name)} WHERE "Id" IN (SELECT value FROM json_each(?1))`, [
            JSON.stringify(ids)
        ]);
    }

    clearReference(object: ObjectSchema, field: string, ids: string[]): void {
        const column = quote(field);
        this.database.run(
            `UPDATE ${quote(object.name)} SET ${column} = NULL WHERE ${column} IN (SELECT value FROM json_each(?1))`,
            [JSON.stringify(ids)]
        );
    }
}

const fieldsByObject = new WeakMap<ObjectSchema, FieldSchema[]>();

/** The fields of an object that have a column. */
export function storedFields(object: ObjectSchema): FieldSchema[] {
    const known = fieldsByObject.get(object);
    if (known) return known;
    const fields = [...object.fields.values()].filter(isStored);
    fieldsByObject.set(object, fields);
    return fields;
}

function stored(field: FieldSchema, record: SObjectValue): SqlValue {
    return toStored(field, record.fields.get(field.name));
}

function toRecord(object: ObjectSchema, row: SqlRow): SObjectValue {
    const record = new SObjectValue(object.name);
    for (const field of storedFields(object)) {
        const value = fromStored(field, row[field.name]);
        if (value !== null) record.fields.set(field.name, value);
    }
    return record;
}
