import type { SqlDatabase } from './database.ts';

/** Nested units of work as SQLite savepoints: the outermost one is the transaction. */
export class Transactions {
    private readonly database: SqlDatabase;
    private readonly frames: string[] = [];
    private counter = 0;

    constructor(database: SqlDatabase) {
        this.database = database;
    }

    get depth(): number {
        return this.frames.length;
    }

    begin(): void {
        this.frames.push(this.savepoint());
    }

    /** True when this was the outermost unit. */
    commit(): boolean {
        this.database.exec(`RELEASE ${this.frames.pop() as string}`);
        return this.frames.length === 0;
    }

    /** Undoes the innermost unit. */
    rollback(): void {
        const frame = this.frames.pop();
        if (!frame) return;
        this.rollbackTo(frame);
        this.release(frame);
    }

    savepoint(): string {
        const name = `sp${++this.counter}`;
        this.database.exec(`SAVEPOINT ${name}`);
        return name;
    }

    /** The savepoint stays and can be rolled back to again. */
    rollbackTo(name: string): void {
        this.database.exec(`ROLLBACK TO ${name}`);
    }

    release(name: string): void {
        this.database.exec(`RELEASE ${name}`);
    }
}
