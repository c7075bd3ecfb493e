import { ApexList, ApexMap, ApexSet } from '../values/collections.ts';
import { ApexObject } from '../values/object.ts';
import { SObjectValue } from '../values/sobject.ts';

/** A copy that shares nothing that can change, as serialising an Apex object gives. */
export function deepCopy<T>(value: T, seen = new Map<unknown, unknown>()): T {
    if (typeof value !== 'object' || value === null) return value;
    if (seen.has(value)) return seen.get(value) as T;
    return copyObject(value, seen) as T;
}

function copyObject(value: object, seen: Map<unknown, unknown>): unknown {
    if (value instanceof ApexList) return copyList(value, seen);
    if (value instanceof ApexSet)
        return new ApexSet(
            value.elementType,
            value.items.map((item) => deepCopy(item, seen))
        );
    if (value instanceof ApexMap) {
        const entries = value.entries().map(([key, item]) => [deepCopy(key, seen), deepCopy(item, seen)] as const);
        return new ApexMap(value.keyType, value.valueType, entries);
    }
    if (value instanceof SObjectValue)
        return value.clone({ preserveId: true, deep: true, preserveReadonlyTimestamps: true });
    return value instanceof ApexObject ? copyInstance(value, seen) : value;
}

function copyList(list: ApexList, seen: Map<unknown, unknown>): ApexList {
    const copy = new ApexList(list.elementType);
    seen.set(list, copy);
    copy.items = list.items.map((item) => deepCopy(item, seen));
    return copy;
}

function copyInstance(instance: ApexObject, seen: Map<unknown, unknown>): ApexObject {
    const copy = Object.create(Object.getPrototypeOf(instance) as object) as Record<string, unknown>;
    seen.set(instance, copy);
    for (const [name, value] of Object.entries(instance)) copy[name] = deepCopy(value, seen);
    return copy as unknown as ApexObject;
}
