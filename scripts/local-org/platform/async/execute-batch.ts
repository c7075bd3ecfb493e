import { context } from '../context.ts';
import { QueryLocatorValue, scopeOf } from '../database/query-locator.ts';
import { invokeMethod } from '../invoke.ts';
import { iterate } from '../support/iterate.ts';
import { ApexException } from '../values/exception.ts';
import { raisingErrors } from './batch-errors.ts';
import { deepCopy } from './deep-copy.ts';
import { JobContextValue } from './job-contexts.ts';
import type { JobRun } from './job-run.ts';

type Note = (values: Record<string, unknown>) => void;

/** Start, the scopes one after the other, finish. A batch that is not Stateful begins each scope as it was built. */
export function executeBatch(run: JobRun, note: Note): void {
    const { job } = run;
    const jobContext = new JobContextValue('Database.BatchableContext', job.id);
    const stateful = context().org.types.isAssignable(job.className, 'Database.Stateful');
    const instance = (): unknown => (stateful ? job.target : deepCopy(job.target));
    const rows = raisingErrors(run, 'START', [], () =>
        run.transact('BATCH_APEX', () => startBatch(instance(), jobContext), 'start')
    );
    const size = job.scopeSize ?? 200;
    const total = Math.ceil(rows.length / size);
    note({ TotalJobItems: total });
    const progress = { JobItemsProcessed: 0, NumberOfErrors: 0 };
    for (let start = 0; start < rows.length; start += size) {
        const scope = scopeOf(rows, start, size);
        const work = (): unknown => invokeMethod(instance(), 'execute', [jobContext, scope]);
        executeScope(run, scope.items, work, progress, note);
    }
    note({ Status: 'Completed' });
    const finish = (): unknown => invokeMethod(instance(), 'finish', [jobContext]);
    raisingErrors(run, 'FINISH', [], () => run.transact('BATCH_APEX', finish, 'finish'));
}

/** A scope that fails is rolled back and counted, and the batch goes on; in a test the failure ends it. */
function executeScope(
    run: JobRun,
    scope: unknown[],
    work: () => unknown,
    progress: { JobItemsProcessed: number; NumberOfErrors: number },
    note: Note
): void {
    const failure = failureOf(() =>
        raisingErrors(run, 'EXECUTE', scope, () => run.transact('BATCH_APEX', work, 'execute'))
    );
    progress.JobItemsProcessed++;
    if (failure) progress.NumberOfErrors++;
    note({ ...progress, ...(failure ? { ExtendedStatus: `First error: ${String(failure)}`.slice(0, 1000) } : {}) });
    if (failure && (context().test || !(failure instanceof ApexException))) throw failure;
}

function failureOf(work: () => unknown): unknown {
    try {
        work();
        return null;
    } catch (error) {
        return error;
    }
}

function startBatch(batch: unknown, jobContext: JobContextValue): unknown[] {
    const found = invokeMethod(batch, 'start', [jobContext]);
    return found instanceof QueryLocatorValue ? found.rows : iterate(found);
}
