import { Router, type Response } from 'express';
import { userOrgOf } from '../http/session.ts';
import { runAnonymous } from './anonymous.ts';

/** `/tooling/executeAnonymous`, as GET with `anonymousBody` and as POST with the same in a JSON body. */
export function executeAnonymousRouter(): Router {
    const router = Router();
    router.get('/tooling/executeAnonymous', (request, response) => answer(response, request.query.anonymousBody));
    router.post('/tooling/executeAnonymous', (request, response) => answer(response, request.body?.anonymousBody));
    return router;
}

function answer(response: Response, source: unknown): void {
    const result = runAnonymous(userOrgOf(response), source);
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
