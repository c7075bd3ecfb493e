import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Chaos } from './faults/chaos.ts';
import { breakConnection, deliver } from './faults/deliver.ts';
import { type Fault, type FaultQueue, parseFault } from './faults/faults.ts';
import { controlReply } from './http/control.ts';
import { BodyTooLarge, header, pause, readBody, send, type Reply } from './http/exchange.ts';
import type { Journal } from './http/journal.ts';
import type { PromptCache } from './prompt-cache.ts';
import { Refusal, type Provider } from './provider.ts';
import { providerOf } from './providers.ts';

/** What a simulator remembers while it runs. */
export interface State {
    journal: Journal;
    faults: FaultQueue;
    chaos: Chaos;
    cache: PromptCache;
    /** The last answer of each endpoint, to be delivered a second time. */
    answers: Map<string, Reply>;
    /** Milliseconds before each answer. */
    latency?: number;
    /** Bytes. */
    bodyLimit?: number;
}

const DEFAULT_LATENCY = 1500;
const DEFAULT_BODY_LIMIT = 32 * 1024 * 1024;

interface Arrival {
    request: IncomingMessage;
    response: ServerResponse;
    path: string;
    query: URLSearchParams;
    text: string;
    requestId: string;
    provider: Provider;
}

/** Answers one request. */
export async function serve(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [address, query] = (request.url ?? '/').split('?');
    const path = address.replace(/\/{2,}/g, '/');
    const requestId = `req_${randomBytes(12).toString('hex')}`;
    const provider = providerOf(path, request.headers);
    try {
        const text = await readBody(request, state.bodyLimit ?? DEFAULT_BODY_LIMIT);
        const control = controlReply(request.method ?? '', path, text, state);
        if (control !== null) {
            return send(response, control);
        }
        const parameters = new URLSearchParams(query);
        await respond(state, { request, response, path, query: parameters, text, requestId, provider });
    } catch (error) {
        const status = error instanceof BodyTooLarge ? 413 : error instanceof TypeError ? 400 : 500;
        send(response, provider.error(status, error instanceof Error ? error.message : String(error), requestId));
    }
}

async function respond(state: State, arrival: Arrival): Promise<void> {
    const { request, response, path, provider } = arrival;
    const record = state.journal.add(path, request.headers, arrival.text);
    const isPrompt = provider.serves(path) && request.method === 'POST';
    const fault = isPrompt ? nextFault(state, arrival) : null;
    record.fault = fault?.kind ?? null;
    if (await breakConnection(fault, request, response)) {
        return;
    }
    const reply = repeated(state, arrival, replyTo(state, arrival, isPrompt, fault), fault);
    const latency = reply.status === 200 && isPrompt ? (state.latency ?? DEFAULT_LATENCY) : 0;
    await pause(fault?.latency ?? latency, response);
    record.status = reply.status;
    deliver(fault, response, reply);
}

/** A fault asked for by header comes before one that waits, and that before one by chance. */
function nextFault(state: State, { request, text }: Arrival): Fault | null {
    const asked = header(request, 'x-tandem-simulator-fault');
    return asked === '' ? (state.faults.take() ?? state.chaos.draw(text)) : parseFault(asked);
}

/** The answer before this one where a fault delivers it twice; this one otherwise. */
function repeated(state: State, { provider }: Arrival, reply: Reply, fault: Fault | null): Reply {
    const before = state.answers.get(provider.path);
    if (reply.status === 200 && fault === null) {
        state.answers.set(provider.path, reply);
    }
    return fault?.kind === 'duplicate' && reply.status === 200 ? (before ?? reply) : reply;
}

function replyTo(state: State, arrival: Arrival, isPrompt: boolean, fault: Fault | null): Reply {
    const { request, path, query, text, requestId, provider } = arrival;
    try {
        if (path.endsWith('/v1/models') && request.method === 'GET') {
            provider.authorise(request, requestId);
            return { status: 200, headers: { 'x-tandem-simulator': 'extractive' }, body: provider.models() };
        }
        if (!isPrompt) {
            const status = provider.serves(path) ? 405 : 404;
            return provider.error(status, `Invalid URL (${request.method} ${path})`, requestId);
        }
        provider.authorise(request, requestId);
        const replaced = fault === null ? null : provider.fault(fault, requestId);
        const body = replaced === null ? parse(text, provider, requestId) : null;
        return replaced ?? provider.answer({ request, path, query, body, requestId, fault, cache: state.cache });
    } catch (error) {
        if (error instanceof Refusal) {
            return error.reply;
        }
        throw error;
    }
}

function parse(text: string, provider: Provider, requestId: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        throw new Refusal(provider.error(400, 'We could not parse the JSON body of your request.', requestId));
    }
}
