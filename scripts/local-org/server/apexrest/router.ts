import { Router, raw, type Request, type Response } from 'express';
import { authenticate, userOrgOf } from '../http/session.ts';
import type { LocalServices } from '../services.ts';

const PATH = '/services/apexrest';
const LARGEST_BODY = '6mb';

/** `/services/apexrest/…`: classes of the project with `@RestResource`. The body reaches Apex as it was sent. */
export function apexRestRouter(services: LocalServices): Router {
    const router = Router();
    router.use(PATH, authenticate(services), raw({ type: () => true, limit: LARGEST_BODY }), answer);
    return router;
}

async function answer(request: Request, response: Response): Promise<void> {
    const { org, user } = userOrgOf(response);
    const { status, headers, body } = await org.callRest(user.id, {
        verb: request.method,
        path: decodeURI(request.path),
        parameters: textsOf(request.query),
        headers: textsOf(request.headers),
        body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
        remoteAddress: request.socket.remoteAddress ?? ''
    });
    response.status(status).set({ 'Content-Type': 'application/json;charset=UTF-8', ...headers });
    response.end(body);
}

/** Of what was given several times the first. */
function textsOf(values: Request['query'] | Request['headers']): Record<string, string> {
    const first = (value: unknown): string => String(Array.isArray(value) ? value[0] : value);
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, first(value)]));
}
