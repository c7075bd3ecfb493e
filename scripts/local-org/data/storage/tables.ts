import { createHash } from 'node:crypto';
import type { FieldSchema, ObjectSchema, SchemaRegistry } from '../schema/types.ts';
import { columnType, quote } from './columns.ts';
import type { SqlDatabase } from './database.ts';
import { storedFields } from './rows.ts';

/** Brings the tables up to the schema: new objects, new fields and indexes are added; nothing stored is dropped. */
export function migrate(database: SqlDatabase, schema: SchemaRegistry): void {
    database.exec('CREATE TABLE IF NOT EXISTS "_sequence" (name TEXT PRIMARY KEY, value INTEGER NOT NULL)');
    database.exec('CREATE TABLE IF NOT EXISTS "_setting" (name TEXT PRIMARY KEY, value TEXT)');
    database.exec('CREATE TABLE IF NOT EXISTS "_lock" (id TEXT PRIMARY KEY)');
    const signature = signatureOf(schema);
    if (database.get(`SELECT value FROM "_setting" WHERE name = 'schema'`)?.value === signature) return;
    const existing = existingColumns(database);
    for (const object of schema.objects()) {
        const columns = existing.get(object.name.toLowerCase());
        if (!columns) createTable(database, object);
        else addColumns(database, object, columns);
        createIndexes(database, object);
    }
    database.run(`INSERT OR REPLACE INTO "_setting" (name, value) VALUES ('schema', ?1)`, [signature]);
    database.forgetStatements();
}

/** The same as long as no table, column or index changes. */
function signatureOf(schema: SchemaRegistry): string {
    const hash = createHash('sha256');
    for (const object of schema.objects()) {
        hash.update(`${object.name}(`);
        for (const field of storedFields(object)) hash.update(`${column(field)}${isIndexed(field) ? '!' : ''},`);
    }
    return hash.digest('hex');
}

function existingColumns(database: SqlDatabase): Map<string, Set<string>> {
    const sql = `SELECT m.name AS "table", p.name AS "column" FROM sqlite_master m JOIN pragma_table_info(m.name) p
        WHERE m.type = 'table'`;
    const tables = new Map<string, Set<string>>();
    for (const row of database.all(sql)) {
        const table = String(row.table).toLowerCase();
        tables.set(table, (tables.get(table) ?? new Set()).add(String(row.column).toLowerCase()));
    }
    return tables;
}

function column(field: FieldSchema): string {
    return `${quote(field.name)} ${columnType(field)}${field.name === 'Id' ? ' PRIMARY KEY' : ''}`;
}

function createTable(database: SqlDatabase, object: ObjectSchema): void {
    const columns = storedFields(object).map(column);
    database.exec(`CREATE TABLE ${quote(object.name)} (${columns.join(', ')})`);
}

function addColumns(database: SqlDatabase, object: ObjectSchema, existing: Set<string>): void {
    for (const field of storedFields(object)) {
        if (existing.has(field.name.toLowerCase())) continue;
        database.exec(`ALTER TABLE ${quote(object.name)} ADD COLUMN ${column(field)}`);
    }
}

function isIndexed(field: FieldSchema): boolean {
    const lookup = field.type === 'REFERENCE' && !/^(CreatedBy|LastModifiedBy|RecordType)Id$/.test(field.name);
    return lookup || field.externalId || field.unique || field.autoNumber !== undefined;
}

/** Lookups, external ids and unique fields are looked up by; users of audit fields are not. */
function createIndexes(database: SqlDatabase, object: ObjectSchema): void {
    for (const field of storedFields(object)) {
        if (!isIndexed(field)) continue;
        const name = quote(`ix_${object.name}_${field.name}`);
        database.exec(`CREATE INDEX IF NOT EXISTS ${name} ON ${quote(object.name)} (${quote(field.name)})`);
    }
}
