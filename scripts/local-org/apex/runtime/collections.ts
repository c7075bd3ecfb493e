import { ApexList, ApexMap, ApexSet, ApexException } from '../../platform/values/index.ts';
import { invokeMethod } from '../../platform/invoke.ts';
import { nullPointer } from './null-pointer.ts';

const BATCH_OF_ROWS = 200;

function* userIterator(source: unknown): Generator<unknown> {
    const iterator = invokeMethod(source, 'iterator', []);
    while (invokeMethod(iterator, 'hasNext', []) === true) yield invokeMethod(iterator, 'next', []);
}

/** Literals of collections and the loops over them. */
export const collections = {
    list: (elementType: string, items: unknown[]) => new ApexList(elementType, items),
    set: (elementType: string, items: unknown[]) => new ApexSet(elementType, items),
    map: (keyType: string, valueType: string, entries: [unknown, unknown][]) =>
        new ApexMap(keyType, valueType, entries),
    sizedList(elementType: string, size: number): ApexList {
        if (size === null) throw nullPointer();
        if (size < 0) throw new ApexException('ListException', 'Invalid list size');
        return new ApexList<unknown>(elementType, new Array<unknown>(size).fill(null));
    },
    setItem(list: ApexList, index: number, value: unknown): unknown {
        list.set(index, value);
        return value;
    },
    /** What a for loop walks: a List, a Set, or an Iterable of the project. */
    iterate(source: unknown): Iterable<unknown> {
        if (source === null) throw nullPointer();
        if (source instanceof ApexList || source instanceof ApexSet) return source as Iterable<unknown>;
        return userIterator(source);
    },
    /** The rows of a query in lists of 200. */
    *batches(rows: ApexList): Generator<ApexList> {
        for (let start = 0; start < rows.items.length; start += BATCH_OF_ROWS) {
            yield new ApexList(rows.elementType, rows.items.slice(start, start + BATCH_OF_ROWS));
        }
    },
    first: (value: unknown) => value
};
