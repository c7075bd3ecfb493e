import { readFileSync } from 'node:fs';
import { readTyped } from '../json/deserialize.ts';
import { context } from '../context.ts';
import { ApexException } from '../values/exception.ts';
import { SObjectValue } from '../values/sobject.ts';

/** Records of a static resource that is a CSV file; its first line names the fields. */
export function recordsOfResource(objectName: string, resourceName: string): SObjectValue[] {
    const { metadata } = context().org;
    const resource = metadata.staticResources.find(({ name }) => name.toLowerCase() === resourceName.toLowerCase());
    if (!resource) throw invalid(`Static resource ${resourceName} does not exist`);
    const [header, ...lines] = parseCsv(readFileSync(resource.file, 'utf8'));
    return lines.map((line) => recordOf(objectName, header, line));
}

function recordOf(objectName: string, header: string[], values: string[]): SObjectValue {
    const record = new SObjectValue(objectName);
    header.forEach((name, index) => {
        const field = context().org.schema.object(objectName)?.field(name.trim());
        if (!field) throw invalid(`Invalid field: ${name} on ${objectName}`);
        if (field.type === 'ID' || !values[index]) return;
        record.fields.set(field.name, readTyped(values[index], field.apexType, false));
    });
    return record;
}

const CELL = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g;

/** Lines of cells; a cell in quotes may hold commas and line breaks. */
export function parseCsv(text: string): string[][] {
    const rows: string[][] = [[]];
    for (const [whole, quoted, plain, end] of text.replace(/^\uFEFF/, '').matchAll(CELL)) {
        if (whole === '' && rows.at(-1)!.length === 0) break;
        rows.at(-1)!.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
        if (end !== ',') rows.push([]);
        if (end === '') break;
    }
    return rows.filter((row) => row.some((cell) => cell !== ''));
}

function invalid(message: string): ApexException {
    return new ApexException('UnexpectedException', message);
}
