import { context } from '../context.ts';
import { definePlatformClass, definePlatformEnum, definePlatformInterface } from '../define.ts';
import { invokeMethod } from '../invoke.ts';
import type { Implementation } from '../registry.ts';
import { ApexSet } from '../values/collections.ts';
import { PlatformObject } from '../values/object.ts';
import type { ApexTypeToken } from '../values/tokens.ts';
import { cachedKeys, getCached, putCached, removeCached } from './store.ts';
import type { CacheScope } from './store.ts';

definePlatformEnum('Cache.Visibility', ['ALL', 'NAMESPACE']);
definePlatformInterface('Cache.CacheBuilder', ['Object doLoad(String var)']);

/** A Cache.OrgPartition or Cache.SessionPartition. */
class PartitionValue extends PlatformObject {
    readonly apexTypeName: string;
    readonly scope: CacheScope;
    readonly name: string;

    constructor(scope: CacheScope, name: string) {
        super();
        this.apexTypeName = `Cache.${scope}Partition`;
        this.scope = scope;
        this.name = name;
    }
}

/** The part of 'local.Name' that names the partition. */
function partitionName(text: string): string {
    return text.split('.').pop()!;
}

/** The methods of a cache; `partition` finds the one that is meant, among the values that the method is given. */
function cacheMethods(scope: CacheScope): Record<string, (partition: string, ...values: unknown[]) => unknown> {
    const put = (partition: string, key: unknown, value: unknown, seconds: unknown = null): void =>
        putCached(scope, partition, key as string, value, typeof seconds === 'number' ? seconds : null);
    return {
        'void put(String key, Object value)': put,
        'void put(String key, Object value, Cache.Visibility visibility)': put,
        'void put(String key, Object value, Integer ttlSecs)': put,
        'void put(String key, Object value, Integer ttlSecs, Cache.Visibility visibility, Boolean immutable)': put,
        'Object get(String key)': (partition, key) => getCached(scope, partition, key as string),
        'Object get(Type cacheBuilder, String key)': (partition, builder, key) =>
            loadThrough(scope, partition, builder as ApexTypeToken, key as string),
        'Boolean contains(String key)': (partition, key) => getCached(scope, partition, key as string) !== null,
        'Boolean remove(String key)': (partition, key) => removeCached(scope, partition, key as string),
        'Boolean remove(Type cacheBuilder, String key)': (partition, builder, key) =>
            removeCached(scope, partition, builderKey(builder as ApexTypeToken, key as string)),
        'Set<String> getKeys()': (partition) => new ApexSet('String', cachedKeys(scope, partition)),
        'Long getNumKeys()': (partition) => BigInt(cachedKeys(scope, partition).length),
        'Boolean isAvailable()': () => true
    };
}

/** A missing value is made by the builder and kept. */
function loadThrough(scope: CacheScope, partition: string, builder: ApexTypeToken, key: string): unknown {
    const cachedAs = builderKey(builder, key);
    const cached = getCached(scope, partition, cachedAs);
    if (cached !== null) return cached;
    const loaded = invokeMethod(context().org.types.newInstance(builder.name), 'doLoad', [key]);
    if (loaded !== null) putCached(scope, partition, cachedAs, loaded, null);
    return loaded;
}

function builderKey(builder: ApexTypeToken, key: string): string {
    return `${builder.name}${key}`.replaceAll(/[^A-Za-z0-9]/g, '');
}

function bound(
    scope: CacheScope,
    bind: (run: (partition: string, ...values: unknown[]) => unknown) => Implementation
): Record<string, Implementation> {
    return Object.fromEntries(Object.entries(cacheMethods(scope)).map(([signature, run]) => [signature, bind(run)]));
}

/** What both kinds of partitions have; the value knows its own scope. */
function partitionMethods(): Record<string, Implementation> {
    const signatures = Object.keys(cacheMethods('Org'));
    const call =
        (signature: string): Implementation =>
        (self: PartitionValue, ...values) =>
            cacheMethods(self.scope)[signature](self.name, ...values);
    return Object.fromEntries(signatures.map((signature) => [signature, call(signature)]));
}

definePlatformClass({
    name: 'Cache.Partition',
    abstract: true,
    methods: { ...partitionMethods(), 'String getName()': (self: PartitionValue) => self.name }
});

for (const scope of ['Org', 'Session'] as const) {
    definePlatformClass({
        name: `Cache.${scope}`,
        statics: {
            ...bound(
                scope,
                (run) =>
                    (...values) =>
                        run('default', ...values)
            ),
            [`Cache.${scope}Partition getPartition(String partitionName)`]: (name: string) =>
                new PartitionValue(scope, partitionName(name))
        }
    });
    definePlatformClass({
        name: `Cache.${scope}Partition`,
        extends: 'Cache.Partition',
        methods: {
            ...bound(
                scope,
                (run) =>
                    (self: PartitionValue, ...values) =>
                        run(self.name, ...values)
            ),
            'String getName()': (self: PartitionValue) => self.name
        }
    });
}
