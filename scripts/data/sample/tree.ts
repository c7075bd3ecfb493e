import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A record of a tree file; values that start with @ refer to another record. */
export interface TreeRecord {
    attributes: { type: string; referenceId: string };
    [field: string]: unknown;
}

/** The records of one object, in the order in which a plan loads them. */
export interface TreePart {
    object: string;
    records: TreeRecord[];
}

/** Where the tree files and their plans are. */
export const TREE_DIR = path.join(import.meta.dirname, '../tree');

/** Stands for the org's own standard price book, which no tree file can create. */
export const STANDARD_PRICE_BOOK = '@Pricebook2Ref1';

/** Reads a plan by its name, e.g. `service`, with its records. Throws when there is no such plan. */
export function readPlan(name: string): TreePart[] {
    const plan = readJson(`${name}-plan.json`) as { sobject: string; files: string[] }[];
    return plan.map(({ sobject, files }) => ({ object: sobject, records: files.flatMap(readRecords) }));
}

/** The record a reference points to, without its @; null for any other value. */
export function referenceOf(value: unknown): string | null {
    return typeof value === 'string' && /^@\w+Ref\d+$/.test(value) ? value.slice(1) : null;
}

function readRecords(file: string): TreeRecord[] {
    return (readJson(file) as { records: TreeRecord[] }).records;
}

function readJson(file: string): unknown {
    return JSON.parse(readFileSync(path.join(TREE_DIR, file), 'utf8'));
}
