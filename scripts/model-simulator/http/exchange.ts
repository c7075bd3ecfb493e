import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a handler answers with. */
export interface Reply {
    status: number;
    headers?: Record<string, string>;
    body: unknown;
}

/** A request body larger than the limit. */
export class BodyTooLarge extends Error {
    constructor(limit: number) {
        super(`The request body is larger than ${limit} bytes`);
        this.name = 'BodyTooLarge';
    }
}

/** Reads a request's body as text. Throws BodyTooLarge past `limit` bytes; the rest is read and dropped so that the answer arrives. */
export async function readBody(request: IncomingMessage, limit: number): Promise<string> {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of request as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size <= limit) {
            chunks.push(chunk);
        }
    }
    if (size > limit) {
        throw new BodyTooLarge(limit);
    }
    return Buffer.concat(chunks).toString('utf8');
}

/** Sends a reply as JSON. */
export function send(response: ServerResponse, reply: Reply): void {
    const text = JSON.stringify(reply.body);
    response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
    response.end(text);
}

/** A header's first value, trimmed; empty when absent. */
export function header(request: IncomingMessage, name: string): string {
    const value = request.headers[name];
    return (Array.isArray(value) ? value[0] : (value ?? '')).trim();
}

/** Resolves after a number of milliseconds, or at once when the caller went away. */
export function pause(milliseconds: number, response: ServerResponse): Promise<void> {
    if (milliseconds <= 0) {
        return Promise.resolve();
    }
    return new Promise((resolve) => {
        const done = () => {
            clearTimeout(timer);
            resolve();
        };
        const timer = setTimeout(done, milliseconds);
        response.once('close', done);
    });
}
