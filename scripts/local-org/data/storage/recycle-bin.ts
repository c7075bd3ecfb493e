import type { ObjectSchema, SchemaRegistry } from '../schema/types.ts';
import type { SqlDatabase } from './database.ts';

/** Which records were deleted along with another, so that it brings them back. */
export class RecycleBin {
    private readonly database: SqlDatabase;
    private readonly schema: () => SchemaRegistry;

    constructor(database: SqlDatabase, schema: () => SchemaRegistry) {
        this.database = database;
        this.schema = schema;
        database.exec('CREATE TABLE IF NOT EXISTS "_recycled" (id TEXT PRIMARY KEY, root TEXT NOT NULL)');
        database.exec('CREATE INDEX IF NOT EXISTS "ix_recycled" ON "_recycled" (root)');
        database.exec('CREATE TABLE IF NOT EXISTS "_emptied" (parent TEXT, child TEXT, field TEXT)');
        database.exec('CREATE INDEX IF NOT EXISTS "ix_emptied" ON "_emptied" (parent)');
    }

    add(ids: string[], root: string): void {
        for (const id of ids)
            this.database.run('INSERT OR REPLACE INTO "_recycled" (id, root) VALUES (?1, ?2)', [id, root]);
    }

    /** Notes a lookup that a delete emptied. */
    addEmptied(parent: string, child: string, field: string): void {
        this.database.run('INSERT INTO "_emptied" (parent, child, field) VALUES (?1, ?2, ?3)', [parent, child, field]);
    }

    /** Lookups that the delete of a record emptied; forgotten afterwards. */
    takeEmptied(parent: string): { object: ObjectSchema; child: string; field: string }[] {
        const rows = this.database.all('SELECT child, field FROM "_emptied" WHERE parent = ?1', [parent]);
        if (rows.length > 0) this.database.run('DELETE FROM "_emptied" WHERE parent = ?1', [parent]);
        return rows.flatMap((row) => {
            const child = String(row.child);
            const object = this.schema().objectByKeyPrefix(child.slice(0, 3));
            return object ? [{ object, child, field: String(row.field) }] : [];
        });
    }

    /** What was deleted along with a record, by object; forgotten afterwards. */
    take(root: string): { object: ObjectSchema; ids: string[] }[] {
        const ids = this.database
            .all('SELECT id FROM "_recycled" WHERE root = ?1', [root])
            .map((row) => String(row.id));
        this.database.run('DELETE FROM "_recycled" WHERE root = ?1', [root]);
        const byObject = new Map<ObjectSchema, string[]>();
        for (const id of ids) {
            const object = this.schema().objectByKeyPrefix(id.slice(0, 3));
            if (object) byObject.set(object, [...(byObject.get(object) ?? []), id]);
        }
        return [...byObject].map(([object, objectIds]) => ({ object, ids: objectIds }));
    }
}
