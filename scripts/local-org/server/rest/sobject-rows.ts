import type { Request, Response } from 'express';
import type { ObjectSchema } from '../../data/schema/types.ts';
import { RestError, notFound } from '../http/rest-error.ts';
import { userOrgOf } from '../http/session.ts';
import { simpleFields, withAddresses } from '../records/compound-fields.ts';
import { readRecord } from '../records/read-record.ts';
import { readValue } from '../records/read-value.ts';
import { recordId } from '../records/record-id.ts';
import { selectOne } from '../records/select.ts';
import { writeRecord } from '../records/write-record.ts';
import { auditFieldOptions } from './audit-fields.ts';
import { Resources } from './resources.ts';
import { successOf } from './save-result.ts';

/** Single records: `/sobjects/X`, `/sobjects/X/<id>` and `/sobjects/X/<external id field>/<value>`. */
export function sobjectRowsResources(): Resources {
    const resources = sobjectReadResources();
    resources.post('/sobjects/:object', createRow);
    resources.patch('/sobjects/:object/:id', updateRow);
    resources.delete('/sobjects/:object/:id', (request, response) => {
        const { object, value } = idMatch(request, response);
        removeRow(response, object, value as string);
    });
    resources.patch('/sobjects/:object/:field/:value', upsertRow);
    resources.delete('/sobjects/:object/:field/:value', (request, response) => {
        const { object, field, value } = externalMatch(request, response);
        removeRow(response, object, selectOne(userOrgOf(response), object, ['Id'], field, value)?.id ?? null);
    });
    return resources;
}

/** The same for reading only. */
export function sobjectReadResources(): Resources {
    const resources = new Resources();
    resources.get('/sobjects/:object/:id', (request, response) =>
        readRow(request, response, idMatch(request, response))
    );
    resources.get('/sobjects/:object/:field/:value', (request, response) =>
        readRow(request, response, externalMatch(request, response))
    );
    return resources;
}

interface Match {
    object: ObjectSchema;
    field: string;
    value: unknown;
}

function idMatch(request: Request, response: Response): Match {
    const object = userOrgOf(response).object(request.params.object as string);
    return { object, field: 'Id', value: recordId(request.params.id as string) };
}

function externalMatch(request: Request, response: Response): Match {
    const object = userOrgOf(response).object(request.params.object as string);
    const field = object.field(request.params.field as string);
    if (!field || !(field.externalId || field.unique || field.name === 'Id')) {
        throw notFound('Provided external ID field does not exist or is not accessible: ' + request.params.field);
    }
    return { object, field: field.name, value: readValue(field, request.params.value) };
}

function createRow(request: Request, response: Response): void {
    const userOrg = userOrgOf(response);
    const object = userOrg.object(request.params.object as string);
    const [result] = userOrg.save('insert', [readRecord(object, request.body)], auditFieldOptions(request, response));
    const { id, errors } = successOf(result);
    response.status(201).set('Location', `${request.baseUrl}/sobjects/${object.name}/${id}`);
    response.json({ id, success: true, errors });
}

function readRow(request: Request, response: Response, { object, field, value }: Match): void {
    const userOrg = userOrgOf(response);
    const wanted = typeof request.query.fields === 'string' ? request.query.fields.split(',') : null;
    const row = selectOne(userOrg, object, wanted ?? simpleFields(userOrg, object), field, value);
    if (!row) {
        throw notFound();
    }
    const record = writeRecord(row, request.baseUrl);
    response.json(wanted ? record : withAddresses(userOrg, object, record));
}

function updateRow(request: Request, response: Response): void {
    const { object, value } = idMatch(request, response);
    const [result] = userOrgOf(response).save('update', [readRecord(object, request.body, value as string)]);
    successOf(result);
    response.status(204).end();
}

function upsertRow(request: Request, response: Response): void {
    const { object, field, value } = externalMatch(request, response);
    const record = readRecord(object, request.body);
    if (record.fields.has(field) && field !== 'Id') {
        throw new RestError(400, 'INVALID_FIELD', `The ${field} field should not be specified in the sobject data.`, [
            field
        ]);
    }
    record.fields.set(field, value);
    const options = { ...auditFieldOptions(request, response), externalIdField: field };
    const result = successOf(userOrgOf(response).save('upsert', [record], options)[0]);
    response
        .status(result.created ? 201 : 200)
        .json({ id: result.id, success: true, errors: [], created: result.created });
}

function removeRow(response: Response, object: ObjectSchema, id: string | null): void {
    if (id === null) {
        throw notFound();
    }
    const [result] = userOrgOf(response).save('delete', [readRecord(object, {}, id)]);
    successOf(result);
    response.status(204).end();
}
