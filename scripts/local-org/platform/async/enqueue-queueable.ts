import { context } from '../context.ts';
import { ApexException } from '../values/exception.ts';
import { enqueue } from './enqueue.ts';
import type { AsyncJob } from './job.ts';
import type { AsyncOptionsValue, DuplicateSignatureValue } from './queueable.ts';

const LONGEST_DELAY_IN_MINUTES = 10;
/** Where the jobs with a signature are remembered, as long as the org runs. */
const SIGNED_JOBS = 'queueable jobs with a signature';

/**
 * System.enqueueJob. Returns the job's id. Throws AsyncException past the depth and on a delay that is not possible,
 * DuplicateMessageException when a job with the same signature waits: a running job has none any more.
 * Source: Apex Developer Guide, Detecting Duplicate Queueable Jobs.
 */
export function enqueueQueueable(target: unknown, options: AsyncOptionsValue, delayInMinutes: number | null): string {
    const { depth, maximumDepth } = depthOf(options);
    const minutes = delayInMinutes ?? options.delayInMinutes ?? 0;
    if (minutes < 0 || minutes > LONGEST_DELAY_IN_MINUTES) throw refused('Delay must be between 0 and 10 minutes');
    const signature = signatureOf(options.signature);
    const id = enqueue(
        { kind: 'queueable', target, depth, maximumDepth, delay: minutes * 60_000, signature },
        'QueueableJobs'
    );
    if (signature) remember(id);
    return id;
}

/** A chained job is one deeper than the job that enqueues it; a finalizer begins a new chain. */
function depthOf(options: AsyncOptionsValue): { depth: number; maximumDepth: number | null } {
    const { currentJob } = context().transaction;
    const parent = currentJob?.kind === 'queueable' ? currentJob : null;
    const maximumDepth = options.maximumDepth ?? parent?.maximumDepth ?? null;
    if (maximumDepth !== null && maximumDepth < 1)
        throw refused('Maximum queueable stack depth must be a positive number');
    const depth = (parent?.depth ?? 0) + 1;
    const chainedInTest = parent !== null && context().test !== null && maximumDepth === null;
    if (chainedInTest || (maximumDepth !== null && depth > maximumDepth))
        throw refused('Maximum stack depth has been reached.');
    return { depth, maximumDepth };
}

function refused(message: string): ApexException {
    return new ApexException('AsyncException', message);
}

function signatureOf(value: DuplicateSignatureValue | null): string | undefined {
    if (!value) return undefined;
    const signature = value.parts.join('|');
    if (signedJobs().some((job) => job.signature === signature && isWaiting(job.id)))
        throw new ApexException(
            'DuplicateMessageException',
            'Attempt to enqueue job with duplicate queueable signature'
        );
    return signature;
}

function signedJobs(): AsyncJob[] {
    const { transaction, org } = context();
    const remembered = (org.storage.get(SIGNED_JOBS) as AsyncJob[] | undefined) ?? [];
    return [...remembered, ...transaction.asyncQueue.filter((job) => job.signature)];
}

/** Jobs that began, or whose transaction was undone, are forgotten on the way. */
function remember(id: string): void {
    const jobs = signedJobs().filter((job) => job.id === id || isWaiting(job.id));
    context().org.storage.set(SIGNED_JOBS, [...new Set(jobs)]);
}

/** Waits, as its AsyncApexJob says; a job whose transaction was undone has none. */
function isWaiting(id: string): boolean {
    const { org, user, transaction } = context();
    if (transaction.asyncQueue.some((job) => job.id === id)) return true;
    const access = { userId: user.id, mode: 'system', sharing: false } as const;
    const [row] = org.data.query('SELECT Status FROM AsyncApexJob WHERE Id = :id', () => id, access);
    return ['Holding', 'Queued'].includes(String(row?.fields.get('Status')));
}
