import type { Request, Response } from 'express';
import type { DmlOperation, DmlOptions, DmlResult } from '../../data/types.ts';
import type { SObjectValue } from '../../platform/values/index.ts';
import { toRestError } from '../http/error-response.ts';
import { RestError, malformed, notFound } from '../http/rest-error.ts';
import { userOrgOf } from '../http/session.ts';
import { asJsonRecord, readRecord, type JsonRecord } from '../records/read-record.ts';
import { recordId } from '../records/record-id.ts';
import { fieldPaths, withId } from '../records/select.ts';
import type { UserOrg } from '../records/user-org.ts';
import { writeRecord } from '../records/write-record.ts';
import { auditFieldOptions } from './audit-fields.ts';
import { Resources } from './resources.ts';
import { toSaveResult, type SaveResult } from './save-result.ts';

const LARGEST_COLLECTION = 200;
const MOST_ROWS_READ = 2000;

/** Up to 200 records at once: `/composite/sobjects` and `/composite/sobjects/X`. */
export function compositeCollectionsResources(): Resources {
    const resources = new Resources();
    resources.post('/composite/sobjects', (request, response) => saveCollection('insert', request, response));
    resources.patch('/composite/sobjects', (request, response) => saveCollection('update', request, response));
    resources.patch('/composite/sobjects/:object/:field', upsertCollection);
    resources.delete('/composite/sobjects', deleteCollection);
    resources.get('/composite/sobjects/:object', (request, response) =>
        readCollection(request, response, listOf(request.query.ids), listOf(request.query.fields))
    );
    resources.post('/composite/sobjects/:object', (request, response) => {
        const { ids, fields } = asJsonRecord(request.body);
        readCollection(request, response, ids as string[], fields as string[]);
    });
    return resources;
}

function saveCollection(operation: DmlOperation, request: Request, response: Response): void {
    const userOrg = userOrgOf(response);
    const bodies = bodiesOf(request);
    const read = (body: JsonRecord): SObjectValue => {
        const type = (body.attributes as { type?: string } | undefined)?.type;
        if (!type) {
            throw malformed('Each record needs attributes.type.');
        }
        const { id, ...fields } = body;
        return readRecord(userOrg.object(type), id === undefined ? fields : { ...fields, Id: id });
    };
    const options = operation === 'insert' ? auditFieldOptions(request, response) : {};
    response.json(saveAll(userOrg, operation, bodies, read, request.body.allOrNone === true, options));
}

function upsertCollection(request: Request, response: Response): void {
    const userOrg = userOrgOf(response);
    const object = userOrg.object(request.params.object as string);
    const field = object.field(request.params.field as string);
    if (!field) {
        throw notFound();
    }
    const options = { ...auditFieldOptions(request, response), externalIdField: field.name };
    const read = (body: JsonRecord): SObjectValue => readRecord(object, body);
    response.json(saveAll(userOrg, 'upsert', bodiesOf(request), read, request.body.allOrNone === true, options));
}

function deleteCollection(request: Request, response: Response): void {
    const userOrg = userOrgOf(response);
    const bodies = listOf(request.query.ids).map((id) => ({ Id: id }));
    const read = (body: JsonRecord): SObjectValue => readRecord(userOrg.objectOfId(recordId(body.Id)), body);
    response.json(saveAll(userOrg, 'delete', bodies, read, request.query.allOrNone === 'true', {}));
}

function bodiesOf(request: Request): JsonRecord[] {
    const { records } = asJsonRecord(request.body);
    if (!Array.isArray(records)) {
        throw malformed('The body needs a list `records`.');
    }
    if (records.length > LARGEST_COLLECTION) {
        throw new RestError(400, 'LIMIT_EXCEEDED', `A collection holds at most ${LARGEST_COLLECTION} records.`);
    }
    return records.map(asJsonRecord);
}

/** Reads each body, saves those that could be read in runs of one type, and reports in the order of the bodies. */
function saveAll(
    userOrg: UserOrg,
    operation: DmlOperation,
    bodies: JsonRecord[],
    read: (body: JsonRecord) => SObjectValue,
    allOrNone: boolean,
    options: Partial<DmlOptions>
): SaveResult[] {
    return userOrg.together(() => {
        const outcomes = bodies.map((body) => attempt(() => read(body)));
        const records = outcomes.filter((outcome) => 'record' in outcome).map((outcome) => outcome.record);
        const saved = runsOfOneType(records).flatMap((run) => userOrg.saveWithin(operation, run, options));
        const results = outcomes.map((outcome) =>
            'record' in outcome ? toSaveResult(saved.shift() as DmlResult) : outcome.failure
        );
        const keep = !allOrNone || results.every((result) => result.success);
        return { keep, result: keep ? results : results.map(rolledBack) };
    });
}

function attempt(read: () => SObjectValue): { record: SObjectValue } | { failure: SaveResult } {
    try {
        return { record: read() };
    } catch (error) {
        const { errorCode, message, fields } = toRestError(error);
        return { failure: { success: false, errors: [{ statusCode: errorCode, message, fields }] } };
    }
}

function runsOfOneType(records: SObjectValue[]): SObjectValue[][] {
    const runs: SObjectValue[][] = [];
    for (const record of records) {
        const last = runs.at(-1);
        if (last && last[0].objectName === record.objectName) {
            last.push(record);
        } else {
            runs.push([record]);
        }
    }
    return runs;
}

function rolledBack(result: SaveResult): SaveResult {
    const message = 'Record rolled back because not all records were valid and the request was using AllOrNone header';
    const statusCode = 'ALL_OR_NONE_OPERATION_ROLLED_BACK';
    return result.success ? { success: false, errors: [{ statusCode, message, fields: [] }] } : result;
}

function readCollection(request: Request, response: Response, ids: string[], fields: string[]): void {
    if (!Array.isArray(ids) || !Array.isArray(fields) || ids.length > MOST_ROWS_READ) {
        throw malformed(`Give ids (at most ${MOST_ROWS_READ}) and fields.`);
    }
    const userOrg = userOrgOf(response);
    const object = userOrg.object(request.params.object as string);
    const wanted = ids.map(recordId);
    const list = withId(fieldPaths(fields)).join(', ');
    const quoted = wanted.map((id) => `'${id}'`).join(', ');
    const rows = wanted.length === 0 ? [] : userOrg.query(`SELECT ${list} FROM ${object.name} WHERE Id IN (${quoted})`);
    const byId = new Map(rows.map((row) => [row.id, writeRecord(row, request.baseUrl)]));
    response.json(wanted.map((id) => byId.get(id) ?? null));
}

function listOf(parameter: unknown): string[] {
    return typeof parameter === 'string' && parameter !== '' ? parameter.split(',') : [];
}
