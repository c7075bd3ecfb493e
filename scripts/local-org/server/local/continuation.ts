import type { HttpRequestValue } from '../../platform/http/request.ts';
import { HttpResponseValue } from '../../platform/http/response.ts';
import { ApexException } from '../../platform/values/index.ts';
import type { ServerOrg } from '../local-org.ts';

/** Status codes by which a Continuation reports what no server answered. */
const TIMED_OUT = 2000;
const NOT_CONNECTED = 2001;
const FAILED = 2002;
const TOO_LARGE = 2004;

/**
 * The answer to a request of a Continuation. As on the platform a request that fails throws nothing: its response has
 * a status code from 2000 up that says why, so that the continuation method can record it.
 */
export async function answerTo(org: ServerOrg, request: HttpRequestValue, userId: string): Promise<HttpResponseValue> {
    try {
        return await org.http.sendAsync(request, userId);
    } catch (error) {
        if (!(error instanceof ApexException)) {
            throw error;
        }
        return failedResponse(error.getApexMessage());
    }
}

function failedResponse(message: string): HttpResponseValue {
    const response = new HttpResponseValue();
    response.statusCode = statusCodeOf(message);
    response.status = message;
    return response;
}

function statusCodeOf(message: string): number {
    if (/timed out/i.test(message)) {
        return TIMED_OUT;
    }
    if (/max size/i.test(message)) {
        return TOO_LARGE;
    }
    return /refused|reset|unknown host/i.test(message) ? NOT_CONNECTED : FAILED;
}
