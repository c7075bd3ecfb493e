import type { SqlValue } from '../storage/database.ts';

/** Parameters of one SQL statement, numbered in the order in which they are asked for, and its table aliases. */
export class SqlParameters {
    readonly values: SqlValue[] = [];
    private aliases = 0;

    /** Adds a value and returns its place: `?3`. */
    add(value: SqlValue): string {
        this.values.push(value);
        return `?${this.values.length}`;
    }

    /** A list as the right side of IN. The text of the statement stays the same however long the list is. */
    addList(values: SqlValue[]): string {
        return `(SELECT value FROM json_each(${this.add(JSON.stringify(values))}))`;
    }

    nextAlias(): string {
        return `t${this.aliases++}`;
    }
}

/** Text as a SQL literal. */
export function literal(value: string | number | boolean | null): string {
    if (value === null) return 'NULL';
    if (typeof value === 'boolean') return value ? '1' : '0';
    return typeof value === 'number' ? String(value) : `'${value.replace(/'/g, "''")}'`;
}
