import { newJobId } from '../../platform/async/enqueue.ts';
import { RestError, notFound } from '../http/rest-error.ts';
import type { UserOrg } from '../records/user-org.ts';
import type { CsvFormat } from './csv.ts';

const KEPT_JOBS = 100;

export type JobState = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted';

/** What all bulk jobs have. */
export interface BulkJob extends CsvFormat {
    id: string;
    object: string;
    operation: string;
    state: JobState;
    createdById: string;
    /** ISO. */
    createdDate: string;
    processed: number;
    failed: number;
    errorMessage: string | null;
    externalIdFieldName: string | null;
}

/** The latest bulk jobs, each for the user who made it. They last as long as the server. */
export class BulkJobs<T extends BulkJob> {
    private readonly jobs = new Map<string, T>();

    add(job: T): T {
        this.jobs.set(job.id, job);
        const [oldest] = this.jobs.keys();
        if (this.jobs.size > KEPT_JOBS) this.jobs.delete(oldest);
        return job;
    }

    /** @throws RestError NOT_FOUND when the user has no such job */
    get(userOrg: UserOrg, id: unknown): T {
        const job = this.jobs.get(String(id));
        if (!job || job.createdById !== userOrg.user.id) throw notFound('The requested resource does not exist');
        return job;
    }

    all(userOrg: UserOrg): T[] {
        return [...this.jobs.values()].filter((job) => job.createdById === userOrg.user.id);
    }

    delete(job: T): void {
        this.jobs.delete(job.id);
    }
}

/** A new job with what a client said about it. */
export function newBulkJob(userOrg: UserOrg, body: Record<string, unknown>): BulkJob {
    const text = (name: string, fallback: string): string => String(body[name] ?? fallback);
    if (text('contentType', 'CSV') !== 'CSV')
        throw new RestError(400, 'INVALIDJOB', 'The content type of a job is CSV.');
    return {
        id: newJobId('750'),
        object: text('object', ''),
        operation: text('operation', ''),
        state: 'Open',
        createdById: userOrg.user.id,
        createdDate: new Date().toISOString(),
        processed: 0,
        failed: 0,
        errorMessage: null,
        externalIdFieldName: body.externalIdFieldName ? String(body.externalIdFieldName) : null,
        columnDelimiter: text('columnDelimiter', 'COMMA'),
        lineEnding: text('lineEnding', 'LF')
    };
}

/** A job as the API writes it; `kind` is `ingest` or `query`. */
export function writeBulkJob(job: BulkJob, kind: 'ingest' | 'query', basePath: string): object {
    const { id, operation, object, createdById, createdDate, state, columnDelimiter, lineEnding, errorMessage } = job;
    const about = { id, operation, object, createdById, createdDate, systemModstamp: createdDate, state };
    const format = { concurrencyMode: 'Parallel', contentType: 'CSV', apiVersion: 67, lineEnding, columnDelimiter };
    const counts = { numberRecordsProcessed: job.processed, retries: 0, totalProcessingTime: 0 };
    const ingest = {
        jobType: 'V2Ingest',
        contentUrl: `${basePath.slice(1)}/jobs/ingest/${id}/batches`,
        numberRecordsFailed: job.failed,
        apiActiveProcessingTime: 0,
        apexProcessingTime: 0,
        ...(job.externalIdFieldName ? { externalIdFieldName: job.externalIdFieldName } : {})
    };
    const special = kind === 'ingest' ? ingest : { jobType: 'V2Query' };
    return { ...about, ...format, ...counts, ...special, ...(errorMessage ? { errorMessage } : {}) };
}
