import type { RequestHandler } from 'express';
import type { ServerOrg } from '../local-org.ts';

/** Starts the asynchronous jobs that a request left behind once its answer is on the way. */
export function drainAfterwards(org: ServerOrg): RequestHandler {
    return (_request, response, next) => {
        response.on('finish', () => setImmediate(() => void org.runJobs().catch(console.error)));
        next();
    };
}
