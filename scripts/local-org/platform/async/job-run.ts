import { context } from '../context.ts';
import type { Quiddity } from '../context.ts';
import type { AsyncJob } from './job.ts';

/** One run of a job: each piece of its work is a transaction of its own. */
export class JobRun {
    readonly job: AsyncJob;
    /** Jobs that this one enqueued and that were not undone. */
    readonly enqueued: AsyncJob[] = [];
    /** The finalizer that the job attached. */
    finalizer: unknown = null;

    constructor(job: AsyncJob) {
        this.job = job;
    }

    /**
     * Runs `work` in a transaction as the job's user, or another one. What it enqueued is lost when it throws, save events
     * published at once.
     */
    transact<T>(quiddity: Quiddity, work: () => T, method: string | null = null, userId = this.job.userId): T {
        const options = {
            userId,
            quiddity,
            asynchronous: quiddity !== 'SCHEDULED',
            entry: this.entry(quiddity, method)
        };
        return context().org.inTransaction(options, () => {
            const { transaction } = context();
            transaction.currentJob = this.job;
            let done = false;
            try {
                const result = work();
                done = true;
                return result;
            } finally {
                this.finalizer ??= transaction.finalizer;
                const enqueued = transaction.asyncQueue.splice(0);
                this.enqueued.push(...(done ? enqueued : enqueued.filter(({ immediate }) => immediate)));
            }
        });
    }

    /** What a person calls the work: `Class.method`, or the triggers of an event. A future job has the name of its method. */
    private entry(quiddity: Quiddity, method: string | null): string {
        const { kind, className } = this.job;
        if (kind === 'event') return `triggers of ${className}`;
        if (quiddity === 'TRANSACTION_FINALIZER_QUEUEABLE') return `finalizer of ${className}`;
        return method && className ? `${className}.${method}` : className || 'a scheduled batch';
    }
}
