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
    }

    add(ids: string[], root: string): void {
        for (const id of ids)
            this.database.run('INSERT OR REPLACE INTO "_recycled" (id, root) VALUES (?1, ?2)', [id, root]);
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
