import { context } from '../context.ts';
import { invokeMethod } from '../invoke.ts';
import { ApexException } from '../values/exception.ts';
import type { ApexTypeToken } from '../values/tokens.ts';
import type { PartitionValue } from './partition.ts';
import { getCached, putCached, removeCached } from './store.ts';

/** A missing value is made by the builder and kept. What the builder throws comes as CacheBuilderExecutionException. */
export function loadThrough(partition: PartitionValue, builder: ApexTypeToken, key: string): unknown {
    checkBuilder(builder);
    const cachedAs = keyOf(builder, key);
    const cached = getCached(partition, cachedAs);
    if (cached !== null) return cached;
    const loaded = load(builder, key);
    if (loaded !== null) putCached(partition, cachedAs, loaded, null);
    return loaded;
}

/** Removes what the builder made for a key. Returns whether there was a value. */
export function removeLoaded(partition: PartitionValue, builder: ApexTypeToken, key: string): boolean {
    return removeCached(partition, keyOf(builder, key));
}

/** Throws InvalidCacheBuilderException when the class is no Cache.CacheBuilder. */
export function checkBuilder(builder: ApexTypeToken): void {
    if (context().org.types.isAssignable(builder.name, 'Cache.CacheBuilder')) return;
    throw new ApexException('Cache.InvalidCacheBuilderException', `${builder.name} must implement Cache.CacheBuilder`);
}

function load(builder: ApexTypeToken, key: string): unknown {
    try {
        return invokeMethod(context().org.types.newInstance(builder.name), 'doLoad', [key]);
    } catch (error) {
        if (!(error instanceof ApexException) || error.uncatchable) throw error;
        throw new ApexException('Cache.CacheBuilderExecutionException', error.getApexMessage(), error);
    }
}

function keyOf(builder: ApexTypeToken, key: string): string {
    return `${builder.name}${key}`.replaceAll(/[^A-Za-z0-9]/g, '').slice(0, 50);
}
