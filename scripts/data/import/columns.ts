/** What a column means; the names that a file may use for it. */
const ALIASES = {
    case_id: ['id', 'case', 'case id', 'case number', 'casenumber', 'ticket', 'ticket id', 'external_id'],
    subject: ['title', 'category', 'topic'],
    description: ['case description'],
    status: [],
    priority: [],
    origin: ['channel'],
    contact_name: ['contact', 'customer', 'customer_name'],
    contact_email: ['email', 'customer_email'],
    account_name: ['account', 'company'],
    created_date: ['created', 'opened', 'created_at', 'date opened'],
    entry_type: ['kind', 'entry type'],
    entry_date: ['date', 'sent', 'entry date'],
    author: ['from', 'by'],
    author_email: ['from_email'],
    text: ['body', 'comment', 'message', 'narrative', 'content']
} as const;

export type Column = keyof typeof ALIASES;

/** Names of all columns, for messages. */
export const COLUMNS = Object.keys(ALIASES) as Column[];

/** Where each column stands in the file, and the headings that mean nothing here. */
export interface Header {
    positions: Map<Column, number>;
    unknown: string[];
    /** Number of headings. */
    width: number;
}

/** A header that cannot be used. */
export class HeaderProblem extends Error {
    constructor(message: string) {
        super(message);
        this.name = 'HeaderProblem';
    }
}

/** Reads the first row. Throws HeaderProblem when the case id or every text is missing, or a column comes twice. */
export function readHeader(headings: string[]): Header {
    const header: Header = { positions: new Map(), unknown: [], width: headings.length };
    headings.forEach((heading, position) => place(header, heading, position));
    if (!header.positions.has('case_id')) {
        throw new HeaderProblem(`The first row names no column case_id (or id). It may name: ${COLUMNS.join(', ')}.`);
    }
    const says = ['subject', 'description', 'text'] as const;
    if (!says.some((column) => header.positions.has(column))) {
        throw new HeaderProblem(
            `The first row names none of the columns ${says.join(', ')}: there would be nothing to load.`
        );
    }
    return header;
}

function place(header: Header, heading: string, position: number): void {
    const column = columnOf(heading);
    if (column === undefined) {
        header.unknown.push(heading);
    } else if (header.positions.has(column)) {
        throw new HeaderProblem(`The first row names the column ${column} twice (again as "${heading}").`);
    } else {
        header.positions.set(column, position);
    }
}

function columnOf(heading: string): Column | undefined {
    const name = heading.trim().toLowerCase();
    return COLUMNS.find(
        (column) =>
            column === name ||
            column.replaceAll('_', ' ') === name ||
            (ALIASES[column] as readonly string[]).includes(name)
    );
}
