import { context } from '../context.ts';
import type { Quiddity } from '../context.ts';
import { invokeMethod } from '../invoke.ts';
import { ApexException } from '../values/exception.ts';
import { enqueueBatch } from './batch.ts';
import { executeBatch } from './execute-batch.ts';
import { deliverEvents } from './deliver-events.ts';
import { eventJob } from './publish-events.ts';
import { recordProgress } from './job-rows.ts';
import type { AsyncJob } from './job.ts';
import { JobRun } from './job-run.ts';
import { FinalizerContextValue, JobContextValue } from './job-contexts.ts';

/** How a job ended. */
export interface JobOutcome {
    /** Jobs that it and its finalizer enqueued, and that were not undone. */
    enqueued: AsyncJob[];
    /** What the job threw; null when it ended well. */
    failure: unknown;
}

/**
 * Runs one queued job in transactions of its own (`OrgServices.inTransaction`), then its finalizer. `run` gathers what they
 * leave behind; who runs a job again from its beginning passes the same one.
 */
export function executeJob(job: AsyncJob, run = new JobRun(job)): JobOutcome {
    note(run, { Status: 'Processing' });
    const failure = attempt(() => EXECUTORS[job.kind](run));
    note(run, outcomeOf(failure));
    const finalizerFailure = run.finalizer ? attempt(() => runFinalizer(run, failure)) : null;
    return { enqueued: run.enqueued, failure: failure ?? finalizerFailure };
}

const EXECUTORS: Record<AsyncJob['kind'], (run: JobRun) => void> = {
    finalizer: (run) => run.transact('TRANSACTION_FINALIZER_QUEUEABLE', () => run.job.run!()),
    queueable: (run) => executeOnce(run, 'QUEUEABLE', 'QueueableContext'),
    future: (run) => run.transact('FUTURE', () => run.job.run!()),
    batch: (run) => executeBatch(run, (values) => note(run, values)),
    schedulable: executeSchedule,
    event: executeDelivery
};

function executeOnce(run: JobRun, quiddity: Quiddity, contextType: string): void {
    const jobContext = new JobContextValue(contextType, run.job.id);
    run.transact(quiddity, () => invokeMethod(run.job.target, 'execute', [jobContext]), 'execute');
}

function executeSchedule(run: JobRun): void {
    const { target, startsBatch, scopeSize } = run.job;
    if (startsBatch) run.transact('SCHEDULED', () => enqueueBatch(target, scopeSize!));
    else executeOnce(run, 'SCHEDULED', 'SchedulableContext');
}

/**
 * What is to be tried again waits in the queue like every job. What a trigger throws reaches nobody who waits for it: in a
 * test it is logged.
 */
function executeDelivery(run: JobRun): void {
    const { again, failures } = deliverEvents(run.job.delivery!, (quiddity, work, userId) =>
        run.transact(quiddity, work, null, userId)
    );
    run.enqueued.push(...again.map((delivery) => ({ ...eventJob(delivery), userId: run.job.userId })));
    for (const failure of failures) {
        if (!context().test || !(failure instanceof ApexException)) throw failure;
        context().log('ERROR', failure.toString(), run.job.className);
    }
}

/** Keeps AsyncApexJob up to date, in a transaction that what the job did cannot undo. */
function note({ job }: JobRun, values: Record<string, unknown>): void {
    if (job.kind === 'event') return;
    const options = { userId: job.userId, quiddity: 'UNDEFINED', asynchronous: true } as const;
    context().org.inTransaction(options, () => recordProgress(job, values));
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

/** Not part of the chain of its job: what it enqueues begins a new one. */
function runFinalizer(run: JobRun, failure: unknown): void {
    const { job, finalizer } = run;
    const exception = failure instanceof ApexException ? failure : null;
    run.transact('TRANSACTION_FINALIZER_QUEUEABLE', () => {
        context().transaction.currentJob = { ...job, kind: 'finalizer', callouts: true };
        invokeMethod(finalizer, 'execute', [new FinalizerContextValue(job.id, exception)]);
    });
}
