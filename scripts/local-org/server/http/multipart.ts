import { raw, type NextFunction, type Request, type Response as Answer } from 'express';
import { asJsonRecord, type JsonRecord } from '../records/read-record.ts';
import { malformed, notFound } from './rest-error.ts';

const TYPE = 'multipart/form-data';
const LARGEST_BODY = '50mb';
/** Requests that may bring a file along: one record, new or changed. */
const ROWS = /\/sobjects\/\w+(\/\w+)?$/;

const readBytes = raw({ type: TYPE, limit: LARGEST_BODY });

/**
 * Makes of a request in parts the JSON body that means the same: its fields are in a part without a file, and each part
 * with one is the field of its name, which becomes base64. Source: REST API Developer Guide, Insert or Update Blob Data.
 */
export function multipartBody(request: Request, response: Answer, next: NextFunction): void {
    if (!request.is(TYPE)) {
        return next();
    }
    if (!ROWS.test(request.path)) {
        throw notFound(`Not implemented in the local org: ${TYPE} for ${request.method} ${request.path}`);
    }
    readBytes(request, response, (error?: unknown) => {
        if (error) {
            return next(error);
        }
        bodyOf(request).then((body) => {
            request.body = body;
            next();
        }, next);
    });
}

async function bodyOf(request: Request): Promise<JsonRecord> {
    const parts = [...(await partsOf(request))];
    const fields = parts.find(([, value]) => typeof value === 'string')?.[1];
    if (typeof fields !== 'string') {
        throw malformed('Multipart message must include a non-binary part with the fields of the record.');
    }
    const body = { ...asJsonRecord(parse(fields)) };
    for (const [name, value] of parts) {
        if (typeof value !== 'string') {
            body[name] = Buffer.from(await value.arrayBuffer()).toString('base64');
        }
    }
    return body;
}

function partsOf(request: Request): Promise<FormData> {
    const headers = { 'Content-Type': request.get('Content-Type') as string };
    return new Response(request.body as Buffer, { headers }).formData().catch(() => {
        throw malformed('The parts of the multipart message cannot be told apart.');
    });
}

function parse(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch (error) {
        throw malformed((error as Error).message);
    }
}
