import sqlite from 'node-sqlite3-wasm';
import type { JSValue, SQLiteValue, Statement } from 'node-sqlite3-wasm';
import { claimFile, releaseFile } from './file-owner.ts';

export type SqlValue = SQLiteValue;
export type SqlRow = Record<string, SqlValue>;

const STATEMENT_CACHE = 400;

/** A data file that cannot be opened or read; the message says what to do. */
export class DataFileError extends Error {}

/** One SQLite database with its prepared statements kept by text. */
export class SqlDatabase {
    readonly file: string;
    private readonly database: InstanceType<typeof sqlite.Database>;
    private readonly statements = new Map<string, Statement>();

    /** @throws DataFileError when the file is no database or is used by another process */
    constructor(file: string) {
        this.file = file;
        if (this.isFile) claim(file);
        try {
            this.database = new sqlite.Database(file);
            this.database.exec('PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;');
            this.database.get('SELECT count(*) AS n FROM sqlite_master');
        } catch (error) {
            throw new DataFileError(
                `${file} cannot be opened (${(error as Error).message}); npm run reset makes a new one`
            );
        }
    }

    /** Makes a function callable from SQL. */
    define(name: string, implementation: (...values: SqlValue[]) => JSValue): void {
        this.database.function(name, implementation, { deterministic: true });
    }

    exec(sql: string): void {
        this.database.exec(sql);
    }

    all(sql: string, values: JSValue[] = []): SqlRow[] {
        return this.prepare(sql).all(values) as SqlRow[];
    }

    get(sql: string, values: JSValue[] = []): SqlRow | null {
        return this.all(sql, values)[0] ?? null;
    }

    run(sql: string, values: JSValue[] = []): void {
        this.prepare(sql).run(values);
    }

    private prepare(sql: string): Statement {
        const known = this.statements.get(sql);
        if (known) return known;
        if (this.statements.size >= STATEMENT_CACHE) this.forgetOldest();
        const statement = this.database.prepare(sql);
        this.statements.set(sql, statement);
        return statement;
    }

    private forgetOldest(): void {
        const [sql, statement] = this.statements.entries().next().value as [string, Statement];
        statement.finalize();
        this.statements.delete(sql);
    }

    /** Statements know the columns of their tables: after a change of schema they are made again. */
    forgetStatements(): void {
        for (const statement of this.statements.values()) statement.finalize();
        this.statements.clear();
    }

    close(): void {
        this.forgetStatements();
        this.database.close();
        if (this.isFile) releaseFile(this.file);
    }

    private get isFile(): boolean {
        return this.file !== ':memory:';
    }
}

function claim(file: string): void {
    const owner = claimFile(file);
    if (owner !== null) throw new DataFileError(`${file} is in use by process ${owner}; stop it first`);
}
