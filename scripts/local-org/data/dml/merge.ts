import { ApexException, SObjectValue } from '../../platform/values/index.ts';
import type { ObjectSchema } from '../schema/types.ts';
import type { Rows } from '../storage/rows.ts';
import type { DataEngine, DmlOptions, DmlResult } from '../types.ts';

/** At most two records can be merged into a third. */
const MOST_DUPLICATES = 2;

/**
 * Moves the children of duplicates to the master, updates the master and deletes the duplicates.
 * @throws ApexException DmlException when the object cannot be merged or there are too many duplicates
 */
export function mergeRecords(
    engine: DataEngine,
    rows: Rows,
    master: SObjectValue,
    duplicateIds: string[],
    options: DmlOptions
): DmlResult[] {
    const object = engine.schema.object(master.objectName) as ObjectSchema;
    if (!object.mergeable) throw new ApexException('DmlException', `Merge failed. ${object.name} cannot be merged`);
    if (duplicateIds.length === 0 || duplicateIds.length > MOST_DUPLICATES) {
        throw new ApexException('DmlException', `Merge failed. Give 1 to ${MOST_DUPLICATES} records to merge`);
    }
    const [updated] = engine.dml('update', [master], options);
    if (!updated.success) return [updated];
    for (const relationship of object.childRelationships) {
        const child = engine.schema.object(relationship.childObject) as ObjectSchema;
        if (
            child.setup ||
            child.kind === 'history' ||
            child.kind === 'share' ||
            child.field(relationship.field)?.calculated
        )
            continue;
        for (const { id } of rows.idsWhere(child, relationship.field, duplicateIds)) {
            const record = new SObjectValue(child.name);
            record.fields.set(relationship.field, master.id);
            record.id = id;
            rows.update(child, record, [relationship.field]);
        }
    }
    const duplicates = duplicateIds.map((id) => {
        const record = new SObjectValue(object.name);
        record.id = id;
        return record;
    });
    return [updated, ...engine.dml('delete', duplicates, { ...options, mergedInto: master.id as string })];
}
