import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { anthropic } from './anthropic/messages.ts';
import { FaultQueue, parseFault, type Fault } from './faults/faults.ts';
import { controlReply } from './http/control.ts';
import { BodyTooLarge, header, pause, readBody, send, type Reply } from './http/exchange.ts';
import { Journal, type RecordedRequest } from './http/journal.ts';
import { openAi } from './openai/chat-completions.ts';
import { PromptCache } from './prompt-cache.ts';
import { Refusal, type Provider } from './provider.ts';

/** How a simulator is started. */
export interface SimulatorOptions {
    /** 0 takes a free one. */
    port?: number;
    /** Milliseconds before each answer; default 1500, so that a person sees progress. */
    latency?: number;
    /** Largest request body in bytes; default 32 MB. */
    bodyLimit?: number;
    /** A first fault, as `kind`, `kind:times` or a status. */
    fault?: string;
}

/** A running simulator. */
export interface Simulator {
    url: string;
    /** Stops it and ends waiting connections. */
    close(): Promise<void>;
    /** The requests of late, oldest first. */
    requests(): RecordedRequest[];
    faults: FaultQueue;
}

const PROVIDERS: Provider[] = [openAi, anthropic];
const DEFAULT_LATENCY = 1500;
const DEFAULT_BODY_LIMIT = 32 * 1024 * 1024;
/** How long a timeout fault keeps the caller waiting: longer than any callout may. */
const TIMEOUT = 150_000;

/** Starts the simulator on this machine only. Rejects when the port is taken. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
    const state: State = { journal: new Journal(), faults: new FaultQueue(), cache: new PromptCache(), options };
    if (options.fault !== undefined && options.fault !== '') {
        state.faults.add(parseFault(options.fault));
    }
    const server = createServer((request, response) => void serve(state, request, response));
    await new Promise<void>((resolve, reject) =>
        server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve)
    );
    const close = () => {
        server.closeAllConnections();
        return new Promise<void>((resolve) => server.close(() => resolve()));
    };
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return { url, close, requests: () => state.journal.all(), faults: state.faults };
}

interface State {
    journal: Journal;
    faults: FaultQueue;
    cache: PromptCache;
    options: SimulatorOptions;
}

async function serve(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').replace(/\?.*$/, '').replace(/\/{2,}/g, '/');
    const requestId = `req_${randomBytes(12).toString('hex')}`;
    const provider =
        PROVIDERS.find((each) => each.path === path) ??
        (request.headers['anthropic-version'] === undefined ? openAi : anthropic);
    try {
        const text = await readBody(request, state.options.bodyLimit ?? DEFAULT_BODY_LIMIT);
        const control = controlReply(request.method ?? '', path, text, state.journal, state.faults);
        if (control !== null) {
            return send(response, control);
        }
        await respond(state, { request, response, path, text, requestId, provider });
    } catch (error) {
        const status = error instanceof BodyTooLarge ? 413 : 500;
        send(response, provider.error(status, error instanceof Error ? error.message : String(error), requestId));
    }
}

interface Arrival {
    request: IncomingMessage;
    response: ServerResponse;
    path: string;
    text: string;
    requestId: string;
    provider: Provider;
}

async function respond(state: State, arrival: Arrival): Promise<void> {
    const record = state.journal.add(arrival.path, arrival.request.headers, arrival.text);
    const isPrompt = arrival.path === arrival.provider.path && arrival.request.method === 'POST';
    const fault = isPrompt ? nextFault(state, arrival.request) : null;
    if (fault?.kind === 'timeout') {
        await pause(fault.latency ?? TIMEOUT, arrival.response);
        arrival.response.destroy();
        return;
    }
    const reply = replyTo(state, arrival, isPrompt, fault);
    const latency = reply.status === 200 && isPrompt ? (state.options.latency ?? DEFAULT_LATENCY) : 0;
    await pause(fault?.latency ?? latency, arrival.response);
    record.status = reply.status;
    send(arrival.response, reply);
}

function nextFault(state: State, request: IncomingMessage): Fault | null {
    const asked = header(request, 'x-tandem-simulator-fault');
    return asked === '' ? state.faults.take() : parseFault(asked);
}

function replyTo(state: State, arrival: Arrival, isPrompt: boolean, fault: Fault | null): Reply {
    const { request, path, text, requestId, provider } = arrival;
    try {
        if (path === '/v1/models' && request.method === 'GET') {
            provider.authorise(request, requestId);
            return { status: 200, headers: { 'x-tandem-simulator': 'extractive' }, body: provider.models() };
        }
        if (!isPrompt) {
            return provider.error(
                path === provider.path ? 405 : 404,
                `Invalid URL (${request.method} ${path})`,
                requestId
            );
        }
        provider.authorise(request, requestId);
        const replaced = fault === null ? null : provider.fault(fault, requestId);
        return (
            replaced ??
            provider.answer({ request, body: parse(text, provider, requestId), requestId, fault, cache: state.cache })
        );
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
