import { context } from '../context.ts';
import type { LimitName } from '../limits/counters.ts';
import { nullArgument } from '../support/refuse-nulls.ts';
import { toId } from '../text/id-text.ts';
import { recordEnqueued } from './job-rows.ts';
import type { AsyncJob } from './job.ts';

let jobNumber = 0;

/** A new id with the key prefix of AsyncApexJob ('707') or CronTrigger ('08e'). */
export function newJobId(keyPrefix: string): string {
    jobNumber++;
    return toId(
        `${keyPrefix}LO0000${(Date.now() % 46_656).toString(36).padStart(3, '0').toUpperCase()}${String(jobNumber % 1000).padStart(3, '0')}`
    );
}

/** Puts a job in the queue of the running transaction. Returns its id. */
export function enqueue(job: Partial<AsyncJob> & Pick<AsyncJob, 'kind' | 'target'>, limit: LimitName | null): string {
    if (job.target === null && !job.run) throw nullArgument();
    const { transaction, user, org } = context();
    if (limit) transaction.limits.consume(limit);
    transaction.uncommittedWork = true;
    const whole: AsyncJob = {
        id: newJobId(job.kind === 'schedulable' ? '08e' : '707'),
        className: job.target === null ? '' : org.types.typeOf(job.target),
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

/** Puts a call of a future method in the queue; the emitter calls this instead of the method itself. */
export function enqueueFuture(className: string, run: () => void): void {
    enqueue({ kind: 'future', target: null, className, run }, 'FutureCalls');
}
