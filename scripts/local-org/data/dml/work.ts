import { ApexException } from '../../platform/values/index.ts';
import type { SObjectValue } from '../../platform/values/index.ts';
import type { DmlError, DmlOperation } from '../types.ts';

/** One record on its way through the order of execution. */
export interface Work {
    /** The record that the caller gave; it gets the Id at the end. */
    given: SObjectValue;
    index: number;
    /** What is saved: a copy that triggers may change. */
    record: SObjectValue;
    /** The record as it was; null on insert. */
    old: SObjectValue | null;
    errors: DmlError[];
}

export function fail(work: Work, statusCode: string, message: string, fields: string[] = []): void {
    work.errors.push({ statusCode, message, fields });
}

export function failed(work: Work): boolean {
    return work.errors.length > 0;
}

/** Errors that triggers and validation rules left on the record. */
export function collectRecordErrors(works: Work[]): void {
    for (const work of works) {
        for (const source of new Set([work.record, ...(work.old ? [work.old] : [])])) {
            for (const { message, field } of source.errors) {
                fail(work, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message, field ? [field] : []);
            }
            source.errors = [];
        }
    }
}

/** The exception of a DML statement of which a record failed. */
export function dmlException(operation: DmlOperation, works: Work[]): ApexException {
    const bad = works.filter(failed).sort((a, b) => a.index - b.index);
    const [first] = bad;
    const error = first.errors[0];
    const name = operation[0].toUpperCase() + operation.slice(1);
    const id = first.given.id ?? first.record.id;
    const row = id && operation !== 'insert' ? `row ${first.index} with id ${id}` : `row ${first.index}`;
    const text = `${name} failed. First exception on ${row}; first error: ${error.statusCode}, ${error.message}: [${error.fields.join(', ')}]`;
    const exception = new ApexException('DmlException', text);
    exception.dmlErrors = bad.map((work) => ({
        index: work.index,
        id: work.given.id,
        statusCode: work.errors[0].statusCode,
        message: work.errors[0].message,
        fields: work.errors[0].fields,
        objectName: work.given.objectName
    }));
    return exception;
}
