import type { SqlDatabase } from './storage/database.ts';

/** Time zones and locales of users; kept until users change. */
export class UserSettings {
    private readonly database: SqlDatabase;
    private readonly known = new Map<string, string>();

    constructor(database: SqlDatabase) {
        this.database = database;
    }

    invalidate(): void {
        this.known.clear();
    }

    /** `Europe/London`; UTC when the user has none. */
    timeZone(userId: string): string {
        return this.setting(userId, 'TimeZoneSidKey', 'UTC');
    }

    /** `en_US`, also when the user has none. */
    locale(userId: string): string {
        return this.setting(userId, 'LocaleSidKey', 'en_US');
    }

    private setting(userId: string, column: string, fallback: string): string {
        const key = `${column}:${userId}`;
        const known = this.known.get(key);
        if (known) return known;
        const stored = this.database.get(`SELECT "${column}" AS value FROM "User" WHERE "Id" = ?1`, [userId])?.value;
        const value = stored ? String(stored) : fallback;
        this.known.set(key, value);
        return value;
    }
}
