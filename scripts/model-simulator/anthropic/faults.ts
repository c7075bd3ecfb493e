import { STATUS_OF, type Fault } from '../faults/faults.ts';
import type { Reply } from '../http/exchange.ts';
import { anthropicError } from './errors.ts';

const LIMITED = 'This request would exceed your rate limit.';
const SECONDS = 2;

/** The error that a fault puts in the place of an answer, in Anthropic's words; null when it spoils the answer instead. */
export function anthropicFault(fault: Fault, requestId: string): Reply | null {
    const status = STATUS_OF[fault.kind] ?? (fault.kind === 'status' ? (fault.status ?? 500) : undefined);
    if (status !== undefined) {
        return anthropicError(status, `The model simulator was told to answer ${status}.`, requestId);
    }
    switch (fault.kind) {
        case 'overloaded':
            return anthropicError(529, 'Overloaded', requestId);
        case 'rate_limit':
            return anthropicError(429, LIMITED, requestId, { headers: { 'retry-after': String(SECONDS) } });
        case 'rate_limit_date': {
            const moment = new Date(Date.now() + SECONDS * 1000).toUTCString();
            return anthropicError(429, LIMITED, requestId, { headers: { 'retry-after': moment } });
        }
        case 'rate_limit_without_wait':
            return anthropicError(429, LIMITED, requestId);
        case 'quota':
            return anthropicError(429, 'You have reached your specified API usage limits.', requestId, {
                details: { error_code: 'enforced_spend_limit_reached' }
            });
        default:
            return null;
    }
}
