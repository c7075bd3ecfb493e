import http from 'node:http';
import https from 'node:https';
import zlib from 'node:zlib';

/** A request as it crosses into the worker. */
export interface PlainRequest {
    url: string;
    method: string;
    headers: Record<string, string>;
    /** Base64; null when there is no body. */
    body: string | null;
    /** Milliseconds. */
    timeout: number;
}

/** What came back, or why nothing did. */
export type PlainResponse =
    | { ok: true; statusCode: number; status: string; headers: [string, string][]; body: string }
    | { ok: false; code: string; message: string };

/** The most bytes that a response may have. */
const LARGEST_BODY = 6_000_000;

/** Sends one request over HTTP. Never rejects: failures are values, so that they cross threads unharmed. */
export function exchange(request: PlainRequest): Promise<PlainResponse> {
    return new Promise((resolve) => {
        const body = request.body === null ? null : Buffer.from(request.body, 'base64');
        const send = request.url.startsWith('https:') ? https.request : http.request;
        const outgoing = send(request.url, { method: request.method, headers: headersOf(request, body), agent: false });
        const timer = setTimeout(() => outgoing.destroy(failure('ETIMEDOUT', 'Read timed out')), request.timeout);
        const finish = (response: PlainResponse): void => {
            clearTimeout(timer);
            resolve(response);
        };
        outgoing.on('error', (error: NodeJS.ErrnoException) =>
            finish({ ok: false, code: error.code ?? '', message: error.message })
        );
        outgoing.on('response', (incoming) => collect(incoming, outgoing, finish));
        outgoing.end(body ?? undefined);
    });
}

function headersOf(request: PlainRequest, body: Buffer | null): Record<string, string> {
    return body === null ? request.headers : { ...request.headers, 'content-length': String(body.length) };
}

function collect(
    incoming: http.IncomingMessage,
    outgoing: http.ClientRequest,
    finish: (response: PlainResponse) => void
): void {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > LARGEST_BODY) outgoing.destroy(failure('ETOOBIG', `Exceeded max size limit of ${LARGEST_BODY}`));
        else chunks.push(chunk);
    });
    incoming.on('end', () => finish(received(incoming, Buffer.concat(chunks))));
    incoming.on('error', (error: NodeJS.ErrnoException) =>
        finish({ ok: false, code: error.code ?? '', message: error.message })
    );
}

function received(incoming: http.IncomingMessage, body: Buffer): PlainResponse {
    const headers: [string, string][] = [];
    for (let index = 0; index < incoming.rawHeaders.length; index += 2) {
        headers.push([incoming.rawHeaders[index], incoming.rawHeaders[index + 1]]);
    }
    return {
        ok: true,
        statusCode: incoming.statusCode ?? 0,
        status: incoming.statusMessage ?? '',
        headers,
        body: decoded(incoming.headers['content-encoding'], body).toString('base64')
    };
}

function decoded(encoding: string | undefined, body: Buffer): Buffer {
    if (encoding === 'gzip') return zlib.gunzipSync(body);
    return encoding === 'deflate' ? zlib.inflateSync(body) : body;
}

function failure(code: string, message: string): NodeJS.ErrnoException {
    return Object.assign(new Error(message), { code });
}
