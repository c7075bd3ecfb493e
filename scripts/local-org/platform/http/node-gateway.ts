import { createSyncFn } from 'synckit';
import { ApexBlob } from '../values/blob.ts';
import { ApexException } from '../values/exception.ts';
import { resolveRequest } from './endpoint.ts';
import type { EndpointResolver } from './endpoint.ts';
import { exchange } from './exchange.ts';
import type { PlainRequest, PlainResponse } from './exchange.ts';
import type { HttpGateway } from './gateway.ts';
import type { HttpRequestValue } from './request.ts';
import { HttpResponseValue } from './response.ts';

let exchangeInWorker: ((request: PlainRequest) => PlainResponse) | null = null;

/** Callouts over real HTTP: synchronous through a worker thread, or without blocking for Continuations. */
export class NodeHttpGateway implements HttpGateway {
    readonly resolver: EndpointResolver;

    /** `resolver.overrides` may be changed while the org runs. */
    constructor(resolver: EndpointResolver) {
        this.resolver = resolver;
    }

    send(request: HttpRequestValue, userId: string): HttpResponseValue {
        const plain = this.prepare(request, userId);
        exchangeInWorker ??= createSyncFn<typeof exchange>(new URL('./worker.mjs', import.meta.url));
        return toResponse(exchangeInWorker(plain), request);
    }

    async sendAsync(request: HttpRequestValue, userId: string): Promise<HttpResponseValue> {
        return toResponse(await exchange(this.prepare(request, userId)), request);
    }

    private prepare(request: HttpRequestValue, userId: string): PlainRequest {
        const plain = resolveRequest(request, userId, this.resolver);
        if (!URL.canParse(plain.url)) throw new ApexException('CalloutException', `no protocol: ${plain.url}`);
        return plain;
    }
}

function toResponse(plain: PlainResponse, request: HttpRequestValue): HttpResponseValue {
    if (!plain.ok) throw new ApexException('CalloutException', failureText(plain.code, plain.message, request));
    const response = new HttpResponseValue();
    response.statusCode = plain.statusCode;
    response.status = plain.status;
    for (const [name, value] of plain.headers) response.setHeader(name, value);
    response.body = new ApexBlob(Buffer.from(plain.body, 'base64'));
    return response;
}

const FAILURES: Record<string, string> = {
    ETIMEDOUT: 'Read timed out',
    ECONNREFUSED: 'Connection refused',
    ECONNRESET: 'Connection reset',
    ENOTFOUND: 'Unknown host'
};

function failureText(code: string, message: string, request: HttpRequestValue): string {
    const text = FAILURES[code] ?? message;
    return code === 'ENOTFOUND' || code === 'ECONNREFUSED' ? `${text}: ${request.endpoint}` : text;
}
