import type { RequestHandler } from 'express';
import type { ServerOrg } from '../local-org.ts';

/** Runs the asynchronous jobs that a request left behind once its answer is on the way. */
export function drainAfterwards(org: ServerOrg): RequestHandler {
    return (_request, response, next) => {
        response.on('finish', () => setImmediate(() => drain(org)));
        next();
    };
}

/** A job that fails is written to the terminal and stops nobody. */
function drain(org: ServerOrg): void {
    try {
        org.drainAsync();
    } catch (error) {
        console.error(error);
    }
}
