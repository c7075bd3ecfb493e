import { invokeMethod } from '../invoke.ts';
import { nullArgument } from './refuse-nulls.ts';
import { ApexList, ApexSet } from '../values/collections.ts';

/** All values of a List, a Set or any Apex Iterable. Throws NullPointerException on null. */
export function iterate(source: unknown): unknown[] {
    if (source === null) throw nullArgument();
    if (source instanceof ApexList || source instanceof ApexSet) return source.items;
    return drain(invokeMethod(source, 'iterator', []));
}

function drain(iterator: unknown): unknown[] {
    const values: unknown[] = [];
    while (invokeMethod(iterator, 'hasNext', []) === true) values.push(invokeMethod(iterator, 'next', []));
    return values;
}
