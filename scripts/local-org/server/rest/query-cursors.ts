import type { RestRecord } from '../records/write-record.ts';

const KEPT_CURSORS = 50;

interface Cursor {
    userId: string;
    records: RestRecord[];
    batchSize: number;
}

/** One batch of a query's rows; `next` names where the following one starts. */
export interface QueryBatch {
    totalSize: number;
    done: boolean;
    records: RestRecord[];
    next: string | null;
}

/** Keeps the rows of large queries so that a client can fetch them batch by batch. */
export class QueryCursors {
    readonly #cursors = new Map<string, Cursor>();
    #lastNumber = 0;

    /** The first batch; the rest is kept for the user when there is more. */
    open(userId: string, records: RestRecord[], batchSize: number): QueryBatch {
        const id = `01g${String(++this.#lastNumber).padStart(15, '0')}`;
        if (records.length > batchSize) {
            this.#cursors.set(id, { userId, records, batchSize });
            this.#forgetOldest();
        }
        return batchOf(id, { userId, records, batchSize }, 0);
    }

    /** The batch that a locator `<id>-<offset>` names; null when it is unknown or another user's. */
    next(userId: string, locator: string): QueryBatch | null {
        const [id, offset] = locator.split('-');
        const cursor = this.#cursors.get(id);
        return cursor && cursor.userId === userId && /^\d+$/.test(offset ?? '')
            ? batchOf(id, cursor, Number(offset))
            : null;
    }

    #forgetOldest(): void {
        const oldest = this.#cursors.keys().next();
        if (this.#cursors.size > KEPT_CURSORS && !oldest.done) {
            this.#cursors.delete(oldest.value);
        }
    }
}

function batchOf(id: string, cursor: Cursor, offset: number): QueryBatch {
    const end = offset + cursor.batchSize;
    const done = end >= cursor.records.length;
    return {
        totalSize: cursor.records.length,
        done,
        records: cursor.records.slice(offset, end),
        next: done ? null : `${id}-${end}`
    };
}
