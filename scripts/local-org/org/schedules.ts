import { nextFireTime } from '../platform/async/cron.ts';
import { isScheduled, recordFired } from '../platform/async/job-rows.ts';
import type { AsyncJob } from '../platform/async/job.ts';
import { context, type OrgUser } from '../platform/context.ts';

/** Opens a context of the org for what is no transaction of its own. */
export type InOrg = <T>(run: () => T) => T;

/** When the jobs of System.schedule fire. */
export class Schedules {
    private readonly user: (id: string) => OrgUser | undefined;
    private readonly inOrg: InOrg;

    constructor(user: (id: string) => OrgUser | undefined, inOrg: InOrg) {
        this.user = user;
        this.inOrg = inOrg;
    }

    /** The first moment after `now` at which a job fires, both in milliseconds since 1970; null when it never does. */
    next({ userId, cronExpression }: AsyncJob, now: number): number | null {
        const user = this.user(userId);
        return user && cronExpression ? nextFireTime(cronExpression, now, user.timeZone) : null;
    }

    /** Notes that a job fires and when again. Returns false when it was aborted. */
    fire(job: AsyncJob, next: number | null): boolean {
        const options = { userId: job.userId, quiddity: 'UNDEFINED', asynchronous: true } as const;
        return this.inOrg(() =>
            context().org.inTransaction(options, () => {
                if (!isScheduled(job)) return false;
                recordFired(job, next);
                return true;
            })
        );
    }
}
