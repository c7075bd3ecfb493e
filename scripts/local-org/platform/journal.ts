import { context, hasContext } from './context.ts';

/** The second run of a transaction did something else than the first one, so what the first one was given does not fit. */
export class RanDifferently extends Error {
    constructor(was: string, is: string) {
        super(
            `This transaction waited for a callout and ran differently when it went on: at first ${was}, then ${is}. ` +
                'It was undone, and the answer was not used.'
        );
        this.name = 'RanDifferently';
    }
}

interface Entry {
    kind: string;
    /** The value, or what making it threw. */
    give(): unknown;
}

/**
 * What a transaction met that would be otherwise when it ran again: random values, the clock, rows that it read, and what
 * it did outside of the database. A second run meets the same, and does nothing twice.
 */
export class Journal {
    private readonly entries: Entry[] = [];
    private position = 0;
    private inside = false;
    private end: Error | null = null;

    /** Why the run may do nothing more; null while it may. */
    get ended(): Error | null {
        return this.end;
    }

    /** How many values the run has had. */
    get passed(): number {
        return this.position;
    }

    /** The next run begins. */
    restart(): void {
        this.position = 0;
        this.end = null;
    }

    /** The run may do nothing more: whatever it tries, also where Apex went on in a `finally`, throws the error. */
    stop(error: Error): never {
        this.end = error;
        throw error;
    }

    /** Throws when the run was stopped. */
    check(): void {
        if (this.end) throw this.end;
    }

    /** The value that the first run made here. What making one value needs of others is part of it. */
    take<T>(kind: string, make: () => T, copy: (value: T) => T): T {
        this.check();
        if (this.inside) return make();
        const entry = this.entries[this.position++];
        if (!entry) return this.record(kind, make, copy);
        if (entry.kind !== kind) this.stop(new RanDifferently(`it came to ${entry.kind}`, `to ${kind}`));
        return copy(entry.give() as T);
    }

    private record<T>(kind: string, make: () => T, copy: (value: T) => T): T {
        this.inside = true;
        try {
            const value = make();
            const kept = copy(value);
            this.entries.push({ kind, give: () => kept });
            return value;
        } catch (error) {
            this.entries.push({ kind, give: () => raise(error) });
            throw error;
        } finally {
            this.inside = false;
        }
    }
}

function raise(error: unknown): never {
    throw error;
}

/** May the transaction that runs now run again? */
export function isJournaled(): boolean {
    return hasContext() && Boolean(context().transaction.journal);
}

/**
 * Makes a value, or does something outside of the database, once for a transaction: when it runs again after a callout it
 * gets the value of its first run. `kind` is what a person would call it; `copy` is for values that Apex may change.
 */
export function once<T>(kind: string, make: () => T, copy: (value: T) => T = (value) => value): T {
    const journal = hasContext() ? context().transaction.journal : null;
    return journal ? journal.take(kind, make, copy) : make();
}
