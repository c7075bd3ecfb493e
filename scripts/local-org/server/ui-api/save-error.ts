import type { DmlError, DmlOperation } from '../../data/types.ts';
import type { SaveErrorBody } from '../../lightning/protocol.ts';
import type { SObjectValue } from '../../platform/values/index.ts';
import { RestError } from '../http/rest-error.ts';
import type { UserOrg } from '../records/user-org.ts';

const VERBS: Partial<Record<DmlOperation, string>> = { insert: 'create', update: 'update', delete: 'delete' };

/** A save that failed, as the UI API explains it: what is wrong with which field. */
export class SaveError extends RestError {
    readonly output: SaveErrorBody['output'];

    constructor(verb: string, output: SaveErrorBody['output']) {
        super(400, 'INVALID_INPUT', `An error occurred while trying to ${verb} the record. Please try again.`);
        this.name = 'SaveError';
        this.output = output;
    }

    /** The body that `reduceErrors` of an LWC and the record form read. */
    toUiBody(): SaveErrorBody & { enhancedErrorType: string } {
        const { message, errorCode, output } = this;
        return { message, statusCode: 400, errorCode, enhancedErrorType: 'RecordError', output };
    }
}

/**
 * Saves one record and returns its id.
 * @throws SaveError that says what is wrong with which field
 */
export function saveOrExplain(userOrg: UserOrg, operation: DmlOperation, record: SObjectValue): string {
    const [result] = userOrg.save(operation, [record]);
    if (!result.success || result.id === null) {
        throw new SaveError(VERBS[operation] ?? operation, outputOf(userOrg, record.objectName, result.errors));
    }
    return result.id;
}

function outputOf(userOrg: UserOrg, objectName: string, errors: DmlError[]): SaveErrorBody['output'] {
    const output: SaveErrorBody['output'] = { errors: [], fieldErrors: {} };
    for (const { statusCode: errorCode, message, fields } of errors) {
        if (fields.length === 0) {
            output.errors.push({ errorCode, message });
        }
        for (const field of fields) {
            const fieldLabel = userOrg.org.schema.object(objectName)?.field(field)?.label ?? field;
            (output.fieldErrors[field] ??= []).push({ errorCode, message, field, fieldLabel });
        }
    }
    return output;
}
