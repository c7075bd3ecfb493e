import type { Request, Response } from 'express';
import { RestError, malformed } from '../http/rest-error.ts';
import { userOrgOf } from '../http/session.ts';
import { asJsonRecord } from '../records/read-record.ts';
import { fieldPaths } from '../records/select.ts';
import { writeRecord } from '../records/write-record.ts';
import { Resources } from './resources.ts';

/** `/search?q=<SOSL>` and `/parameterizedSearch`. */
export function searchResources(): Resources {
    const resources = new Resources();
    resources.get('/search', (request, response) => {
        const sosl = request.query.q;
        if (typeof sosl !== 'string' || sosl.trim() === '') {
            throw malformed('The parameter q must hold a SOSL search.');
        }
        sendFound(request, response, sosl);
    });
    resources.get('/parameterizedSearch', (request, response) => {
        const { q, sobject, ...rest } = request.query;
        const sobjects = sobject === undefined ? [] : [sobject].flat().map((name) => ({ name }));
        sendFound(request, response, soslOf({ ...rest, q, sobjects }));
    });
    resources.post('/parameterizedSearch', (request, response) =>
        sendFound(request, response, soslOf(asJsonRecord(request.body)))
    );
    return resources;
}

function sendFound(request: Request, response: Response, sosl: string): void {
    const found = userOrgOf(response).search(sosl).flat();
    response.json({ searchRecords: found.map((record) => writeRecord(record, request.baseUrl)) });
}

interface SearchedObject {
    name: string;
    fields?: string[];
    limit?: number;
    where?: string;
}

/**
 * The SOSL of a parameterized search. Unlike SOSL its text has no operators.
 * @throws RestError MALFORMED_SEARCH without a text or objects
 */
function soslOf({ q, sobjects, fields, in: group, overallLimit }: Record<string, unknown>): string {
    if (typeof q !== 'string' || q.trim() === '')
        throw new RestError(400, 'MALFORMED_SEARCH', 'Missing search text: q');
    if (!Array.isArray(sobjects) || sobjects.length === 0) {
        throw new RestError(400, 'MALFORMED_SEARCH', 'The local org searches only objects that are named: sobjects');
    }
    const common = typeof fields === 'string' ? fields.split(',') : Array.isArray(fields) ? fields.map(String) : ['Id'];
    const objects = (sobjects as SearchedObject[]).map((object) => returning(object, common));
    const limit = Number(overallLimit) > 0 ? ` LIMIT ${Number(overallLimit)}` : '';
    const text = q.replace(/[?&|!{}[\]()^~*:\\"'+-]/g, '\\$&');
    const scope = ['ALL', 'NAME', 'EMAIL', 'PHONE', 'SIDEBAR'].find((name) => name === String(group).toUpperCase());
    return `FIND {${text}} IN ${scope ?? 'ALL'} FIELDS RETURNING ${objects.join(', ')}${limit}`;
}

function returning({ name, fields, limit, where }: SearchedObject, common: string[]): string {
    const [object] = fieldPaths([String(name)]);
    const list = fieldPaths(fields ?? common).join(', ');
    return `${object}(${list}${where ? ` WHERE ${where}` : ''}${Number(limit) > 0 ? ` LIMIT ${Number(limit)}` : ''})`;
}
