import type { Column } from './columns.ts';
import type { RawRow } from './read-csv.ts';

/** What an entry of a thread is. */
export type EntryType = 'description' | 'comment' | 'email_in' | 'email_out';

/** A row whose values were checked. */
export interface CheckedRow {
    line: number;
    caseId: string;
    /** Values of the case; only those that the row gives. */
    fields: Partial<Record<CaseColumn, string>>;
    /** The row's part of the thread, if it has one. */
    entry: Entry | null;
}

/** One turn of a thread. */
export interface Entry {
    line: number;
    /** Null when the file does not say: the first text of a case is its description, later ones are comments. */
    type: EntryType | null;
    /** ISO 8601 in UTC. */
    date: string | null;
    author: string;
    authorEmail: string;
    text: string;
}

const CASE_COLUMNS = [
    'subject',
    'description',
    'status',
    'priority',
    'origin',
    'contact_name',
    'contact_email',
    'account_name',
    'created_date'
] as const;
export type CaseColumn = (typeof CASE_COLUMNS)[number];

/** Longest values in characters, as Salesforce's fields are. */
const LONGEST: Partial<Record<Column, number>> = {
    case_id: 255,
    subject: 255,
    description: 32_000,
    status: 255,
    priority: 255,
    origin: 255,
    contact_name: 121,
    contact_email: 80,
    account_name: 255,
    author: 121,
    author_email: 80
};
const LONGEST_TEXT: Record<EntryType, number> = {
    description: 32_000,
    comment: 4000,
    email_in: 131_072,
    email_out: 131_072
};
const TYPES: Record<string, EntryType> = {
    description: 'description',
    comment: 'comment',
    note: 'comment',
    email_in: 'email_in',
    email: 'email_in',
    inbound: 'email_in',
    email_out: 'email_out',
    outbound: 'email_out'
};
const DATE = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?$/;
const EMAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;

/** Checks a row. Returns the row, or the reason why it cannot be loaded. */
export function checkRow({ line, cells }: RawRow): CheckedRow | string {
    const reason = longest(cells) ?? unreadable(cells);
    if (reason !== null) {
        return reason;
    }
    const entry = cells.text ? entryOf(line, cells) : null;
    const given = CASE_COLUMNS.filter((column) => cells[column]).map((column) => [
        column,
        value(column, cells[column] as string)
    ]);
    const row: CheckedRow = { line, caseId: cells.case_id as string, fields: Object.fromEntries(given), entry };
    return (entry?.type && tooLongText(entry, entry.type)) || row;
}

/** The reason why an entry's text is too long for what it is; empty when it is not. */
export function tooLongText(entry: Entry, type: EntryType): string {
    const length = type === 'comment' ? commentBody(entry).length : entry.text.length;
    return length > LONGEST_TEXT[type] ? tooLong(`text of a ${type}`, length, LONGEST_TEXT[type]) : '';
}

/** A comment's text; comments have no field for an author from outside, so it goes first. */
export function commentBody(entry: Entry): string {
    return entry.author === '' ? entry.text : `${entry.author}: ${entry.text}`;
}

function longest(cells: RawRow['cells']): string | null {
    for (const [column, limit] of Object.entries(LONGEST) as [Column, number][]) {
        const length = cells[column]?.length ?? 0;
        if (length > limit) {
            return tooLong(column, length, limit);
        }
    }
    return null;
}

function tooLong(what: string, length: number, limit: number): string {
    return `The ${what} has ${length} characters; at most ${limit} fit.`;
}

function unreadable(cells: RawRow['cells']): string | null {
    if (!cells.case_id) {
        return 'The case_id is empty.';
    }
    for (const column of ['created_date', 'entry_date'] as const) {
        if (cells[column] && toIso(cells[column]) === null) {
            return `The ${column} "${cells[column]}" is no date. Write 2026-03-31 or 2026-03-31T14:05:00Z.`;
        }
    }
    for (const column of ['contact_email', 'author_email'] as const) {
        if (cells[column] && !EMAIL.test(cells[column])) {
            return `The ${column} "${cells[column]}" is no e-mail address.`;
        }
    }
    if (cells.entry_type && TYPES[cells.entry_type.toLowerCase()] === undefined) {
        return `The entry_type "${cells.entry_type}" is not known. Write description, comment, email_in or email_out.`;
    }
    return cells.entry_type && !cells.text ? `The row is a ${cells.entry_type} without a text.` : null;
}

function entryOf(line: number, cells: RawRow['cells']): Entry {
    return {
        line,
        type: cells.entry_type ? TYPES[cells.entry_type.toLowerCase()] : null,
        date: cells.entry_date ? toIso(cells.entry_date) : null,
        author: cells.author ?? '',
        authorEmail: cells.author_email ?? '',
        text: cells.text as string
    };
}

function value(column: CaseColumn, text: string): string {
    return column === 'created_date' ? (toIso(text) as string) : text;
}

/** ISO in UTC, or null; a time without a zone is UTC, a date without a time its midnight. */
function toIso(text: string): string | null {
    const match = DATE.exec(text);
    if (match === null) {
        return null;
    }
    const zone = (match[3] ?? 'Z').replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
    const moment = new Date(`${match[1]}T${match[2] ?? '00:00'}${zone}`);
    const exists = new Date(`${match[1]}T00:00Z`).toJSON()?.startsWith(match[1]) ?? false;
    return exists && !Number.isNaN(moment.getTime()) ? moment.toISOString() : null;
}
