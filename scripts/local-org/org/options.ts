import type { ExecutionContext, Quiddity } from '../platform/context.ts';

/** How an org is opened. */
export interface OpenOptions {
    projectDir: string;
    /** A SQLite file, or ':memory:'. */
    dataFile: string;
    /** Say nothing of jobs that fail. */
    quiet?: boolean;
    /** Count the statements that run. */
    coverage?: boolean;
    /** Errors of the Apex do not stop the org: they are in `program.compiled.errors`, and code with one stops when it runs. */
    tolerant?: boolean;
    /** Milliseconds since 1970; this machine's clock when nothing is said. */
    clock?: () => number;
    /** Keep syntax trees on disk, so that the next start is faster; the default. */
    cacheSyntax?: boolean;
}

/** How code is run. */
export interface RunOptions {
    quiddity?: Quiddity;
    /** What is called, as 'Class.method', for reports. */
    entry?: string;
    log?: ExecutionContext['log'];
    rest?: ExecutionContext['rest'];
}
