import { SObjectValue } from '../../platform/values/index.ts';
import type { ObjectSchema } from '../schema/types.ts';
import type { DmlOptions } from '../types.ts';
import { stampAudit } from './defaults.ts';
import type { DmlEnvironment } from './environment.ts';

/** Writes a row that the platform makes by itself; empty values are left out. Returns its Id. */
export function writePlatformRow(
    objectName: string,
    values: Record<string, unknown>,
    environment: DmlEnvironment,
    options: DmlOptions
): string {
    const object = environment.schema().object(objectName) as ObjectSchema;
    const record = new SObjectValue(objectName);
    for (const [name, value] of Object.entries(values))
        if (value !== null && value !== undefined) record.fields.set(name, value);
    const id = record.id ?? environment.sequences.ids(object, 1)[0];
    record.fields.set('Id', id);
    stampAudit(object, [{ given: record, index: 0, record, old: null, errors: [] }], options, environment.now());
    environment.rows.insert(object, [record]);
    return id;
}
