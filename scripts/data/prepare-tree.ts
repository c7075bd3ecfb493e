/**
 * Writes a copy of the sample data whose dates are moved to today, for `sf data import tree` into a real org:
 *
 *     npx tsx scripts/data/prepare-tree.ts --plan service --out DIRECTORY
 *     npx tsx scripts/data/prepare-tree.ts --plan sales-products --out DIRECTORY --price-book 01s…
 *
 * `--price-book` is the id of the org's standard price book; plans with price book entries need it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { shiftOf, shiftRecord } from './sample/timeline.ts';
import { readPlan, STANDARD_PRICE_BOOK, type TreePart, type TreeRecord } from './sample/tree.ts';

/** What to write, and where. */
export interface PrepareOptions {
    plan: string;
    directory: string;
    /** Id of the standard price book. */
    priceBook?: string;
    today?: Date;
}

/** Writes the plan and its files; returns the path of the plan. Throws when a price book is needed and was not given. */
export function prepareTree({ plan, directory, priceBook, today = new Date() }: PrepareOptions): string {
    const parts = readPlan(plan);
    if (priceBook === undefined && parts.some((part) => part.object === 'PricebookEntry')) {
        throw new Error(
            `The plan ${plan} holds price book entries: give the id of the org's standard price book with --price-book.`
        );
    }
    const fill = (record: TreeRecord) =>
        Object.fromEntries(
            Object.entries(shiftRecord(record, shiftOf(record.attributes.referenceId, today))).map(([field, value]) => [
                field,
                value === STANDARD_PRICE_BOOK ? priceBook : value
            ])
        );
    mkdirSync(directory, { recursive: true });
    parts.forEach((part) => write(directory, `${part.object}.json`, { records: part.records.map(fill) }));
    return write(directory, `${plan}-plan.json`, parts.map(toPlanEntry));
}

function toPlanEntry(part: TreePart): object {
    return { sobject: part.object, files: [`${part.object}.json`] };
}

function write(directory: string, name: string, content: unknown): string {
    const file = path.join(directory, name);
    writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
    return file;
}

function main(): void {
    const { values } = parseArgs({
        options: { plan: { type: 'string' }, out: { type: 'string' }, 'price-book': { type: 'string' } }
    });
    if (values.plan === undefined || values.out === undefined) {
        throw new Error('Usage: prepare-tree.ts --plan NAME --out DIRECTORY [--price-book ID]');
    }
    const file = prepareTree({ plan: values.plan, directory: values.out, priceBook: values['price-book'] });
    console.log(`Load it with: sf data import tree --plan ${file}`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
    try {
        main();
    } catch (error) {
        console.error(error instanceof Error ? error.message : error);
        process.exitCode = 1;
    }
}
