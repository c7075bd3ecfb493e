import { DateTime } from 'luxon';
import { assertEqual, assertNotEqual, assertTrue } from '../assert/failures.ts';
import { nextFireTime } from '../async/cron.ts';
import { cronFields } from '../async/cron-fields.ts';
import { enqueue } from '../async/enqueue.ts';
import { enqueueQueueable } from '../async/enqueue-queueable.ts';
import { AsyncOptionsValue } from '../async/queueable.ts';
import { forgetSchedule, recordProgress } from '../async/job-rows.ts';
import { context } from '../context.ts';
import { definePlatformClass, definePlatformEnum, platformEnumValue } from '../define.ts';
import { apexHashCode } from '../object/object.ts';
import type { Implementation } from '../registry.ts';
import { nullArgument } from '../support/refuse-nulls.ts';
import { today } from '../time/date.ts';
import { currentPage } from '../visualforce/page-reference.ts';
import type { ApexDate } from '../values/date.ts';
import { requestVersion } from './version.ts';
import { ApexDatetime } from '../values/datetime.ts';
import { apexEquals } from '../values/equality.ts';
import { ApexException } from '../values/exception.ts';
import type { ApexEnumValue } from '../values/object.ts';
import { apexToString } from '../values/to-string.ts';

definePlatformEnum('LoggingLevel', ['NONE', 'INTERNAL', 'FINEST', 'FINER', 'FINE', 'DEBUG', 'INFO', 'WARN', 'ERROR']);
definePlatformEnum('ApplicationReadWriteMode', ['DEFAULT', 'READ_ONLY']);
definePlatformEnum('TriggerOperation', [
    'BEFORE_INSERT',
    'BEFORE_UPDATE',
    'BEFORE_DELETE',
    'AFTER_INSERT',
    'AFTER_UPDATE',
    'AFTER_DELETE',
    'AFTER_UNDELETE'
]);

definePlatformClass({
    name: 'System',
    statics: { ...loggingMethods(), ...clockMethods(), ...assertMethods(), ...asyncMethods(), ...otherMethods() }
});

function loggingMethods(): Record<string, Implementation> {
    return {
        'void debug(Object message)': (message: unknown) => log('DEBUG', message),
        'void debug(LoggingLevel logLevel, Object message)': (level: ApexEnumValue, message: unknown) =>
            log(level.name, message)
    };
}

function log(level: string, message: unknown): void {
    context().log(level, apexToString(message), '');
}

function clockMethods(): Record<string, Implementation> {
    return {
        'Long currentTimeMillis()': () => BigInt(context().org.now()),
        'Datetime now()': () => new ApexDatetime(context().org.now()),
        'Date today()': today
    };
}

function assertMethods(): Record<string, Implementation> {
    return {
        'void assert(Boolean condition)': assertTrue,
        'void assert(Boolean condition, Object message)': assertTrue,
        'void assertEquals(Object expected, Object actual)': assertEqual,
        'void assertEquals(Object expected, Object actual, Object message)': assertEqual,
        'void assertNotEquals(Object expected, Object actual)': assertNotEqual,
        'void assertNotEquals(Object expected, Object actual, Object message)': assertNotEqual
    };
}

function asyncMethods(): Record<string, Implementation> {
    return {
        'Id enqueueJob(Object queueableObj)': (target) => enqueueQueueable(target, new AsyncOptionsValue(), null),
        'Id enqueueJob(Object queueableObj, Integer delay)': (target, delay) =>
            enqueueQueueable(target, new AsyncOptionsValue(), delay),
        'Id enqueueJob(Object queueableObj, AsyncOptions asyncOptions)': (target, options) => {
            if (options === null) throw nullArgument();
            return enqueueQueueable(target, options, null);
        },
        'void attachFinalizer(Object finalizer)': attachFinalizer,
        'String schedule(String jobName, String cronExpression, Object schedulableClass)': schedule,
        'String scheduleBatch(Object batchable, String jobName, Integer minutesFromNow)': (target, name, minutes) =>
            scheduleBatch(target, name, minutes, 200),
        'String scheduleBatch(Object batchable, String jobName, Integer minutesFromNow, Integer scopeSize)':
            scheduleBatch,
        'void abortJob(String jobId)': abortJob,
        'Boolean isBatch()': () => context().request.quiddity === 'BATCH_APEX',
        'Boolean isFuture()': () => context().request.quiddity === 'FUTURE',
        'Boolean isQueueable()': () => context().request.quiddity === 'QUEUEABLE',
        'Boolean isScheduled()': () => context().request.quiddity === 'SCHEDULED'
    };
}

function attachFinalizer(finalizer: unknown): void {
    const { transaction } = context();
    if (transaction.currentJob?.kind !== 'queueable') {
        throw new ApexException('HandledException', 'System.attachFinalizer(Finalizer) is not allowed in this context');
    }
    if (transaction.finalizer)
        throw new ApexException('HandledException', 'A finalizer is already attached to this job');
    transaction.finalizer = finalizer;
}

function schedule(name: string, cronExpression: string, target: unknown): string {
    cronFields(cronExpression);
    checkScheduleName(name);
    const { org, user } = context();
    if (nextFireTime(cronExpression, org.now(), user.timeZone) === null)
        throw new ApexException(
            'AsyncException',
            `Based on configured schedule, the given trigger '${name}' will never fire.`
        );
    return enqueue({ kind: 'schedulable', target, cronExpression, cronName: name }, null);
}

/** A batch that starts later, once. Its id is that of its schedule. */
function scheduleBatch(target: unknown, name: string, minutes: number, scopeSize: number): string {
    checkScheduleName(name);
    const { org, user } = context();
    const start = DateTime.fromMillis(org.now() + minutes * 60_000, { zone: user.timeZone });
    const cronExpression = start.toFormat("s m H d M '?' yyyy");
    const schedule = { target, cronExpression, cronName: name, className: '', startsBatch: true, scopeSize };
    return enqueue({ kind: 'schedulable', ...schedule }, null);
}

function checkScheduleName(name: string): void {
    const { org, user } = context();
    const access = { userId: user.id, mode: 'system', sharing: false } as const;
    const soql = 'SELECT Id FROM CronTrigger WHERE CronJobDetail.Name = :name';
    if (!org.data.query(soql, () => name, access).length) return;
    const message = `The Apex job named "${name}" is already scheduled for execution.`;
    throw new ApexException('AsyncException', message);
}

function abortJob(id: string): void {
    const queue = context().transaction.asyncQueue;
    const position = queue.findIndex((job) => job.id === id);
    const [job] = position >= 0 ? queue.splice(position, 1) : [];
    if (job && job.kind !== 'schedulable') recordProgress(job, { Status: 'Aborted' });
    if (id.startsWith('08e')) forgetSchedule(id);
}

function otherMethods(): Record<string, Implementation> {
    return {
        'Boolean equals(Object left, Object right)': apexEquals,
        'Integer hashCode(Object value)': apexHashCode,
        'PageReference currentPageReference()': currentPage,
        'Version requestVersion()': requestVersion,
        'Integer purgeOldAsyncJobs(Date date)': purgeOldAsyncJobs,
        'Boolean isFunctionCallback()': () => false,
        'Boolean isRunningElasticCompute()': () => false,
        'ApplicationReadWriteMode getApplicationReadWriteMode()': () =>
            platformEnumValue('ApplicationReadWriteMode', 'DEFAULT')
    };
}

/** Removes the AsyncApexJob rows of jobs that ended before a day. Returns how many there were. */
function purgeOldAsyncJobs(date: ApexDate): number {
    const { org, user } = context();
    const access = { userId: user.id, mode: 'system', sharing: false } as const;
    const soql = `SELECT Id FROM AsyncApexJob WHERE CompletedDate < ${date.toIso()}T00:00:00Z`;
    const rows = org.data.query(soql, () => null, access);
    for (const row of rows) org.data.eraseSystemRow('AsyncApexJob', row.id!);
    return rows.length;
}
