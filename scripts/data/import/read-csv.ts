import { parse, type CsvError, type Info } from 'csv-parse/sync';
import { readHeader, type Column, type Header } from './columns.ts';
import type { Problem } from './problem.ts';

/** A row of the file by column; empty cells are empty strings. */
export interface RawRow {
    /** Line where the row begins, from 1. */
    line: number;
    cells: Partial<Record<Column, string>>;
}

/** What a file holds. */
export interface CsvContent {
    rows: RawRow[];
    problems: Problem[];
    unknownColumns: string[];
}

/** A file that cannot be read as a whole. */
export class UnreadableFile extends Error {
    constructor(message: string) {
        super(message);
        this.name = 'UnreadableFile';
    }
}

/**
 * Reads CSV: UTF-8 with or without a byte order mark; comma, semicolon or tab, whichever the first row uses; quoted newlines.
 * Throws UnreadableFile when it is empty or not UTF-8, HeaderProblem when its first row cannot be used.
 */
export function readCsv(file: Uint8Array): CsvContent {
    const text = decode(file);
    const { records, problems } = split(text);
    const [first, ...rest] = records;
    if (first === undefined) {
        throw new UnreadableFile('The file is empty: its first row has to name the columns.');
    }
    const header = readHeader(first.values);
    const content: CsvContent = { rows: [], problems, unknownColumns: header.unknown };
    rest.forEach((record) => addRow(content, header, record));
    return content;
}

interface CsvRecord {
    line: number;
    values: string[];
}

function decode(file: Uint8Array): string {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(file);
    } catch {
        throw new UnreadableFile('The file is not UTF-8. Save it as "CSV UTF-8" and try again.');
    }
}

/** Splits the text into records. Records that are no CSV become problems; the reader goes on with the next line where it can. */
function split(text: string): { records: CsvRecord[]; problems: Problem[] } {
    const problems: Problem[] = [];
    const found = parse(text, {
        delimiter: delimiterOf(text),
        info: true,
        relax_column_count: true,
        skip_empty_lines: true,
        skip_records_with_error: true,
        on_skip: (error: CsvError | undefined) => {
            problems.push({
                line: Number(error?.lines ?? 0),
                caseId: null,
                reason: `This is no CSV: ${error?.message ?? 'unreadable row'}`
            });
        }
    }) as unknown as { record: string[]; info: Info }[];
    const records = found.map(({ record, info }) => ({ line: info.lines - newlines(record), values: record }));
    return { records, problems };
}

/** The separator that occurs most in the first line, outside quotes. */
function delimiterOf(text: string): string {
    const firstLine = /^[^\r\n]*/.exec(text)?.[0].replace(/"[^"]*"/g, '') ?? '';
    const count = (delimiter: string) => firstLine.split(delimiter).length;
    return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best));
}

/** Line breaks inside a record; the parser tells the line where a record ends. */
function newlines(record: string[]): number {
    return record.reduce((sum, value) => sum + (value.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}

function addRow(content: CsvContent, header: Header, { line, values }: CsvRecord): void {
    const cells = Object.fromEntries(
        [...header.positions].map(([column, position]) => [column, (values[position] ?? '').trim()])
    );
    if (values.length !== header.width) {
        const reason = `The row has ${values.length} cells, the first row ${header.width}. A quote or a separator may be missing.`;
        content.problems.push({ line, caseId: (cells.case_id as string | undefined) || null, reason });
    } else if (values.some((value) => value.trim() !== '')) {
        content.rows.push({ line, cells });
    }
}
