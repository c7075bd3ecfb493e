import { isJournaled, once } from '../../platform/journal.ts';
import { sequentialId } from '../schema/ids.ts';
import type { FieldSchema, ObjectSchema } from '../schema/types.ts';
import type { SqlDatabase } from './database.ts';

/** Numbers that are given out once: record Ids and auto numbers. */
export class Sequences {
    private readonly database: SqlDatabase;
    /** What transactions were given that may run again: a rollback does not make these numbers free. */
    private readonly spent = new Map<string, number>();

    constructor(database: SqlDatabase) {
        this.database = database;
    }

    /** The first of `count` numbers in a row; the first ever is `start`. */
    private take(name: string, count: number, start: number): number {
        return once(`numbers of ${name}`, () => this.takeNew(name, count, start));
    }

    private takeNew(name: string, count: number, start: number): number {
        const stored = this.database.get('SELECT value FROM "_sequence" WHERE name = ?1', [name])?.value;
        const last = Math.max(Number(stored ?? start - 1), this.spent.get(name) ?? start - 1);
        const first = last + 1;
        if (isJournaled()) this.spent.set(name, first + count - 1);
        this.database.run('INSERT OR REPLACE INTO "_sequence" (name, value) VALUES (?1, ?2)', [
            name,
            first + count - 1
        ]);
        return first;
    }

    ids(object: ObjectSchema, count: number): string[] {
        const first = this.take(`id:${object.sharesIdsOf ?? object.name}`, count, 1);
        return Array.from({ length: count }, (_, index) => sequentialId(object.keyPrefix, first + index));
    }

    /** Values of an auto number field, such as `AUD-00000042`. */
    autoNumbers(object: ObjectSchema, field: FieldSchema, count: number, now: Date): string[] {
        const { format, startingNumber } = field.autoNumber as { format: string; startingNumber: number };
        const first = this.take(`auto:${object.name}.${field.name}`, count, startingNumber);
        return Array.from({ length: count }, (_, index) => formatAutoNumber(format, first + index, now));
    }
}

/** `A-{YYYY}{MM}{DD}-{0000}`: date parts and the number with leading zeros. */
export function formatAutoNumber(format: string, value: number, now: Date): string {
    const parts: Record<string, string> = {
        YYYY: String(now.getUTCFullYear()),
        YY: String(now.getUTCFullYear()).slice(2),
        MM: String(now.getUTCMonth() + 1).padStart(2, '0'),
        DD: String(now.getUTCDate()).padStart(2, '0')
    };
    return format.replace(/\{(\w+)\}/g, (_, code: string) => parts[code] ?? String(value).padStart(code.length, '0'));
}
