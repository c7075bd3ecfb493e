import { Router, type Response } from 'express';
import { userOrgOf } from '../http/session.ts';
import { runAnonymous } from './anonymous.ts';

/** `/executeAnonymous` of the Tooling API, as GET with `anonymousBody` and as POST with the same in a JSON body. */
export function executeAnonymousRouter(): Router {
    const router = Router();
    router.get('/executeAnonymous', (request, response) => answer(response, request.query.anonymousBody));
    router.post('/executeAnonymous', (request, response) => answer(response, request.body?.anonymousBody));
    return router;
}

async function answer(response: Response, source: unknown): Promise<void> {
    const result = await runAnonymous(userOrgOf(response), source);
    response.json({
        line: result.line,
        column: result.column,
        compiled: result.compiled,
        success: result.success,
        compileProblem: result.compileProblem,
        exceptionMessage: result.exceptionMessage,
        exceptionStackTrace: result.exceptionStackTrace
    });
}
