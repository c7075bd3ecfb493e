import type { DataEngine, DmlError, DmlOperation, DmlOptions, DmlResult } from '../../data/types.ts';
import { ApexException, type SObjectValue } from '../../platform/values/index.ts';

/** What Apex in user mode says of fields that the user may not write. */
const INACCESSIBLE_FIELDS = /^Operation failed due to fields being inaccessible/;
const ADVICE =
    'Please check the security settings of this field and verify that it is read/write for your profile or permission set.';

/**
 * Saves records as the APIs do: each for itself, with the outcome of each. Apex in user mode refuses a whole operation
 * when one record has a field that the user may not write; here only that record fails, and in the APIs' own words.
 */
export function apiDml(
    data: DataEngine,
    operation: DmlOperation,
    records: SObjectValue[],
    options: DmlOptions
): DmlResult[] {
    try {
        return data.dml(operation, records, options);
    } catch (error) {
        if (!(error instanceof ApexException) || error.dmlErrors.length === 0) {
            throw error;
        }
        return records.length === 1
            ? [{ success: false, id: null, errors: error.dmlErrors.map(inApiWords) }]
            : records.flatMap((record) => apiDml(data, operation, [record], options));
    }
}

function inApiWords({ statusCode, message, fields }: DmlError): DmlError {
    return INACCESSIBLE_FIELDS.test(message)
        ? {
              statusCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
              message: `Unable to create/update fields: ${fields.join(', ')}. ${ADVICE}`,
              fields
          }
        : { statusCode, message, fields };
}
