import { context } from '../context.ts';
import type { Quiddity } from '../context.ts';
import { QueryLocatorValue, scopeOf } from '../database/query-locator.ts';
import { invokeMethod } from '../invoke.ts';
import { iterate } from '../support/iterate.ts';
import { ApexException } from '../values/exception.ts';
import { deepCopy } from './deep-copy.ts';
import { recordProgress } from './job-rows.ts';
import type { AsyncJob } from './job.ts';
import { FinalizerContextValue, JobContextValue } from './job-contexts.ts';

/** Where a job's work runs: each call is a transaction of its own. */
interface JobRun {
    job: AsyncJob;
    /** Jobs that this one enqueued. */
    enqueued: AsyncJob[];
    /** The finalizer that the job attached. */
    finalizer: unknown;
}

/**
 * Runs one queued job in transactions of its own (`OrgServices.inTransaction`). Returns the jobs it enqueued in turn.
 * What the job throws is thrown on, after its finalizer ran.
 */
export function executeJob(job: AsyncJob): AsyncJob[] {
    const run: JobRun = { job, enqueued: [], finalizer: null };
    note(run, { Status: 'Processing' });
    const failure = attempt(() => EXECUTORS[job.kind](run));
    note(run, outcomeOf(failure));
    if (run.finalizer) transact(run, 'TRANSACTION_FINALIZER_QUEUEABLE', () => runFinalizer(run, failure));
    if (failure) throw failure;
    return run.enqueued;
}

const EXECUTORS: Record<AsyncJob['kind'], (run: JobRun) => void> = {
    queueable: (run) =>
        transact(run, 'QUEUEABLE', () => {
            context().transaction.currentJob = run.job;
            execute(run.job.target, [new JobContextValue('QueueableContext', run.job.id)]);
        }),
    future: (run) => transact(run, 'FUTURE', () => run.job.run!()),
    batch: executeBatch,
    schedulable: (run) =>
        transact(run, 'SCHEDULED', () =>
            execute(run.job.target, [new JobContextValue('SchedulableContext', run.job.id)])
        ),
    event: (run) => transact(run, 'PLATFORM_EVENT_PUBLISH_CALLBACK', () => run.job.run!()),
    finalizer: (run) => transact(run, 'TRANSACTION_FINALIZER_QUEUEABLE', () => run.job.run!())
};

/** Keeps AsyncApexJob up to date, in a transaction that what the job did cannot undo. */
function note(run: JobRun, values: Record<string, unknown>): void {
    if (run.job.kind === 'event' || run.job.kind === 'finalizer') return;
    const options = { userId: run.job.userId, quiddity: 'UNDEFINED', asynchronous: true } as const;
    context().org.inTransaction(options, () => recordProgress(run.job, values));
}

function outcomeOf(failure: unknown): Record<string, unknown> {
    if (!failure) return { Status: 'Completed' };
    const text = failure instanceof ApexException ? failure.getApexMessage() : String(failure);
    return { Status: 'Failed', NumberOfErrors: 1, ExtendedStatus: text.slice(0, 1000) };
}

function attempt(run: () => void): unknown {
    try {
        run();
        return null;
    } catch (error) {
        return error;
    }
}

function transact<T>(run: JobRun, quiddity: Quiddity, work: () => T): T {
    const options = { userId: run.job.userId, quiddity, asynchronous: quiddity !== 'SCHEDULED' };
    return context().org.inTransaction(options, () => {
        const { transaction } = context();
        transaction.currentJob = run.job;
        try {
            return work();
        } finally {
            run.finalizer = transaction.finalizer;
            run.enqueued.push(...transaction.asyncQueue.splice(0));
        }
    });
}

function execute(target: unknown, parameters: unknown[]): void {
    invokeMethod(target, 'execute', parameters);
}

function runFinalizer(run: JobRun, failure: unknown): void {
    const finalizer = run.finalizer;
    const exception = failure instanceof ApexException ? failure : null;
    execute(finalizer, [new FinalizerContextValue(run.job.id, exception)]);
    context().transaction.finalizer = null;
}

/** Start, the scopes one after the other, finish. A batch that is not Stateful begins each scope as it was built. */
function executeBatch(run: JobRun): void {
    const { job } = run;
    const jobContext = new JobContextValue('Database.BatchableContext', job.id);
    const stateful = context().org.types.isAssignable(job.className, 'Database.Stateful');
    const instance = (): unknown => (stateful ? job.target : deepCopy(job.target));
    const rows = transact(run, 'BATCH_APEX', () => startBatch(instance(), jobContext));
    const size = job.scopeSize ?? 200;
    const total = Math.ceil(rows.length / size);
    note(run, { TotalJobItems: total });
    const progress = { JobItemsProcessed: 0, NumberOfErrors: 0 };
    for (let start = 0; start < rows.length; start += size) {
        executeScope(run, () => execute(instance(), [jobContext, scopeOf(rows, start, size)]), progress);
    }
    note(run, { Status: 'Completed' });
    transact(run, 'BATCH_APEX', () => invokeMethod(instance(), 'finish', [jobContext]));
}

/** A scope that fails is rolled back and counted, and the batch goes on; in a test the failure ends it. */
function executeScope(
    run: JobRun,
    work: () => void,
    progress: { JobItemsProcessed: number; NumberOfErrors: number }
): void {
    const failure = attempt(() => transact(run, 'BATCH_APEX', work));
    progress.JobItemsProcessed++;
    if (failure) progress.NumberOfErrors++;
    note(run, {
        ...progress,
        ...(failure ? { ExtendedStatus: `First error: ${String(failure)}`.slice(0, 1000) } : {})
    });
    if (failure && (context().test || !(failure instanceof ApexException))) throw failure;
}

function startBatch(batch: unknown, jobContext: JobContextValue): unknown[] {
    const found = invokeMethod(batch, 'start', [jobContext]);
    return found instanceof QueryLocatorValue ? found.rows : iterate(found);
}
