import { ApexDatetime, type SObjectValue } from '../../platform/values/index.ts';
import type { SchemaRegistry } from '../schema/types.ts';
import type { Rows } from './rows.ts';

/** Writes a row that only the platform writes: a new one, or the fields that are set of one that is there. */
export function putSystemRow(record: SObjectValue, rows: Rows, schema: SchemaRegistry, now: number): void {
    const object = schema.object(record.objectName);
    if (!object || !record.id) throw new Error(`A row of ${record.objectName} needs an object and an Id`);
    const names = [...record.fields.keys()].filter((name) => name !== 'Id');
    if (rows.load(object, [record.id], true).size) return rows.update(object, record, names);
    const moment = new ApexDatetime(now);
    const audit = { CreatedDate: moment, LastModifiedDate: moment, SystemModstamp: moment, IsDeleted: false };
    for (const [name, value] of Object.entries(audit)) {
        if (object.field(name) && !record.fields.has(name)) record.fields.set(name, value);
    }
    rows.insert(object, [record]);
}
