import { setImmediate as nextTurn } from 'node:timers/promises';
import { deepCopy } from '../platform/async/deep-copy.ts';
import { executeJob, type JobOutcome } from '../platform/async/execute-job.ts';
import type { AsyncJob } from '../platform/async/job.ts';
import type { TypeRegistry } from '../platform/context.ts';
import { type FutureMethods, JobStore, type WaitingJob } from './job-store.ts';
import type { Schedules } from './schedules.ts';

/** Jobs that may wait for answers at the same time. */
const MOST_AT_ONCE = 50;

/** The longest that Node's timers wait; they look again after it. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Runs a job without holding up others. */
export type JobRunner = (job: AsyncJob) => Promise<JobOutcome>;

/** The asynchronous jobs of committed transactions. */
export class JobQueue {
    private readonly store: JobStore;
    private readonly schedules: Schedules;
    /** Milliseconds since 1970. */
    private readonly now: () => number;
    private waiting: WaitingJob[] = [];
    private readonly running = new Set<WaitingJob>();
    /** The same until what they enqueued has begun. */
    private readonly active = new Set<Promise<void>>();
    private timer: NodeJS.Timeout | null = null;
    private closed = false;
    /** Told of a job that failed. */
    onFailure: (job: AsyncJob, error: unknown) => void = () => undefined;

    constructor(store: JobStore, schedules: Schedules, now: () => number) {
        this.store = store;
        this.schedules = schedules;
        this.now = now;
    }

    /** Takes up what an earlier run left. */
    restore(types: TypeRegistry, futures: FutureMethods): void {
        this.waiting.push(...this.store.read(types, futures, (job, error) => this.onFailure(job, error)));
    }

    add(jobs: AsyncJob[]): void {
        for (const job of jobs) {
            const scheduled = job.kind === 'schedulable';
            const due = scheduled ? this.schedules.next(job, this.now()) : this.now() + job.delay;
            if (due !== null) this.waiting.push({ job, due, kept: this.store.keep(job) });
        }
        if (jobs.length) this.keep();
    }

    /** Is a job due now? */
    get isDue(): boolean {
        return this.waiting.some((candidate) => candidate.due <= this.now());
    }

    /** Runs everything that is due, and what that enqueues. `inOrg` opens a context. */
    drain(inOrg: (run: () => void) => void): void {
        for (let next = this.takeDue(); next; next = this.takeDue()) {
            const { job } = next;
            inOrg(() => this.execute({ ...job, target: deepCopy(job.target) }));
            this.end(next);
        }
    }

    private execute(job: AsyncJob): void {
        this.take(job, executeJob(job));
    }

    private take(job: AsyncJob, { enqueued, failure }: JobOutcome): void {
        this.add(enqueued);
        if (failure) this.onFailure(job, failure);
    }

    /** Starts everything that is due, and later what becomes due. Ends when no job runs any more, whoever started it. */
    async work(run: JobRunner): Promise<void> {
        await this.start(run);
        while (this.active.size) await Promise.all(this.active);
    }

    private async start(run: JobRunner): Promise<void> {
        while (!this.closed && this.running.size < MOST_AT_ONCE) {
            const next = this.takeDue();
            if (!next) break;
            const job = this.follow(next, run).finally(() => this.active.delete(job));
            this.active.add(job);
            await nextTurn();
        }
        this.wakeForNext(run);
    }

    private async follow(waiting: WaitingJob, run: JobRunner): Promise<void> {
        const outcome = await run(waiting.job);
        if (this.closed) return;
        this.take(waiting.job, outcome);
        this.end(waiting);
        await this.start(run);
    }

    private takeDue(): WaitingJob | null {
        const index = this.waiting.findIndex((candidate) => candidate.due <= this.now());
        if (index < 0) return null;
        const [next] = this.waiting.splice(index, 1);
        if (next.job.kind === 'schedulable' && !this.fire(next)) return this.takeDue();
        this.running.add(next);
        return next;
    }

    /** Puts a schedule back for its next time. Returns false when it was aborted. */
    private fire(waiting: WaitingJob): boolean {
        const due = this.schedules.next(waiting.job, this.now());
        const fires = this.schedules.fire(waiting.job, due);
        if (fires && due !== null) this.waiting.push({ ...waiting, due });
        this.keep();
        return fires;
    }

    private end(waiting: WaitingJob): void {
        this.running.delete(waiting);
        this.keep();
    }

    private keep(): void {
        if (this.closed) return;
        // A schedule that runs waits for its next time already.
        const running = [...this.running].filter(({ job }) => job.kind !== 'schedulable');
        this.store.write([...this.waiting, ...running]);
    }

    private wakeForNext(run: JobRunner): void {
        if (this.timer) clearTimeout(this.timer);
        this.timer = null;
        if (this.closed || !this.waiting.length || this.running.size >= MOST_AT_ONCE) return;
        const next = Math.min(...this.waiting.map((candidate) => candidate.due));
        const delay = Math.min(LONGEST_TIMER, Math.max(0, next - this.now()));
        this.timer = setTimeout(() => void this.work(run), delay);
        this.timer.unref();
    }

    /** Starts nothing more. What waits for an answer is taken up at the next start. */
    close(): void {
        this.closed = true;
        if (this.timer) clearTimeout(this.timer);
    }
}
