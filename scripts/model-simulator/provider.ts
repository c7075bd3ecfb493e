import type { IncomingMessage } from 'node:http';
import type { Fault } from './faults/faults.ts';
import type { Reply } from './http/exchange.ts';
import type { PromptCache } from './prompt-cache.ts';

/** A request that a provider refuses, with the reply it gives. */
export class Refusal extends Error {
    readonly reply: Reply;

    constructor(reply: Reply) {
        super(JSON.stringify(reply.body));
        this.name = 'Refusal';
        this.reply = reply;
    }
}

/** What a provider's handler is given. */
export interface Call {
    request: IncomingMessage;
    /** Path without the query. */
    path: string;
    /** The address's query. */
    query: URLSearchParams;
    body: unknown;
    requestId: string;
    fault: Fault | null;
    cache: PromptCache;
}

/** One provider's interface. Handlers throw Refusal for what the real one refuses. */
export interface Provider {
    /** Path of the endpoint that answers prompts, as people write it. */
    path: string;
    /** Whether a path is that of the endpoint. */
    serves(path: string): boolean;
    /** Throws Refusal when the headers are not acceptable. */
    authorise(request: IncomingMessage, requestId: string): void;
    /** Checks the request and answers it. */
    answer(call: Call): Reply;
    models(): unknown;
    /** The provider's own error shape for a status. */
    error(status: number, message: string, requestId: string): Reply;
    /** The reply of a fault that replaces the answer, or null when the fault spoils the answer instead. */
    fault(fault: Fault, requestId: string): Reply | null;
}

/** Headers of every reply: what this is, and the request's id under the name each provider uses. */
export function identity(requestId: string): Record<string, string> {
    return { 'x-tandem-simulator': 'extractive', 'x-request-id': requestId, 'request-id': requestId };
}
