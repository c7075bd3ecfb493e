import { parseAnonymous } from '../../local-org/apex/syntax/parse.ts';
import type { QueryLevel } from '../../local-org/apex/syntax/query-columns.ts';
import { apexUnit, asQuery, isQuery, nodesOf } from './apex.ts';
import type { SourceFile } from './source-file.ts';

/** A SOQL query in Apex: what it names, and where. */
export interface ApexQuery {
    readonly level: QueryLevel;
    /** Line of the query; the columns of a static query know their own lines. */
    readonly line: number;
    readonly dynamic: boolean;
}

interface Text {
    readonly kind: string;
    readonly line: number;
    readonly type?: string;
    readonly value?: string;
    readonly operator?: string;
    readonly left?: Text;
    readonly right?: Text;
}

const found = new WeakMap<SourceFile, ApexQuery[]>();

/** The embedded queries of an Apex file, and those that its strings spell out at least as far as FROM. */
export function queriesOf(file: SourceFile): readonly ApexQuery[] {
    const known = found.get(file) ?? readQueries(file);
    found.set(file, known);
    return known;
}

function readQueries(file: SourceFile): ApexQuery[] {
    const queries: ApexQuery[] = [];
    const parts = new Set<unknown>();
    for (const node of nodesOf(apexUnit(file))) {
        if (isQuery(node)) {
            const { level, line } = asQuery(node);
            if (level) queries.push({ level, line, dynamic: false });
        }
        const text = node as unknown as Text;
        if (!isText(text) || parts.has(node)) continue;
        for (const part of nodesOf(node)) parts.add(part);
        const level = readDynamic(spelledOut(text).text);
        if (level) queries.push({ level, line: text.line, dynamic: true });
    }
    return queries;
}

function isText({ kind, type, operator }: Text): boolean {
    return (kind === 'literal' && type === 'String') || (kind === 'binary' && operator === '+');
}

/** The text of literals joined by `+`, up to the first part that is none. */
function spelledOut(text: Text): { text: string; complete: boolean } {
    if (text.kind === 'literal') return { text: text.value ?? '', complete: true };
    if (text.kind !== 'binary' || text.operator !== '+') return { text: '', complete: false };
    const left = spelledOut(text.left!);
    if (!left.complete) return left;
    const right = spelledOut(text.right!);
    return { text: left.text + right.text, complete: right.complete };
}

/** In capitals or in small letters: `Select` begins a sentence. */
const DYNAMIC = /^\s*(?:SELECT\s[^:]*?\sFROM|select\s[^:]*?\sfrom)\s+\w+/;

function readDynamic(text: string): QueryLevel | null {
    const query = DYNAMIC.exec(text);
    if (!query) return null;
    return parseQuery(text.replace(/:\s*[\w.]+/g, ':x')) ?? parseQuery(query[0]);
}

function parseQuery(text: string): QueryLevel | null {
    const { unit } = parseAnonymous('query', `Object rows = [${text}];`);
    for (const node of nodesOf(unit)) if (isQuery(node)) return asQuery(node).level;
    return null;
}
