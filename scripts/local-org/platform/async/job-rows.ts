import { context } from '../context.ts';
import { ApexDatetime } from '../values/datetime.ts';
import { SObjectValue } from '../values/sobject.ts';
import { nextFireTime } from './cron.ts';
import { newJobId } from './enqueue.ts';
import type { AsyncJob } from './job.ts';

const JOB_TYPES: Partial<Record<AsyncJob['kind'], string>> = {
    queueable: 'Queueable',
    future: 'Future',
    batch: 'BatchApex',
    schedulable: 'ScheduledApex'
};

function write(objectName: string, id: string, values: Record<string, unknown>): void {
    const record = new SObjectValue(objectName);
    record.id = id;
    for (const [name, value] of Object.entries(values)) record.fields.set(name, value);
    context().org.data.putSystemRow(record);
}

/** The Id of the ApexClass row of a class, or of the class around it. */
function classId(className: string): string | null {
    const { org, user } = context();
    const name = className.split('.')[0];
    const access = { userId: user.id, mode: 'system', sharing: false } as const;
    return org.data.query('SELECT Id FROM ApexClass WHERE Name = :name', () => name, access)[0]?.id ?? null;
}

/** Writes the rows of a job that was enqueued: AsyncApexJob, and CronTrigger of a scheduled one. */
export function recordEnqueued(job: AsyncJob): void {
    const jobType = JOB_TYPES[job.kind];
    if (!jobType) return;
    const scheduled = job.kind === 'schedulable';
    if (scheduled) recordSchedule(job);
    const method = job.kind === 'future' ? job.className.split('.').pop() : null;
    write('AsyncApexJob', scheduled ? newJobId('707') : job.id, {
        JobType: jobType,
        Status: job.delay > 0 ? 'Holding' : 'Queued',
        ApexClassId: classId(job.className),
        MethodName: method,
        CronTriggerId: scheduled ? job.id : null,
        CreatedById: job.userId,
        JobItemsProcessed: 0,
        TotalJobItems: 0,
        NumberOfErrors: 0
    });
}

function recordSchedule(job: AsyncJob): void {
    const detail = newJobId('08a');
    const { org, user } = context();
    write('CronJobDetail', detail, { Name: job.cronName ?? '', JobType: '7' });
    const next = nextFireTime(job.cronExpression ?? '', org.now(), user.timeZone);
    write('CronTrigger', job.id, {
        CronJobDetailId: detail,
        CronExpression: job.cronExpression,
        State: 'WAITING',
        TimesTriggered: 0,
        StartTime: new ApexDatetime(org.now()),
        NextFireTime: next === null ? null : new ApexDatetime(next),
        TimeZoneSidKey: user.timeZone,
        OwnerId: job.userId,
        CreatedById: job.userId
    });
}

/** Keeps up to date what AsyncApexJob says of a job. */
export function recordProgress(job: AsyncJob, values: Record<string, unknown>): void {
    if (job.kind === 'schedulable' || !JOB_TYPES[job.kind]) return;
    const ended = ['Completed', 'Failed', 'Aborted'].includes(String(values.Status));
    const all = ended ? { ...values, CompletedDate: new ApexDatetime(context().org.now()) } : values;
    write('AsyncApexJob', job.id, all);
}

/** Is the schedule still there? System.abortJob takes its row away. */
export function isScheduled({ id }: AsyncJob): boolean {
    const access = { userId: context().user.id, mode: 'system', sharing: false } as const;
    return context().org.data.countQuery('SELECT COUNT() FROM CronTrigger WHERE Id = :id', () => id, access) > 0;
}

/**
 * Notes that a schedule fires now, and when again: milliseconds since 1970, null when never.
 * Source: Object Reference, CronTrigger.
 */
export function recordFired({ id }: AsyncJob, next: number | null): void {
    const { org, user } = context();
    const access = { userId: user.id, mode: 'system', sharing: false } as const;
    const [row] = org.data.query('SELECT TimesTriggered FROM CronTrigger WHERE Id = :id', () => id, access);
    write('CronTrigger', id, {
        TimesTriggered: Number(row?.fields.get('TimesTriggered') ?? 0) + 1,
        PreviousFireTime: new ApexDatetime(org.now()),
        NextFireTime: next === null ? null : new ApexDatetime(next),
        State: next === null ? 'COMPLETE' : 'WAITING'
    });
}

/** Takes away the rows of a schedule that was aborted. */
export function forgetSchedule(id: string): void {
    context().org.data.eraseSystemRow('CronTrigger', id);
}
