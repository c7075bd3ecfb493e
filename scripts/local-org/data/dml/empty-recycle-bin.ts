import type { ObjectSchema, SchemaRegistry } from '../schema/types.ts';
import type { Rows } from '../storage/rows.ts';
import type { DmlResult } from '../types.ts';

/** Erases deleted records for good; what is not in the recycle bin is refused. */
export function emptyRecycleBin(ids: string[], schema: SchemaRegistry, rows: Rows): DmlResult[] {
    return ids.map((id) => {
        const object = schema.objectByKeyPrefix(id.slice(0, 3));
        if (!object || !isDeleted(object, id, rows)) return refused(id);
        rows.erase(object, [id]);
        return { success: true, id, errors: [] };
    });
}

function isDeleted(object: ObjectSchema, id: string, rows: Rows): boolean {
    return rows.load(object, [id], true).get(id)?.fields.get('IsDeleted') === true;
}

function refused(id: string): DmlResult {
    const message = 'invalid record id; no recycle bin entry found';
    return { success: false, id, errors: [{ statusCode: 'INVALID_CROSS_REFERENCE_KEY', message, fields: [] }] };
}
