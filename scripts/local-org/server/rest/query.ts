import type { Request, Response } from 'express';
import { RestError, malformed } from '../http/rest-error.ts';
import { userOrgOf } from '../http/session.ts';
import { writeRecord } from '../records/write-record.ts';
import { columnMetadata } from './column-metadata.ts';
import { QueryCursors, type QueryBatch } from './query-cursors.ts';
import { Resources } from './resources.ts';

const LARGEST_BATCH = 2000;
const SMALLEST_BATCH = 200;

type WriteRecord = typeof writeRecord;

/** Where rows wait for being fetched, and how they are written. */
interface QueryPlace {
    cursors: QueryCursors;
    write: WriteRecord;
}

/** `/query`, `/queryAll` and the addresses of their further batches. */
export function queryResources(write: WriteRecord = writeRecord): Resources {
    const cursors = new QueryCursors();
    const resources = new Resources();
    resources.get('/query', (request, response) => answerQuery({ cursors, write }, request, response, soqlOf(request)));
    resources.get('/queryAll', (request, response) =>
        answerQuery({ cursors, write }, request, response, allRows(soqlOf(request)))
    );
    resources.get(['/query/:locator', '/queryAll/:locator'], (request, response) => {
        const batch = cursors.next(userOrgOf(response).user.id, request.params.locator as string);
        if (!batch) {
            throw new RestError(404, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
        }
        response.json(queryResult(request, batch));
    });
    return resources;
}

function answerQuery({ cursors, write }: QueryPlace, request: Request, response: Response, soql: string): void {
    const userOrg = userOrgOf(response);
    const columns = request.query.columns === 'true' ? { columnMetadata: columnMetadata(soql) } : {};
    if (userOrg.org.data.describeQuery(soql).countOnly) {
        response.json({ totalSize: userOrg.count(soql), done: true, records: [], ...columns });
        return;
    }
    const records = userOrg.query(soql).map((record) => write(record, request.baseUrl));
    const batch = cursors.open(userOrg.user.id, records, batchSize(request));
    response.json({ ...queryResult(request, batch), ...columns });
}

function queryResult(request: Request, { next, ...batch }: QueryBatch): object {
    return next === null ? batch : { ...batch, nextRecordsUrl: `${request.baseUrl}/query/${next}` };
}

/** Rows in a batch, which a client may lower to 200. */
function batchSize(request: Request): number {
    const wish = /batchSize=(\d+)/.exec(request.get('Sforce-Query-Options') ?? '');
    return wish ? Math.min(LARGEST_BATCH, Math.max(SMALLEST_BATCH, Number(wish[1]))) : LARGEST_BATCH;
}

function soqlOf(request: Request): string {
    const soql = request.query.q;
    if (typeof soql !== 'string' || soql.trim() === '') {
        throw malformed('The parameter q must hold a SOQL query.');
    }
    return soql;
}

/** A query with the deleted rows among the others. */
export function allRows(soql: string): string {
    return /\ball\s+rows\s*$/i.test(soql) ? soql : `${soql} ALL ROWS`;
}
