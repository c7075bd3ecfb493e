import { APEX_ERROR, ERRORS_IN_BODY } from '../../protocol.ts';
import type { ApexErrorBody, ReadErrorBody, SaveErrorBody } from '../../protocol.ts';

/** What the server says about a request that it refused. */
export type ErrorBody = Partial<SaveErrorBody & ApexErrorBody> & { message: string };

/** A refused or unanswered request, in the shape that Lightning Data Service and Apex give to components. */
export class RequestError extends Error {
    readonly ok = false;
    readonly errorType = 'fetchResponse';
    readonly headers = {};
    /** HTTP status; 0 when the server did not answer at all. */
    readonly status: number;
    readonly statusText: string;
    readonly body: ErrorBody;

    constructor(status: number, statusText: string, body: ErrorBody) {
        super(body.message);
        this.name = 'RequestError';
        this.status = status;
        this.statusText = statusText;
        this.body = body;
    }
}

const UI_API = '/services/data/v67.0/ui-api';

/** Asks the UI API; throws {@link RequestError}. Undefined parameters are left out. */
export function uiApi<T>(path: string, parameters: Record<string, string | number | undefined> = {}): Promise<T> {
    return request<T>('GET', `${UI_API}${path}${queryString(parameters)}`);
}

/** Sends a change to the UI API; throws {@link RequestError}. */
export function uiApiSend<T>(method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<T> {
    return request<T>(method, `${UI_API}${path}`, body);
}

/** Asks one of the local org's own addresses; throws {@link RequestError}. */
export function local<T>(path: string, parameters: Record<string, string | number | undefined> = {}): Promise<T> {
    return request<T>('GET', `/local/${path}${queryString(parameters)}`);
}

/** Posts to one of the local org's own addresses; throws {@link RequestError}. */
export function localSend<T>(path: string, body: unknown): Promise<T> {
    return request<T>('POST', `/local/${path}`, body);
}

async function request<T>(method: string, url: string, body?: unknown): Promise<T> {
    const response = await send(method, url, body);
    const text = await response.text();
    const content = text ? parse(text) : null;
    if (!response.ok) {
        throw new RequestError(response.status, response.statusText, errorBody(content, response));
    }
    if (response.headers.has(APEX_ERROR)) {
        throw new RequestError(500, 'Server Error', errorBody(content, response));
    }
    return content as T;
}

async function send(method: string, url: string, body: unknown): Promise<Response> {
    try {
        return await fetch(url, {
            method,
            headers: {
                Accept: 'application/json',
                [ERRORS_IN_BODY]: 'true',
                ...(body !== undefined && { 'Content-Type': 'application/json' })
            },
            ...(body !== undefined && { body: JSON.stringify(body) })
        });
    } catch {
        const message = 'The local org does not answer. Check that npm start is still running, then try again.';
        throw new RequestError(0, 'No answer', { message });
    }
}

function errorBody(content: unknown, response: Response): ErrorBody {
    const [first] = Array.isArray(content) ? (content as ReadErrorBody) : [];
    if (first) {
        return first as ErrorBody;
    }
    const body = content as ErrorBody | null;
    return body?.message ? body : { message: `The local org answered ${response.status} ${response.statusText}` };
}

function parse(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return null;
    }
}

function queryString(parameters: Record<string, string | number | undefined>): string {
    const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '');
    return given.length > 0 ? `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}` : '';
}
