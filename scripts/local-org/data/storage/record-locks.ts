import type { Permissions, RecordLocks } from '../types.ts';
import type { SqlDatabase } from './database.ts';

/** Locks of Approval.lock, kept with the records: a rollback undoes them, too. */
export class StoredLocks implements RecordLocks {
    private readonly database: SqlDatabase;
    private readonly permissions: Permissions;

    constructor(database: SqlDatabase, permissions: Permissions) {
        this.database = database;
        this.permissions = permissions;
    }

    lock(id: string): void {
        this.database.run('INSERT OR IGNORE INTO "_lock" (id) VALUES (?1)', [id]);
    }

    unlock(id: string): void {
        this.database.run('DELETE FROM "_lock" WHERE id = ?1', [id]);
    }

    locked(ids: string[]): Set<string> {
        const sql = 'SELECT id FROM "_lock" WHERE id IN (SELECT value FROM json_each(?1))';
        return new Set(this.database.all(sql, [JSON.stringify(ids)]).map((row) => String(row.id)));
    }

    closedTo(userId: string, objectName: string, ids: string[]): Set<string> {
        const locked = this.locked(ids);
        return locked.size > 0 && this.permissions.object(userId, objectName).modifyAll ? new Set() : locked;
    }
}
