import type { Reply } from '../http/exchange.ts';
import { identity, Refusal } from '../provider.ts';

const TYPES: Record<number, string> = {
    400: 'invalid_request_error',
    401: 'authentication_error',
    402: 'billing_error',
    403: 'permission_error',
    404: 'not_found_error',
    409: 'conflict_error',
    413: 'request_too_large',
    429: 'rate_limit_error',
    504: 'timeout_error',
    529: 'overloaded_error'
};

/** An error in Anthropic's shape: {type: 'error', error: {type, message}, request_id}. */
export function anthropicError(
    status: number,
    message: string,
    requestId: string,
    extra: { details?: object; headers?: Record<string, string> } = {}
): Reply {
    const error = { type: TYPES[status] ?? 'api_error', message, ...(extra.details && { details: extra.details }) };
    return {
        status,
        headers: { ...identity(requestId), ...extra.headers },
        body: { type: 'error', error, request_id: requestId }
    };
}

/** Refuses a request with status 400, or another. */
export function refuse(message: string, requestId: string, status = 400): never {
    throw new Refusal(anthropicError(status, message, requestId));
}
