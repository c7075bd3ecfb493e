import { context } from '../context.ts';
import { ApexException, qualifiedExceptionName } from '../values/exception.ts';
import { SObjectValue } from '../values/sobject.ts';
import { apexToString } from '../values/to-string.ts';
import type { JobRun } from './job-run.ts';
import { deliveredEvent, eventJob, newDelivery } from './publish-events.ts';

/** Source of the object and its lengths: Platform Events Developer Guide, BatchApexErrorEvent. */
const EVENT = 'BatchApexErrorEvent';
const LONGEST_SCOPE = 40_000;
const LONGEST_TEXT = 5000;

/** The part of a batch that failed. */
export type BatchPhase = 'START' | 'EXECUTE' | 'FINISH';

/** Does a part of a batch. When it fails and the class is RaisesPlatformEvents, an event says so. */
export function raisingErrors<T>(run: JobRun, phase: BatchPhase, scope: unknown[], work: () => T): T {
    try {
        return work();
    } catch (error) {
        if (error instanceof ApexException && raisesEvents(run)) publishError(run, phase, scope, error);
        throw error;
    }
}

/** Was the job enqueued by a batch that failed? A test delivers it itself, after stopTest. */
export function isBatchError({ delivery }: { delivery?: { objectName: string } }): boolean {
    return delivery?.objectName === EVENT;
}

function raisesEvents({ job }: JobRun): boolean {
    return context().org.types.isAssignable(job.className, 'Database.RaisesPlatformEvents');
}

function publishError(run: JobRun, phase: BatchPhase, scope: unknown[], error: ApexException): void {
    const jobScope = scope.map(nameOf).join(',');
    const event = new SObjectValue(EVENT);
    const values = {
        AsyncApexJobId: run.job.id,
        DoesExceedJobScopeMaxLength: jobScope.length > LONGEST_SCOPE,
        ExceptionType: qualifiedExceptionName(error.typeName),
        JobScope: jobScope.slice(0, LONGEST_SCOPE),
        Message: error.getApexMessage().slice(0, LONGEST_TEXT),
        Phase: phase,
        RequestId: context().request.requestId,
        StackTrace: error.apexStackTrace.slice(0, LONGEST_TEXT)
    };
    for (const [name, value] of Object.entries(values)) event.fields.set(name, value);
    const job = eventJob(newDelivery(EVENT, [deliveredEvent(event)]));
    run.enqueued.push({ ...job, userId: run.job.userId });
}

/** Records are named by their Ids, everything else as its text. */
function nameOf(item: unknown): string {
    return item instanceof SObjectValue ? (item.id ?? '') : apexToString(item);
}
