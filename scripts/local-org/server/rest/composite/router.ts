import { Router, type Request, type Response } from 'express';
import { RestError, malformed } from '../../http/rest-error.ts';
import { userOrgOf } from '../../http/session.ts';
import { asJsonRecord } from '../../records/read-record.ts';
import type { Resources } from '../resources.ts';
import { readSubrequests, runSubrequests } from './run.ts';
import { dispatcher, type Dispatch, type SubrequestResult } from './subrequest.ts';

const MOST_SUBREQUESTS = 25;
const MOST_NODES = 500;

/** `/composite`, `/composite/graph` and `/composite/batch`: several requests in one. `resources` answer them. */
export function compositeRouter(resources: Resources): Router {
    const router = Router();
    router.get('/composite', (request, response) => {
        const names = ['batch', 'graph', 'sobjects', 'tree'];
        response.json(Object.fromEntries(names.map((name) => [name, `${request.baseUrl}/composite/${name}`])));
    });
    router.post('/composite', (request, response) => answerComposite(resources, request, response));
    router.post('/composite/graph', (request, response) => answerGraphs(resources, request, response));
    router.post('/composite/batch', (request, response) => answerBatch(resources, request, response));
    return router;
}

function answerComposite(resources: Resources, request: Request, response: Response): void {
    const { compositeRequest, allOrNone } = asJsonRecord(request.body);
    const subrequests = readSubrequests(compositeRequest, MOST_SUBREQUESTS);
    const dispatch = dispatcher(resources, request, response);
    const { results } = runSubrequests(userOrgOf(response), dispatch, subrequests, allOrNone === true);
    response.json({ compositeResponse: results });
}

/** Each graph stands for itself: all of it or nothing. */
function answerGraphs(resources: Resources, request: Request, response: Response): void {
    const { graphs } = asJsonRecord(request.body);
    if (!Array.isArray(graphs)) throw malformed('The body needs a list `graphs`.');
    const dispatch = dispatcher(resources, request, response);
    const answers = graphs.map(asJsonRecord).map(({ graphId, compositeRequest }) => {
        const subrequests = readSubrequests(compositeRequest, MOST_NODES);
        const { results, succeeded } = runSubrequests(userOrgOf(response), dispatch, subrequests, true);
        return { graphId, graphResponse: { compositeResponse: results }, isSuccessful: succeeded };
    });
    response.json({ graphs: answers });
}

/** Requests that have nothing to do with each other; their addresses begin at the version. */
function answerBatch(resources: Resources, request: Request, response: Response): void {
    const { batchRequests, haltOnError } = asJsonRecord(request.body);
    if (!Array.isArray(batchRequests)) throw malformed('The body needs a list `batchRequests`.');
    if (batchRequests.length > MOST_SUBREQUESTS) {
        throw new RestError(400, 'LIMIT_EXCEEDED', `A batch holds at most ${MOST_SUBREQUESTS} requests.`);
    }
    const dispatch = dispatcher(resources, request, response);
    const results: SubrequestResult[] = [];
    for (const item of batchRequests.map(asJsonRecord)) {
        const stop = haltOnError === true && results.some(hasFailed);
        results.push(stop ? HALTED : runBatchRequest(dispatch, item));
    }
    const written = results.map(({ status, body }) => ({ statusCode: status, result: body }));
    response.json({ hasErrors: results.some(hasFailed), results: written });
}

function runBatchRequest(dispatch: Dispatch, { method, url, richInput }: Record<string, unknown>): SubrequestResult {
    if (typeof method !== 'string' || typeof url !== 'string') throw malformed('Each request needs method and url.');
    const path = url.replace(/^\/?(services\/data\/)?/, '');
    return dispatch({ method, url: `/services/data/${path}`, body: richInput });
}

const HALTED: SubrequestResult = {
    status: 412,
    body: [
        { errorCode: 'BATCH_PROCESSING_HALTED', message: 'Request execution halted since an earlier request failed' }
    ],
    headers: {}
};

function hasFailed({ status }: SubrequestResult): boolean {
    return status >= 400;
}
