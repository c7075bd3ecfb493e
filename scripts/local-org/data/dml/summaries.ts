import { ApexDecimal, ApexList } from '../../platform/values/index.ts';
import type { SObjectValue } from '../../platform/values/index.ts';
import type { FieldSchema, ObjectSchema, SchemaRegistry } from '../schema/types.ts';
import type { QueryEngine } from '../soql/index.ts';

const known = new WeakMap<ObjectSchema, FieldSchema[]>();

/** Roll-up summary fields of an object that the project made. */
export function summaryFields(object: ObjectSchema): FieldSchema[] {
    const fields = known.get(object) ?? [...object.fields.values()].filter((field) => field.summary && field.custom);
    known.set(object, fields);
    return fields;
}

/** The master-detail fields of an object whose parents have roll-ups over it. */
export function summarizedBy(child: ObjectSchema, schema: SchemaRegistry): FieldSchema[] {
    return [...child.fields.values()].filter((field) => {
        const parent = field.masterDetail ? schema.object(field.referenceTo[0]) : undefined;
        const rollsUp = (one: FieldSchema): boolean =>
            one.summary?.childObject === child.name && one.summary.foreignKey === field.name;
        return parent !== undefined && summaryFields(parent).some(rollsUp);
    });
}

/** Roll-up values of records as they are stored now, by record Id and field. */
export type SummaryValues = Map<string, Map<string, unknown>>;

/** Reads roll-ups for whoever runs a save; what the user may see does not matter. */
export function readSummaries(queries: QueryEngine, object: ObjectSchema, ids: string[]): SummaryValues {
    const names = summaryFields(object).map((field) => field.name);
    const soql = `SELECT Id, ${names.join(', ')} FROM ${object.name} WHERE Id IN :ids ALL ROWS`;
    const access = { userId: '', mode: 'system', sharing: false } as const;
    const rows = queries.query(soql, () => new ApexList('Id', ids), access);
    return new Map(
        rows.map((row) => [row.id as string, new Map(names.map((name) => [name, row.fields.get(name) ?? null]))])
    );
}

/** Puts roll-up values on records that do not carry them yet; a record without an Id has no children. */
export function attachSummaries(object: ObjectSchema, records: SObjectValue[], values: SummaryValues): void {
    for (const record of records) {
        const own = values.get(record.id ?? '');
        for (const field of summaryFields(object)) {
            if (record.fields.has(field.name)) continue;
            const value = own ? own.get(field.name) : emptySummary(field);
            if (value !== null && value !== undefined) record.fields.set(field.name, value);
        }
    }
}

function emptySummary(field: FieldSchema): unknown {
    const counts = field.summary?.operation === 'count' || field.summary?.operation === 'sum';
    return counts ? ApexDecimal.of(0) : null;
}
