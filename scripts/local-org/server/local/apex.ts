import { Router, type Request, type Response } from 'express';
import { APEX_ERROR, ERRORS_IN_BODY, type ApexErrorBody } from '../../lightning/protocol.ts';
import { ApexException, qualifiedExceptionName } from '../../platform/values/index.ts';
import { toRestError } from '../http/error-response.ts';
import { malformed } from '../http/rest-error.ts';
import { userOrgOf } from '../http/session.ts';
import type { ContinuationCall } from '../../aura/calls.ts';
import type { UserOrg } from '../records/user-org.ts';
import type { LocalServices } from '../services.ts';
import { answerTo } from './continuation.ts';

/** `POST /local/apex/<Class.method>`: a component calls Apex. */
export function apexRouter(services: LocalServices): Router {
    const router = Router();
    router.post('/apex/:method', async (request, response) => {
        try {
            sendValue(response, await call(services, userOrgOf(response), request.params.method, paramsOf(request)));
        } catch (error) {
            sendError(request, response, apexErrorBody(error));
        }
    });
    return router;
}

function paramsOf(request: Request): Record<string, unknown> {
    const body: unknown = request.body ?? {};
    if (typeof body !== 'object' || body === null || Array.isArray(body)) {
        throw malformed('The parameters of an Apex method must be a JSON object.');
    }
    return body as Record<string, unknown>;
}

async function call(
    services: LocalServices,
    { org, user }: UserOrg,
    method: string,
    params: Record<string, unknown>
): Promise<unknown> {
    const result = await org.callAuraAsync(user.id, method, params);
    return 'continuation' in result ? complete(services, user.id, result.continuation) : result.value;
}

/**
 * Waits for the answers that a continuation asked for without holding up other pages, then gives them to Apex. It
 * goes on when the browser has left meanwhile: what the model answered is paid for and gets recorded.
 */
async function complete({ org }: LocalServices, userId: string, continuation: ContinuationCall): Promise<unknown> {
    const responses = await Promise.all(continuation.requests.map((request) => answerTo(org, request, userId)));
    try {
        return org.completeContinuation(userId, continuation, responses);
    } finally {
        startJobs(org);
    }
}

/** The answer to a browser that has left never finishes, so its jobs do not wait for that. */
function startJobs(org: LocalServices['org']): void {
    setImmediate(() => void org.runJobs().catch(console.error));
}

/** A page is told as on the platform, where a refused call is a good response that says so: its console stays clean. */
function sendError(request: Request, response: Response, body: ApexErrorBody): void {
    const ofPage = request.get(ERRORS_IN_BODY) !== undefined;
    if (ofPage) {
        response.set(APEX_ERROR, 'true');
    }
    response.status(ofPage ? 200 : 500).json(body);
}

function sendValue(response: Response, value: unknown): void {
    response.json(value ?? null);
}

/** What the component's `error.body` holds: an AuraHandledException's own message, or what the platform shows. */
function apexErrorBody(error: unknown): ApexErrorBody {
    if (!(error instanceof ApexException)) {
        return readyBody(error) ?? { message: toRestError(error).message };
    }
    return {
        message: error.getApexMessage(),
        exceptionType: qualifiedExceptionName(error.typeName),
        stackTrace: error.apexStackTrace,
        isUserDefinedException: false
    };
}

/** An error that the org already put into this shape. */
function readyBody(error: unknown): ApexErrorBody | null {
    const { message, exceptionType, stackTrace, isUserDefinedException } = error as ApexErrorBody;
    return exceptionType === undefined ? null : { message, exceptionType, stackTrace, isUserDefinedException };
}
