import { context } from '../context.ts';
import { once } from '../journal.ts';
import type { LimitName } from '../limits/counters.ts';
import { nullArgument } from '../support/refuse-nulls.ts';
import { toId } from '../text/id-text.ts';
import { ApexException } from '../values/exception.ts';
import { recordEnqueued } from './job-rows.ts';
import type { AsyncJob } from './job.ts';

let jobNumber = 0;

/** A new id with the key prefix of AsyncApexJob ('707') or CronTrigger ('08e'). */
export function newJobId(keyPrefix: string): string {
    return once('a job id', () => makeJobId(keyPrefix));
}

function makeJobId(keyPrefix: string): string {
    jobNumber++;
    return toId(
        `${keyPrefix}LO0000${(Date.now() % 46_656).toString(36).padStart(3, '0').toUpperCase()}${String(jobNumber % 1000).padStart(3, '0')}`
    );
}

/** Puts a job in the queue of the running transaction. Returns its id. */
export function enqueue(job: Partial<AsyncJob> & Pick<AsyncJob, 'kind' | 'target'>, limit: LimitName | null): string {
    if (job.target === null && !job.run && !job.delivery) throw nullArgument();
    const { transaction, user, org } = context();
    if (limit) transaction.limits.consume(limit);
    transaction.uncommittedWork = true;
    const className = job.target === null ? '' : org.types.typeOf(job.target);
    const whole: AsyncJob = {
        id: newJobId(job.kind === 'schedulable' ? '08e' : '707'),
        className,
        callouts: org.types.isAssignable(className, 'Database.AllowsCallouts'),
        userId: user.id,
        delay: 0,
        depth: 1,
        maximumDepth: null,
        ...job
    };
    transaction.asyncQueue.push(whole);
    recordEnqueued(whole);
    return whole.id;
}

/**
 * Puts a call of a future method in the queue; the emitter calls this instead of the method itself. `callout` says
 * whether the method may make callouts. `call` says
 * which method with what, so that the call can be kept in a file. Throws AsyncException when a future method or a batch calls it.
 */
export function enqueueFuture(className: string, run: () => void, callout = true, call?: AsyncJob['call']): void {
    const { currentJob } = context().transaction;
    if (currentJob?.kind === 'future' || currentJob?.kind === 'batch')
        throw new ApexException(
            'AsyncException',
            `Future method cannot be called from a future or batch method: ${className}()`
        );
    enqueue({ kind: 'future', target: null, className, run, call, callouts: callout }, 'FutureCalls');
}
