import { ApexList } from '../values/collections.ts';
import type { SObjectValue } from '../values/sobject.ts';

/** Rows as a query gave them, which share nothing that Apex can change; unlike clones they do not say that they are copies. */
export function copyRows(rows: SObjectValue[]): SObjectValue[] {
    return rows.map(copyRow);
}

function copyRow(row: SObjectValue): SObjectValue {
    const copy = row.clone({ preserveId: true, preserveReadonlyTimestamps: true });
    copy.cloneSourceId = row.cloneSourceId;
    copy.clonedFlag = row.clonedFlag;
    for (const [name, parent] of row.parents) copy.parents.set(name, parent && copyRow(parent));
    for (const [name, { elementType, items }] of row.children)
        copy.children.set(name, new ApexList(elementType, copyRows(items as SObjectValue[])));
    return copy;
}
