import type { IncomingMessage, ServerResponse } from 'node:http';
import { pause, send, type Reply } from '../http/exchange.ts';
import type { Fault } from './faults.ts';

/** How long a timeout keeps the caller waiting unless it says otherwise: longer than any callout may take. */
const TIMEOUT = 150_000;
/** More than the platform takes as the body of a response. */
const LARGE = 6_100_000;

/** Breaks the connection where a fault says so, before any answer is thought of. Returns whether it did. */
export async function breakConnection(
    fault: Fault | null,
    request: IncomingMessage,
    response: ServerResponse
): Promise<boolean> {
    if (fault?.kind === 'timeout') {
        await pause(fault.latency ?? TIMEOUT, response);
        response.destroy();
        return true;
    }
    if (fault?.kind === 'refused') {
        await pause(fault.latency ?? 0, response);
        request.socket.resetAndDestroy();
        return true;
    }
    return false;
}

/** Sends a reply the way a fault says: whole, half of it, or far too much. */
export function deliver(fault: Fault | null, response: ServerResponse, reply: Reply): void {
    switch (fault?.kind) {
        case 'half_body':
            return sendHalf(response, reply);
        case 'large':
            return send(response, { ...reply, body: { ...(reply.body as object), padding: 'x'.repeat(LARGE) } });
        default:
            return send(response, reply);
    }
}

function sendHalf(response: ServerResponse, reply: Reply): void {
    const text = JSON.stringify(reply.body);
    const head = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) };
    response.writeHead(reply.status, { ...head, ...reply.headers });
    response.write(text.slice(0, Math.floor(text.length / 2)), () => response.destroy());
}
