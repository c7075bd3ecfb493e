import type { Request, Response } from 'express';
import { toRestError } from '../../http/error-response.ts';
import { notFound } from '../../http/rest-error.ts';
import type { Resources } from '../resources.ts';

/** One request inside of another one. */
export interface Subrequest {
    method: string;
    /** From `/services/data` on. */
    url: string;
    body?: unknown;
    headers?: Record<string, string>;
}

/** What a subrequest came to. */
export interface SubrequestResult {
    status: number;
    body: unknown;
    headers: Record<string, string>;
}

/** Asks the resources that Salesforce allows in composite requests, as the same user. */
export type Dispatch = (subrequest: Subrequest) => SubrequestResult;

/** A dispatcher for the subrequests of a request. */
export function dispatcher(resources: Resources, request: Request, response: Response): Dispatch {
    return (subrequest) => {
        const captured = new CapturedResponse(response.locals);
        try {
            answer(resources, derivedRequest(request, subrequest), captured);
        } catch (error) {
            const restError = toRestError(error);
            captured.status(restError.status).json(restError.toBody());
        }
        return captured.result();
    };
}

function answer(resources: Resources, request: Request, captured: CapturedResponse): void {
    const [, base, path] = /^(\/services\/data\/v\d+\.0)(\/[^?]*)/.exec(request.url) ?? [null, '', ''];
    request.baseUrl = base;
    const answered = resources.answer(request.method, path, request, captured as unknown as Response);
    if (!answered) throw notFound(`Not allowed in a composite request: ${request.method} ${request.url}`);
}

/** The outer request with the parts of the inner one in front. */
function derivedRequest(request: Request, { method, url, body, headers }: Subrequest): Request {
    const lowerCase = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
    return Object.assign(Object.create(request) as Request, {
        method: method.toUpperCase(),
        url: url.replace(/ /g, '+'),
        originalUrl: url,
        body: body ?? {},
        headers: { ...request.headers, ...Object.fromEntries(lowerCase) }
    });
}

/** Takes an answer instead of sending it. */
class CapturedResponse {
    readonly locals: Response['locals'];
    private statusCode = 200;
    private body: unknown = null;
    private readonly headers: Record<string, string> = {};

    constructor(locals: Response['locals']) {
        this.locals = locals;
    }

    status(code: number): this {
        this.statusCode = code;
        return this;
    }

    set(name: string, value: string): this {
        this.headers[name] = value;
        return this;
    }

    json(body: unknown): this {
        this.body = JSON.parse(JSON.stringify(body));
        return this;
    }

    end(): this {
        return this;
    }

    result(): SubrequestResult {
        return { status: this.statusCode, body: this.body, headers: this.headers };
    }
}
