import { ApexList, SObjectValue } from '../../platform/values/index.ts';

/** A record as the REST API writes it. */
export type RestRecord = Record<string, unknown> & { attributes: { type: string; url?: string } };

/**
 * A queried record as the REST API writes it: its fields with null where there is no value, its parents, and its
 * children as query results of their own. `basePath` is the API's path, e.g. `/services/data/v67.0`.
 */
export function writeRecord(record: SObjectValue, basePath: string): RestRecord {
    const result: RestRecord = { attributes: attributesOf(record, basePath) };
    for (const name of record.queriedFields ?? record.fields.keys()) {
        result[name] = writeValue(record.fields.get(name));
    }
    for (const [name, parent] of record.parents) {
        result[name] = parent === null ? null : writeRecord(parent, basePath);
    }
    for (const [name, children] of record.children) {
        result[name] = writeChildren(children, basePath);
    }
    return result;
}

function attributesOf(record: SObjectValue, basePath: string): RestRecord['attributes'] {
    const { objectName, id } = record;
    return id ? { type: objectName, url: `${basePath}/sobjects/${objectName}/${id}` } : { type: objectName };
}

/** Values other than a Long write themselves as JSON. */
function writeValue(value: unknown): unknown {
    return typeof value === 'bigint' ? Number(value) : (value ?? null);
}

/** Children as a query result; null when there are none, as Salesforce writes it. */
function writeChildren(children: ApexList, basePath: string): unknown {
    const records = children.items.map((child) => writeRecord(child as SObjectValue, basePath));
    return records.length === 0 ? null : { totalSize: records.length, done: true, records };
}
