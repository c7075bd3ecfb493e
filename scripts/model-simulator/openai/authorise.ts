import type { IncomingMessage } from 'node:http';
import { header } from '../http/exchange.ts';
import { Refusal } from '../provider.ts';
import { openAiError } from './errors.ts';

/** Throws Refusal unless there is a bearer token. */
export function authoriseBearer(request: IncomingMessage, requestId: string): void {
    const authorization = header(request, 'authorization');
    if (!/^Bearer\s+\S+$/.test(authorization)) {
        const missing = authorization === '' || /^Bearer$/i.test(authorization);
        const message = missing
            ? "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY)."
            : 'Incorrect API key provided.';
        throw new Refusal(openAiError(401, message, requestId, { code: missing ? null : 'invalid_api_key' }));
    }
}

/** Throws Refusal unless there is a key in Azure's header, or a bearer token. */
export function authoriseApiKey(request: IncomingMessage, requestId: string): void {
    if (header(request, 'api-key') !== '' || /^Bearer\s+\S+$/.test(header(request, 'authorization'))) {
        return;
    }
    const message =
        'Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an active subscription and use a correct regional API endpoint for your resource.';
    throw new Refusal(openAiError(401, message, requestId, { code: '401' }));
}
