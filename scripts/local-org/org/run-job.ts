import { deepCopy } from '../platform/async/deep-copy.ts';
import { executeJob, type JobOutcome } from '../platform/async/execute-job.ts';
import { JobRun } from '../platform/async/job-run.ts';
import type { AsyncJob } from '../platform/async/job.ts';
import type { WaitingCallouts } from './waiting-callouts.ts';

/** Runs a job and lets others run while one of its callouts waits. `inOrg` opens a context. */
export function runJob(job: AsyncJob, callouts: WaitingCallouts, inOrg: <T>(run: () => T) => T): Promise<JobOutcome> {
    const run = new JobRun({ ...job });
    let state = job.target;
    return callouts.run(
        () => {
            run.job.target = deepCopy(state);
            return inOrg(() => executeJob(run.job, run));
        },
        () => void (state = deepCopy(run.job.target))
    );
}
