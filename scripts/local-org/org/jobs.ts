import { executeJob } from '../platform/async/execute-job.ts';
import type { AsyncJob } from '../platform/async/job.ts';

interface WaitingJob {
    job: AsyncJob;
    /** Milliseconds since 1970. */
    due: number;
}

/** The asynchronous jobs of committed transactions. */
export class JobQueue {
    private waiting: WaitingJob[] = [];
    /** Scheduled jobs, which the local org keeps and does not start by itself. */
    readonly scheduled: AsyncJob[] = [];
    private timer: NodeJS.Timeout | null = null;
    /** Told of a job that failed. */
    onFailure: (job: AsyncJob, error: unknown) => void = () => undefined;

    add(jobs: AsyncJob[]): void {
        for (const job of jobs) {
            if (job.kind === 'schedulable') this.scheduled.push(job);
            else this.waiting.push({ job, due: Date.now() + job.delay });
        }
    }

    /** Is a job due now? */
    get isDue(): boolean {
        return this.waiting.some((candidate) => candidate.due <= Date.now());
    }

    /** Runs everything that is due, and what that enqueues; sets a timer for the rest. `inOrg` opens a context. */
    drain(inOrg: (run: () => void) => void): void {
        for (let next = this.takeDue(); next; next = this.takeDue()) {
            const job = next;
            inOrg(() => this.execute(job));
        }
        this.scheduleNext(inOrg);
    }

    private execute(job: AsyncJob): void {
        try {
            this.add(executeJob(job));
        } catch (error) {
            this.onFailure(job, error);
        }
    }

    private takeDue(): AsyncJob | null {
        const index = this.waiting.findIndex((candidate) => candidate.due <= Date.now());
        return index < 0 ? null : this.waiting.splice(index, 1)[0].job;
    }

    private scheduleNext(inOrg: (run: () => void) => void): void {
        if (this.timer) clearTimeout(this.timer);
        this.timer = null;
        if (!this.waiting.length) return;
        const next = Math.min(...this.waiting.map((candidate) => candidate.due));
        this.timer = setTimeout(() => this.drain(inOrg), Math.max(0, next - Date.now()));
        this.timer.unref();
    }

    /** Stops the timer. */
    close(): void {
        if (this.timer) clearTimeout(this.timer);
    }
}
