import { Router, type Request, type Response } from 'express';
import type { SObjectValue } from '../../platform/values/index.ts';
import { RestError, malformed } from '../http/rest-error.ts';
import { userOrgOf } from '../http/session.ts';
import { asJsonRecord } from '../records/read-record.ts';
import { columnMetadata, type ColumnMetadata } from '../rest/column-metadata.ts';
import { allRows } from '../rest/query.ts';
import { csvValue, writeCsv } from './csv.ts';
import { BulkJobs, newBulkJob, writeBulkJob, type BulkJob } from './jobs.ts';

const MOST_ROWS = 50_000;

interface QueryJob extends BulkJob {
    columns: string[];
    rows: SObjectValue[];
}

/** `/jobs/query`: Bulk API 2.0, giving out. The query runs when the job is made. */
export function bulkQueryRouter(): Router {
    const jobs = new BulkJobs<QueryJob>();
    const router = Router();
    const job = (request: Request, response: Response): QueryJob => jobs.get(userOrgOf(response), request.params.id);
    router.post('/jobs/query', (request, response) => {
        const created = jobs.add(runQuery(request, response));
        response.json(writeBulkJob(created, 'query', request.baseUrl));
    });
    router.get('/jobs/query', (request, response) => {
        const records = jobs.all(userOrgOf(response)).map((one) => writeBulkJob(one, 'query', request.baseUrl));
        response.json({ done: true, records, nextRecordsUrl: null });
    });
    router.get('/jobs/query/:id', (request, response) => {
        response.json(writeBulkJob(job(request, response), 'query', request.baseUrl));
    });
    router.delete('/jobs/query/:id', (request, response) => {
        jobs.delete(job(request, response));
        response.status(204).end();
    });
    router.get('/jobs/query/:id/results', (request, response) => sendRows(job(request, response), request, response));
    return router;
}

function runQuery(request: Request, response: Response): QueryJob {
    const userOrg = userOrgOf(response);
    const body = asJsonRecord(request.body);
    if (typeof body.query !== 'string') throw malformed('The body needs a `query`.');
    if (body.operation !== 'query' && body.operation !== 'queryAll') {
        throw new RestError(400, 'INVALIDJOB', `Unknown operation ${String(body.operation)}`);
    }
    const soql = body.operation === 'queryAll' ? allRows(body.query) : body.query;
    const { object } = userOrg.org.data.describeQuery(soql);
    const rows = userOrg.query(soql);
    const columns = columnMetadata(soql).map(pathOf);
    return { ...newBulkJob(userOrg, body), object, rows, columns, state: 'JobComplete', processed: rows.length };
}

/** `Account.Owner.Name` of the columns that hold each other. */
function pathOf({ columnName, joinColumns: [inner] }: ColumnMetadata): string {
    return inner ? `${columnName}.${pathOf(inner)}` : columnName;
}

/** The rows from `locator` on, at most `maxRecords`; the header Sforce-Locator says where the next ones begin. */
function sendRows(job: QueryJob, request: Request, response: Response): void {
    const number = (value: unknown, fallback: number): number =>
        /^\d+$/.test(String(value)) ? Number(value) : fallback;
    const start = number(request.query.locator, 0);
    const end = Math.min(job.rows.length, start + Math.min(MOST_ROWS, number(request.query.maxRecords, MOST_ROWS)));
    const rows = job.rows.slice(start, end).map((row) => job.columns.map((column) => csvValue(row, column)));
    response.set('Sforce-Locator', end < job.rows.length ? String(end) : 'null');
    response.set('Sforce-NumberOfRecords', String(rows.length));
    response.type('text/csv').send(writeCsv({ columns: job.columns, rows }, job));
}
