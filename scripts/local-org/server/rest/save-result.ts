import type { DmlResult } from '../../data/types.ts';
import { RestError } from '../http/rest-error.ts';

/** A save as the REST API reports it in lists. */
export interface SaveResult {
    id?: string;
    success: boolean;
    errors: { statusCode: string; message: string; fields: string[] }[];
    created?: boolean;
}

/** How the collection resources report a record. */
export function toSaveResult(result: DmlResult): SaveResult {
    const { success, id, errors, created } = result;
    return { ...(id ? { id } : {}), success, errors, ...(created === undefined ? {} : { created }) };
}

/**
 * The result of a save that succeeded.
 * @throws RestError with the first error of one that did not
 */
export function successOf(result: DmlResult): DmlResult {
    const error = result.errors[0];
    if (!result.success && error) {
        throw new RestError(statusOf(error.statusCode), error.statusCode, error.message, error.fields);
    }
    return result;
}

function statusOf(statusCode: string): number {
    if (statusCode === 'ENTITY_IS_DELETED' || statusCode === 'INVALID_CROSS_REFERENCE_KEY') {
        return 404;
    }
    return statusCode.startsWith('INSUFFICIENT_ACCESS') ? 403 : 400;
}
