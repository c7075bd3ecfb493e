import type { ApexList, ApexMap } from '../values/collections.ts';
import { ApexException } from '../values/exception.ts';
import { SObjectValue } from '../values/sobject.ts';
import { SObjectTypeToken } from '../values/tokens.ts';

/** The SObjectType of a list's or map's element type, null when it is the generic SObject. */
export function elementSObjectType(elementType: string): SObjectTypeToken | null {
    return elementType === 'SObject' || elementType === 'Object' ? null : new SObjectTypeToken(elementType);
}

/** Puts the records under their ids. Throws ListException on a record without one. */
export function putById(map: ApexMap, records: ApexList): void {
    records.items.forEach((record, index) => {
        const id = record instanceof SObjectValue ? record.id : null;
        if (id === null) throw new ApexException('ListException', `Row with null Id at index: ${index}`);
        map.put(id, record);
    });
}

/** Deep copies of records; anything else stays as it is. */
export function cloneValue(
    value: unknown,
    preserveId = false,
    preserveTimestamps = false,
    preserveAutonumber = false
): unknown {
    if (!(value instanceof SObjectValue)) return value;
    return value.clone({ preserveId, deep: true, preserveReadonlyTimestamps: preserveTimestamps, preserveAutonumber });
}
