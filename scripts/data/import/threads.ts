import { checkRow, tooLongText, type CaseColumn, type CheckedRow, type Entry } from './entry.ts';
import type { Problem } from './problem.ts';
import { readCsv } from './read-csv.ts';

/** A case with its thread, ready to be loaded. */
export interface CaseThread {
    caseId: string;
    /** Line of its first row. */
    line: number;
    fields: Partial<Record<CaseColumn, string>>;
    /** In the order of the file. */
    entries: (Entry & { type: 'comment' | 'email_in' | 'email_out' })[];
}

/** What a file comes to. */
export interface ThreadFile {
    threads: CaseThread[];
    problems: Problem[];
    unknownColumns: string[];
    /** Rows of the file, bad ones included. */
    rowCount: number;
}

/**
 * Reads a file into cases. A case of which one row is bad is left out as a whole: a thread with a hole would tell another story.
 * Throws UnreadableFile or HeaderProblem when nothing can be read.
 */
export function readThreads(file: Uint8Array): ThreadFile {
    const { rows, problems, unknownColumns } = readCsv(file);
    const rowCount = rows.length + problems.length;
    const threads = new Map<string, CaseThread>();
    const refuse = (line: number, caseId: string | null, reason: string) => problems.push({ line, caseId, reason });
    for (const raw of rows) {
        const row = checkRow(raw);
        if (typeof row === 'string') {
            refuse(raw.line, raw.cells.case_id || null, row);
            continue;
        }
        const thread = threads.get(row.caseId) ?? { caseId: row.caseId, line: row.line, fields: {}, entries: [] };
        threads.set(row.caseId, thread);
        const reason = addTo(thread, row);
        if (reason !== '') {
            refuse(row.line, row.caseId, reason);
        }
    }
    const spoiled = new Set(problems.map((problem) => problem.caseId));
    const whole = [...threads.values()].filter((thread) => !spoiled.has(thread.caseId));
    return {
        threads: whole,
        problems: problems.sort((left, right) => left.line - right.line),
        unknownColumns,
        rowCount
    };
}

/** Adds a row to its case; returns the reason when it cannot be added. Values of the case may repeat, but not differ. */
function addTo(thread: CaseThread, row: CheckedRow): string {
    for (const [column, value] of Object.entries(row.fields) as [CaseColumn, string][]) {
        const known = thread.fields[column];
        if (known !== undefined && known !== value) {
            return `The ${column} differs from line ${thread.line}, which has the same case_id.`;
        }
        thread.fields[column] = value;
    }
    return row.entry === null ? '' : addEntry(thread, row.entry);
}

function addEntry(thread: CaseThread, entry: Entry): string {
    const type =
        entry.type ??
        (thread.fields.description === undefined && thread.entries.length === 0 ? 'description' : 'comment');
    const reason = tooLongText(entry, type);
    if (reason !== '') {
        return reason;
    }
    if (type !== 'description') {
        thread.entries.push({ ...entry, type });
        return '';
    }
    if (thread.fields.description !== undefined) {
        return 'The case has a description already.';
    }
    thread.fields.description = entry.text;
    if (entry.date !== null) {
        thread.fields.created_date ??= entry.date;
    }
    return '';
}
