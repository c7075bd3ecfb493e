import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ObjectSchema } from '../../data/schema/types.ts';
import type { DmlOperation, DmlOptions, DmlResult } from '../../data/types.ts';
import { toRestError } from '../http/error-response.ts';
import { RestError } from '../http/rest-error.ts';
import { readRecord, type JsonRecord } from '../records/read-record.ts';
import type { UserOrg } from '../records/user-org.ts';
import type { CsvTable } from './csv.ts';
import type { BulkJob } from './jobs.ts';

const OPERATIONS: Readonly<Record<string, DmlOperation>> = {
    insert: 'insert',
    update: 'update',
    upsert: 'upsert',
    delete: 'delete',
    hardDelete: 'delete'
};
/** Records that a trigger sees at once. */
const CHUNK = 200;
/** Says that a field is to be emptied; an empty cell leaves it as it is. */
const EMPTIED = '#N/A';

/** A job that takes records in. */
export interface IngestJob extends BulkJob {
    content: string;
    /** What came of each row, in order. */
    outcomes: { row: string[]; result: DmlResult }[];
    columns: string[];
}

/** @throws RestError INVALIDJOB for an operation that there is not, or an upsert without its field */
export function checkIngest({ operation, externalIdFieldName }: BulkJob): void {
    if (!OPERATIONS[operation]) throw new RestError(400, 'INVALIDJOB', `Unknown operation ${operation}`);
    if (operation === 'upsert' && !externalIdFieldName) {
        throw new RestError(400, 'INVALIDJOB', 'InvalidJob : externalIdFieldName is required for upsert');
    }
}

/** Saves the rows in chunks, between which others are served. Ends in the state JobComplete or Failed. */
export async function ingest(userOrg: UserOrg, job: IngestJob, { columns, rows }: CsvTable): Promise<void> {
    job.columns = columns;
    job.state = 'InProgress';
    try {
        const object = userOrg.object(job.object);
        const fields = columns.map((column) => fieldName(object, column));
        for (let start = 0; start < rows.length; start += CHUNK) {
            saveChunk(userOrg, job, object, fields, rows.slice(start, start + CHUNK));
            await nextTurn();
        }
        job.state = 'JobComplete';
    } catch (error) {
        Object.assign(job, { state: 'Failed', errorMessage: toRestError(error).message });
    }
}

function fieldName(object: ObjectSchema, column: string): string {
    const field = object.field(column.trim());
    if (!field) throw new RestError(400, 'INVALIDJOB', `InvalidBatch : Field name not found : ${column}`);
    return field.name;
}

function saveChunk(userOrg: UserOrg, job: IngestJob, object: ObjectSchema, fields: string[], rows: string[][]): void {
    const read = rows.map((row) => attempt(() => readRecord(object, bodyOf(fields, row))));
    const records = read.flatMap((outcome) => ('record' in outcome ? [outcome.record] : []));
    const saved = userOrg.save(OPERATIONS[job.operation], records, optionsOf(job));
    rows.forEach((row, index) => {
        const outcome = read[index];
        const result = 'record' in outcome ? (saved.shift() as DmlResult) : outcome.failure;
        job.outcomes.push({ row, result });
        job.processed++;
        if (!result.success) job.failed++;
    });
}

function optionsOf({ operation, externalIdFieldName }: IngestJob): Partial<DmlOptions> {
    return operation === 'upsert' ? { externalIdField: externalIdFieldName ?? 'Id' } : {};
}

function bodyOf(fields: string[], row: string[]): JsonRecord {
    const cells = fields.map((name, index) => [name, row[index] ?? ''] as const).filter(([, cell]) => cell !== '');
    return Object.fromEntries(cells.map(([name, cell]) => [name, cell === EMPTIED ? null : cell]));
}

function attempt(
    read: () => ReturnType<typeof readRecord>
): { record: ReturnType<typeof readRecord> } | { failure: DmlResult } {
    try {
        return { record: read() };
    } catch (error) {
        const { errorCode, message, fields } = toRestError(error);
        return { failure: { success: false, id: null, errors: [{ statusCode: errorCode, message, fields }] } };
    }
}

/** The rows that were saved, with their ids. */
export function successfulRows({ columns, outcomes, operation }: IngestJob): CsvTable {
    const good = outcomes.filter(({ result }) => result.success);
    const created = ({ created: isNew }: DmlResult): string => String(isNew ?? operation === 'insert');
    const rows = good.map(({ row, result }) => [result.id ?? '', created(result), ...row]);
    return { columns: ['sf__Id', 'sf__Created', ...columns], rows };
}

/** The rows that were not saved, each with why. */
export function failedRows({ columns, outcomes }: IngestJob): CsvTable {
    const bad = outcomes.filter(({ result }) => !result.success);
    const reason = ({ errors: [error] }: DmlResult): string =>
        `${error.statusCode}:${error.message}:${error.fields.join(' ')}--`;
    return {
        columns: ['sf__Id', 'sf__Error', ...columns],
        rows: bad.map(({ row, result }) => [result.id ?? '', reason(result), ...row])
    };
}
