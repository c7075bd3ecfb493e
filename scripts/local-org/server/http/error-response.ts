import type { NextFunction, Request, Response } from 'express';
import { ApexRestError } from '../../org/apex-rest/errors.ts';
import { ApexException } from '../../platform/values/index.ts';
import { RestError } from './rest-error.ts';

/** Sends any error in the shape in which Salesforce sends it: a list of `{message, errorCode, fields}`. */
export function sendError(error: unknown, _request: Request, response: Response, next: NextFunction): void {
    if (response.headersSent) {
        next(error);
        return;
    }
    const restError = toRestError(error);
    response.status(restError.status).json(restError.toBody());
}

/** The REST error that stands for any error. */
export function toRestError(error: unknown): RestError {
    if (error instanceof RestError) {
        return error;
    }
    if (error instanceof ApexException) {
        return ofApexException(error);
    }
    if (error instanceof ApexRestError) {
        return new RestError(error.status, error.errorCode, error.message);
    }
    return ofOtherError(error as Error & { status?: number; type?: string });
}

function ofApexException(error: ApexException): RestError {
    const row = error.dmlErrors[0];
    if (row) {
        return new RestError(400, row.statusCode, row.message, row.fields);
    }
    const message = error.getApexMessage();
    return new RestError(400, error.typeName === 'QueryException' ? queryErrorCode(message) : 'APEX_ERROR', message);
}

/** Which of Salesforce's codes a message of the query engine belongs to. */
function queryErrorCode(message: string): string {
    if (/no such column|didn't understand relationship|invalid field/i.test(message)) {
        return 'INVALID_FIELD';
    }
    return /sobject type .* is not supported/i.test(message) ? 'INVALID_TYPE' : 'MALFORMED_QUERY';
}

/** Status 4xx throughout: clients repeat a GET that fails with 5xx, and nothing here gets better by repeating. */
function ofOtherError(error: Error & { status?: number; type?: string }): RestError {
    if (error.type === 'entity.parse.failed') {
        return new RestError(400, 'JSON_PARSER_ERROR', error.message);
    }
    if (error.status !== undefined && error.status >= 400 && error.status < 500) {
        return new RestError(error.status, 'INVALID_REQUEST', error.message);
    }
    if (error.name === 'NotImplementedError') {
        return new RestError(404, 'NOT_IMPLEMENTED', error.message);
    }
    console.error(error);
    return new RestError(400, 'UNKNOWN_EXCEPTION', error.message);
}
