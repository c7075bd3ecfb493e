import { randomUUID } from 'node:crypto';
import { Router, json, type Response } from 'express';
import { authenticate } from '../http/session.ts';
import type { LocalServices } from '../services.ts';

/** Milliseconds that a connection is held open without anything to say. */
const HELD_MS = 20_000;

interface BayeuxMessage {
    channel: string;
    id?: string;
    clientId?: string;
    subscription?: string;
}

/**
 * `/cometd`: as much of the Bayeux protocol as `sf apex get test` needs before it asks for the state of a test run. No
 * channel ever says anything: clients of test runs look by themselves, too.
 */
export function cometdRouter(services: LocalServices): Router {
    const router = Router();
    router.post('/cometd/:version', authenticate(services), json({ type: () => true }), (request, response) => {
        const messages = [request.body as BayeuxMessage | BayeuxMessage[]].flat();
        const answers = messages.map(answerTo);
        if (messages.some(({ channel }) => channel === '/meta/connect')) hold(response, answers);
        else response.json(answers);
    });
    return router;
}

function answerTo({ channel, id, clientId, subscription }: BayeuxMessage): object {
    const common = { channel, id, successful: true };
    if (channel === '/meta/handshake') {
        const advice = { reconnect: 'retry', interval: 0, timeout: HELD_MS * 2 };
        const supportedConnectionTypes = ['long-polling'];
        return { ...common, clientId: randomUUID(), version: '1.0', supportedConnectionTypes, advice };
    }
    return { ...common, clientId, ...(subscription ? { subscription } : {}) };
}

function hold(response: Response, answers: object[]): void {
    const timer = setTimeout(() => response.json(answers), HELD_MS);
    response.once('close', () => clearTimeout(timer));
}
