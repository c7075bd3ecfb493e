import { identity, Refusal } from '../provider.ts';
import type { Reply } from '../http/exchange.ts';

const TYPES: Record<number, string> = {
    400: 'invalid_request_error',
    401: 'invalid_request_error',
    403: 'invalid_request_error',
    404: 'invalid_request_error',
    413: 'invalid_request_error',
    429: 'requests'
};

/** What an OpenAI error says besides its message. */
export interface ErrorDetails {
    type?: string;
    code?: string | null;
    param?: string | null;
    headers?: Record<string, string>;
}

/** An error in OpenAI's shape: {error: {message, type, param, code}}. */
export function openAiError(status: number, message: string, requestId: string, details: ErrorDetails = {}): Reply {
    const type = details.type ?? TYPES[status] ?? 'server_error';
    const error = { message, type, param: details.param ?? null, code: details.code ?? null };
    return { status, headers: { ...identity(requestId), ...details.headers }, body: { error } };
}

/** Refuses a request with status 400. */
export function refuse(message: string, requestId: string, details: ErrorDetails = {}): never {
    throw new Refusal(openAiError(400, message, requestId, details));
}
