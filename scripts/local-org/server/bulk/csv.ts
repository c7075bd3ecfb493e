import { parse } from 'csv-parse/sync';
import { ApexDatetime, SObjectValue } from '../../platform/values/index.ts';
import { RestError } from '../http/rest-error.ts';

/** How a job writes its CSV. */
export interface CsvFormat {
    columnDelimiter: string;
    lineEnding: string;
}

const DELIMITERS: Readonly<Record<string, string>> = {
    BACKQUOTE: '`',
    CARET: '^',
    COMMA: ',',
    PIPE: '|',
    SEMICOLON: ';',
    TAB: '\t'
};

/** The names of the columns and the rows below them. */
export interface CsvTable {
    columns: string[];
    rows: string[][];
}

/**
 * Reads CSV with a line of column names.
 * @throws RestError INVALIDJOB when it is not well-formed
 */
export function readCsv(text: string, { columnDelimiter }: CsvFormat): CsvTable {
    try {
        const [columns = [], ...rows] = parse(text, {
            delimiter: delimiterOf(columnDelimiter),
            bom: true,
            skip_empty_lines: true
        });
        return { columns, rows };
    } catch (error) {
        throw new RestError(400, 'INVALIDJOB', `InvalidBatch : ${(error as Error).message}`);
    }
}

/** Writes a table, every value in quotation marks. */
export function writeCsv({ columns, rows }: CsvTable, { columnDelimiter, lineEnding }: CsvFormat): string {
    const line = (values: string[]): string => values.map(quoted).join(delimiterOf(columnDelimiter));
    return [columns, ...rows].map((values) => line(values) + (lineEnding === 'CRLF' ? '\r\n' : '\n')).join('');
}

function quoted(value: string): string {
    return `"${value.replaceAll('"', '""')}"`;
}

/** @throws RestError INVALIDJOB for a name that Salesforce does not know */
export function delimiterOf(name: string): string {
    const delimiter = DELIMITERS[name];
    if (delimiter === undefined) throw new RestError(400, 'INVALIDJOB', `Unknown column delimiter ${name}`);
    return delimiter;
}

/** The text of a value at a path such as `Account.Name`; empty when there is none. */
export function csvValue(record: SObjectValue, path: string): string {
    const [first, ...rest] = path.split('.');
    const member = (values: Map<string, unknown>): unknown =>
        [...values].find(([name]) => name.toLowerCase() === first.toLowerCase())?.[1];
    if (rest.length) {
        const parent = member(record.parents);
        return parent instanceof SObjectValue ? csvValue(parent, rest.join('.')) : '';
    }
    const value = member(record.fields) ?? '';
    if (value instanceof ApexDatetime) return value.toIso();
    return typeof value === 'object' ? String(JSON.parse(JSON.stringify(value)) as unknown) : String(value);
}
