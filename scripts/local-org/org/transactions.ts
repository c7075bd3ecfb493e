import type { DataEngine } from '../data/types.ts';
import {
    context,
    type ExecutionContext,
    hasContext,
    type OrgServices,
    type OrgUser,
    type Quiddity,
    runInContext
} from '../platform/context.ts';
import type { AsyncJob } from '../platform/async/job.ts';
import { type LimitUse, limitUse } from '../testing/limits.ts';
import type { ApexProgram } from '../apex/runtime/program.ts';
import { once } from '../platform/journal.ts';
import { AnswerAwaited, type WaitingCallouts } from './waiting-callouts.ts';
import { createContext, type TransactionOptions } from './context-factory.ts';

/** What a finished transaction was and what it used. */
export interface FinishedTransaction {
    user: OrgUser;
    quiddity: Quiddity;
    /** What was called, as 'Class.method'; null when no Apex was: a query or a save through the API. */
    entry: string | null;
    committed: boolean;
    limits: LimitUse;
}

type End = Pick<FinishedTransaction, 'entry' | 'committed'>;

/** Runs Apex in transactions: commits at the end, rolls back when something is thrown. */
export class Transactions {
    private readonly data: DataEngine;
    private readonly program: () => ApexProgram;
    /** Called with the jobs of a transaction after its commit. */
    private readonly committed: (jobs: AsyncJob[]) => void;
    private readonly callouts: WaitingCallouts;
    /** Told of each transaction that ended, so that its use of limits can be shown. */
    onFinished: ((transaction: FinishedTransaction) => void) | null = null;

    constructor(
        data: DataEngine,
        callouts: WaitingCallouts,
        program: () => ApexProgram,
        committed: (jobs: AsyncJob[]) => void
    ) {
        this.data = data;
        this.callouts = callouts;
        this.program = program;
        this.committed = committed;
    }

    /** One transaction of its own. Inside of a test it is part of the test's. */
    run<T>(org: OrgServices, options: TransactionOptions, work: () => T): T {
        const outer = hasContext() ? context() : null;
        const test = options.test ?? outer?.test ?? null;
        const created = createContext(org, { ...options, test, log: options.log ?? outer?.log });
        return test
            ? this.runInTest(created, work)
            : this.callouts.transaction((finished) =>
                  this.runAlone(created, options.entry ?? null, () => finished(work))
              );
    }

    private runAlone<T>(created: ExecutionContext, entry: string | null, work: () => T): T {
        const { statics } = this.program();
        const suspended = statics.suspend();
        const tell = this.enterJournal(created);
        let committed = false;
        this.data.begin();
        try {
            const result = runInContext(created, () => runWithRequestId(created, work));
            this.data.commit();
            committed = true;
            this.committed(created.transaction.asyncQueue);
            return result;
        } catch (error) {
            this.data.rollbackAll();
            this.committed(created.transaction.asyncQueue.filter(({ immediate }) => immediate));
            throw error;
        } finally {
            statics.restore(suspended);
            tell({ entry, committed });
        }
    }

    /** Lets a transaction that may run again write its journal. The result is called at its end: it tells of it, once. */
    private enterJournal(created: ExecutionContext): (end: End) => void {
        const { journal } = this.callouts;
        const { log, transaction } = created;
        transaction.journal = journal;
        const lines: Parameters<typeof log>[] = [];
        if (journal) created.log = (...line) => void lines.push(line);
        return (end) => {
            if (journal?.ended instanceof AnswerAwaited) return;
            lines.forEach((line) => log(...line));
            // The org's own bookkeeping is nobody's request.
            if (end.entry !== null || created.request.quiddity !== 'UNDEFINED')
                this.onFinished?.(describe(created, end));
        };
    }

    /** What fails is undone, the rest of the test's data stays. Static variables are those of the test. */
    private runInTest<T>(created: ExecutionContext, work: () => T): T {
        const savepoint = this.data.savepoint();
        try {
            const result = runInContext(created, work);
            this.data.releaseSavepoint(savepoint);
            return result;
        } catch (error) {
            this.data.rollbackTo(savepoint);
            throw error;
        }
    }
}

/** A request keeps its id when it runs again. */
function runWithRequestId<T>({ request }: ExecutionContext, work: () => T): T {
    request.requestId = once('the id of the request', () => request.requestId);
    return work();
}

function describe({ user, request, transaction }: ExecutionContext, end: End): FinishedTransaction {
    return { user, quiddity: request.quiddity, ...end, limits: limitUse(transaction.limits) };
}
