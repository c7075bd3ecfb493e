import { Router, type Request, type Response } from 'express';
import type { ObjectSchema } from '../../data/schema/types.ts';
import { ApexDatetime } from '../../platform/values/index.ts';
import { RestError, malformed, notFound } from '../http/rest-error.ts';
import { userOrgOf } from '../http/session.ts';
import { asJsonRecord, readRecord, type JsonRecord } from '../records/read-record.ts';
import { recordId } from '../records/record-id.ts';
import { selectOne } from '../records/select.ts';
import type { UserOrg } from '../records/user-org.ts';
import { layoutFields } from './layouts.ts';
import { listParameter } from './parameters.ts';
import { saveOrExplain } from './save-error.ts';
import { selectFields, toUiRecord, type UiSelection } from './ui-record.ts';

/** `/ui-api/records`: single records with the values to show beside the stored ones. */
export function uiRecordsRouter(): Router {
    const router = Router();
    router.get('/records/:id', (request, response) => {
        const userOrg = userOrgOf(response);
        const object = userOrg.objectOfId(request.params.id);
        response.json(readUiRecord(userOrg, requestedFields(userOrg, object, request), recordId(request.params.id)));
    });
    router.post('/records', createUiRecord);
    router.patch('/records/:id', updateUiRecord);
    router.delete('/records/:id', (request, response) => {
        const userOrg = userOrgOf(response);
        const object = userOrg.objectOfId(request.params.id);
        saveOrExplain(userOrg, 'delete', readRecord(object, {}, recordId(request.params.id)));
        response.status(204).end();
    });
    return router;
}

/** Fields by name, and those of the layouts that `layoutTypes` names. */
function requestedFields(userOrg: UserOrg, object: ObjectSchema, request: Request): UiSelection {
    const layoutTypes = listParameter(request.query.layoutTypes);
    const ofLayouts = layoutTypes.flatMap((type) =>
        layoutFields(userOrg, object, type === 'Compact' ? 'Compact' : 'Full')
    );
    const optional = [...listParameter(request.query.optionalFields), ...ofLayouts];
    return selectFields(userOrg, object, listParameter(request.query.fields), optional);
}

function readUiRecord(userOrg: UserOrg, selection: UiSelection, id: string) {
    const soql = `SELECT ${selection.selectList} FROM ${selection.object.name} WHERE Id = :id`;
    const [row] = userOrg.query(soql, { id });
    if (!row) {
        throw notFound('The requested resource does not exist');
    }
    return toUiRecord(userOrg, selection, row);
}

function createUiRecord(request: Request, response: Response): void {
    const userOrg = userOrgOf(response);
    const { apiName, fields } = recordInput(request);
    if (typeof apiName !== 'string') {
        throw malformed('apiName must name the object of the new record.');
    }
    const object = userOrg.object(apiName);
    const id = saveOrExplain(userOrg, 'insert', readRecord(object, fields));
    response.status(201).json(readUiRecord(userOrg, selectFields(userOrg, object, [], Object.keys(fields)), id));
}

function updateUiRecord(request: Request, response: Response): void {
    const userOrg = userOrgOf(response);
    const id = recordId(request.params.id);
    const object = userOrg.objectOfId(id);
    const { fields } = recordInput(request);
    checkUnmodified(userOrg, object, id, request.get('If-Unmodified-Since'));
    saveOrExplain(userOrg, 'update', readRecord(object, withoutId(fields), id));
    response.json(readUiRecord(userOrg, selectFields(userOrg, object, [], Object.keys(fields)), id));
}

function recordInput(request: Request): { apiName?: unknown; fields: JsonRecord } {
    const body = asJsonRecord(request.body);
    return { apiName: body.apiName, fields: asJsonRecord(body.fields) };
}

function withoutId(fields: JsonRecord): JsonRecord {
    return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'Id'));
}

/**
 * Refuses to overwrite what somebody saved after the client read the record. HTTP dates count whole seconds, ISO
 * moments are taken to the millisecond.
 */
function checkUnmodified(userOrg: UserOrg, object: ObjectSchema, id: string, header: string | undefined): void {
    if (header === undefined) {
        return;
    }
    const modified = selectOne(userOrg, object, ['LastModifiedDate'], 'Id', id)?.fields.get('LastModifiedDate');
    const unit = header.includes('T') && header.includes('-') ? 1 : 1000;
    if (modified instanceof ApexDatetime && Math.floor(modified.epoch / unit) > Math.floor(Date.parse(header) / unit)) {
        throw new RestError(
            412,
            'PRECONDITION_FAILED',
            'Somebody changed this record after you opened it. Refresh to see the changes.'
        );
    }
}
