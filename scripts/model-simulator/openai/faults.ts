import { STATUS_OF, type Fault } from '../faults/faults.ts';
import type { Reply } from '../http/exchange.ts';
import { openAiError } from './errors.ts';

const WAIT = 'Rate limit reached for requests per minute. Please try again in 2s.';
const SECONDS = 2;

/** The error that a fault puts in the place of an answer, in OpenAI's words; null when it spoils the answer instead. */
export function openAiFault(fault: Fault, requestId: string): Reply | null {
    const status = STATUS_OF[fault.kind] ?? (fault.kind === 'status' ? (fault.status ?? 500) : undefined);
    if (status !== undefined) {
        return openAiError(status, `The model simulator was told to answer ${status}.`, requestId);
    }
    switch (fault.kind) {
        case 'overloaded':
            return openAiError(503, 'The engine is currently overloaded, please try again later.', requestId, {
                type: 'server_error',
                code: 'server_overloaded'
            });
        case 'rate_limit':
            return limited(requestId, { 'retry-after': String(SECONDS), 'retry-after-ms': String(SECONDS * 1000) });
        case 'rate_limit_date':
            return limited(requestId, { 'retry-after': new Date(Date.now() + SECONDS * 1000).toUTCString() });
        case 'rate_limit_without_wait':
            return limited(requestId, {});
        case 'quota':
            return spent(fault.code ?? 'credit_balance_exhausted', requestId);
        case 'prompt_filter':
            return filtered(requestId);
        default:
            return null;
    }
}

function limited(requestId: string, headers: Record<string, string>): Reply {
    return openAiError(429, WAIT, requestId, { code: 'rate_limit_exceeded', headers });
}

function spent(code: string, requestId: string): Reply {
    const message = 'Your credit balance is exhausted. Please check your plan and billing details.';
    return openAiError(429, message, requestId, { type: 'insufficient_quota', code });
}

/** What Azure answers when its filter does not let the prompt through. */
function filtered(requestId: string): Reply {
    const message =
        "The response was filtered due to the prompt triggering Azure OpenAI's content management policy. Please modify your prompt and retry.";
    return openAiError(400, message, requestId, {
        type: 'invalid_request_error',
        code: 'content_filter',
        param: 'prompt'
    });
}
