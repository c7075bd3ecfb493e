import { Router, text, type Request, type Response } from 'express';
import { RestError } from '../http/rest-error.ts';
import { userOrgOf } from '../http/session.ts';
import { asJsonRecord } from '../records/read-record.ts';
import { readCsv, writeCsv, type CsvTable } from './csv.ts';
import { checkIngest, failedRows, ingest, successfulRows, type IngestJob } from './ingest.ts';
import { BulkJobs, newBulkJob, writeBulkJob } from './jobs.ts';

const LARGEST_UPLOAD = '150mb';

/** `/jobs/ingest`: Bulk API 2.0, taking in. */
export function ingestRouter(): Router {
    const jobs = new BulkJobs<IngestJob>();
    const router = Router();
    const job = (request: Request, response: Response): IngestJob => jobs.get(userOrgOf(response), request.params.id);
    const sendCsv = (request: Request, response: Response, table: (of: IngestJob) => CsvTable): void => {
        const found = job(request, response);
        response.type('text/csv').send(writeCsv(table(found), found));
    };
    router.post('/jobs/ingest', (request, response) => {
        const created = open(jobs, request, response);
        response.json(writeBulkJob(created, 'ingest', request.baseUrl));
    });
    router.get('/jobs/ingest', (request, response) => {
        const records = jobs.all(userOrgOf(response)).map((one) => writeBulkJob(one, 'ingest', request.baseUrl));
        response.json({ done: true, records, nextRecordsUrl: null });
    });
    router.put('/jobs/ingest/:id/batches', text({ type: () => true, limit: LARGEST_UPLOAD }), (request, response) => {
        upload(job(request, response), request.body as unknown);
        response.status(201).end();
    });
    router.patch('/jobs/ingest/:id', (request, response) => {
        const found = job(request, response);
        changeState(found, asJsonRecord(request.body).state, response);
        response.json(writeBulkJob(found, 'ingest', request.baseUrl));
    });
    router.get('/jobs/ingest/:id', (request, response) => {
        response.json(writeBulkJob(job(request, response), 'ingest', request.baseUrl));
    });
    router.delete('/jobs/ingest/:id', (request, response) => {
        jobs.delete(job(request, response));
        response.status(204).end();
    });
    router.get('/jobs/ingest/:id/successfulResults', (request, response) => sendCsv(request, response, successfulRows));
    router.get('/jobs/ingest/:id/failedResults', (request, response) => sendCsv(request, response, failedRows));
    router.get('/jobs/ingest/:id/unprocessedrecords', (request, response) =>
        sendCsv(request, response, ({ columns }) => ({ columns, rows: [] }))
    );
    return router;
}

function open(jobs: BulkJobs<IngestJob>, request: Request, response: Response): IngestJob {
    const userOrg = userOrgOf(response);
    const job = { ...newBulkJob(userOrg, asJsonRecord(request.body)), content: '', outcomes: [], columns: [] };
    checkIngest(job);
    return jobs.add({ ...job, object: userOrg.object(job.object).name });
}

function upload(job: IngestJob, content: unknown): void {
    if (job.state !== 'Open')
        throw new RestError(400, 'INVALIDJOBSTATE', `The job is ${job.state} and takes no more data.`);
    job.content = typeof content === 'string' ? content : '';
}

/** A job whose data is there begins at once; the client asks for its state. */
function changeState(job: IngestJob, state: unknown, response: Response): void {
    if (state !== 'UploadComplete' && state !== 'Aborted')
        throw new RestError(400, 'INVALIDJOBSTATE', `No state to set: ${String(state)}`);
    if (job.state !== 'Open') throw new RestError(400, 'INVALIDJOBSTATE', `The job is ${job.state} already.`);
    job.state = state;
    if (state === 'UploadComplete') void start(job, response);
}

async function start(job: IngestJob, response: Response): Promise<void> {
    const userOrg = userOrgOf(response);
    try {
        await ingest(userOrg, job, readCsv(job.content, job));
    } catch (error) {
        Object.assign(job, { state: 'Failed', errorMessage: (error as Error).message });
    }
    job.content = '';
    await userOrg.org.runJobs();
}
