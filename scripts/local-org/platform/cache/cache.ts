import { definePlatformClass, definePlatformEnum, definePlatformInterface } from '../define.ts';
import type { Implementation } from '../registry.ts';
import { ApexMap, ApexSet } from '../values/collections.ts';
import { ApexDouble } from '../values/double.ts';
import type { ApexTypeToken } from '../values/tokens.ts';
import { checkBuilder, loadThrough, removeLoaded } from './builder.ts';
import { defaultPartition, partitionNamed } from './partition.ts';
import type { PartitionValue } from './partition.ts';
import {
    cachedKeys,
    checkKey,
    getCached,
    invalid,
    LONGEST_SECONDS,
    putCached,
    removeCached,
    usedCapacity
} from './store.ts';

definePlatformEnum('Cache.Visibility', ['ALL', 'NAMESPACE']);
definePlatformInterface('Cache.CacheBuilder', ['Object doLoad(String var)']);

const put = (self: PartitionValue, key: string, value: unknown, seconds: unknown = null): void =>
    putCached(self, key, value, typeof seconds === 'number' ? seconds : null);

/** What a partition does; Cache.Org and Cache.Session do the same in the default partition. */
const METHODS: Record<string, Implementation> = {
    'void put(String key, Object value)': put,
    'void put(String key, Object value, Cache.Visibility visibility)': put,
    'void put(String key, Object value, Integer ttlSecs)': put,
    'void put(String key, Object value, Integer ttlSecs, Cache.Visibility visibility, Boolean immutable)': put,
    'Object get(String key)': getCached,
    'Object get(Type cacheBuilder, String key)': loadThrough,
    'Map<String,Object> get(Set<String> keys)': (self: PartitionValue, keys: ApexSet<string>) =>
        byKey('Object', keys, (key) => getCached(self, key)),
    'Boolean contains(String key)': (self: PartitionValue, key: string) => getCached(self, key) !== null,
    'Map<String,Boolean> contains(Set<String> keys)': (self: PartitionValue, keys: ApexSet<string>) =>
        byKey('Boolean', keys, (key) => getCached(self, key) !== null),
    'Boolean remove(String key)': removeCached,
    'Boolean remove(Type cacheBuilder, String key)': removeLoaded,
    'Set<String> getKeys()': (self: PartitionValue) => new ApexSet('String', cachedKeys(self)),
    'Long getNumKeys()': (self: PartitionValue) => BigInt(cachedKeys(self).length),
    'Double getCapacity()': (self: PartitionValue) => new ApexDouble(usedCapacity(self)),
    'String getName()': (self: PartitionValue) => self.name,
    'Boolean isAvailable()': (self: PartitionValue) => self.available
};

function byKey(type: string, keys: ApexSet<string>, valueOf: (key: string) => unknown): ApexMap {
    return new ApexMap(
        'String',
        type,
        keys.items.map((key) => [key, valueOf(key)] as const)
    );
}

definePlatformClass({
    name: 'Cache.Partition',
    abstract: true,
    methods: METHODS,
    statics: {
        'String createFullyQualifiedKey(String namespace, String partition, String key)': (...parts: string[]) =>
            parts.join('.'),
        'String createFullyQualifiedPartition(String namespace, String partition)': (...parts: string[]) =>
            parts.join('.'),
        'void validateCacheBuilder(Type cacheBuilderClass)': (builder: ApexTypeToken) => checkBuilder(builder),
        'void validateKey(Boolean isDefault, String key)': (_isDefault: boolean, key: string) => checkKey(key),
        'void validateKeyValue(Boolean isDefault, String key, Object value)': (
            _isDefault: boolean,
            key: string,
            value: unknown
        ) => {
            checkKey(key);
            if (value === null) throw invalid('A null value cannot be cached');
        },
        'void validateKeys(Boolean isDefault, Set<String> keys)': (_isDefault: boolean, keys: ApexSet<string>) =>
            keys.items.forEach(checkKey),
        'void validatePartitionName(String name)': (name: string | null) => {
            if (!/^\w+\.\w+$/.test(name ?? '')) throw invalid(`Invalid partition name: ${name}`);
        }
    }
});

for (const scope of ['Org', 'Session'] as const) {
    const statics = Object.entries(METHODS).map(([signature, run]): [string, Implementation] => [
        signature,
        (...values) => run(inDefault(scope, signature, values), ...values)
    ]);
    definePlatformClass({
        name: `Cache.${scope}`,
        statics: {
            ...Object.fromEntries(statics),
            [`Cache.${scope}Partition getPartition(String partitionName)`]: (name: string) =>
                partitionNamed(scope, name)
        },
        staticProperties: { 'Integer MAX_TTL_SECS': { get: () => LONGEST_SECONDS[scope] } }
    });
    definePlatformClass({ name: `Cache.${scope}Partition`, extends: 'Cache.Partition', methods: METHODS });
}

/** The partition that a call of Cache.Org means: the one in its key, otherwise the default one. */
function inDefault(scope: 'Org' | 'Session', signature: string, [key]: unknown[]): PartitionValue {
    const partition = /^\S+ \w+\(String key/.test(signature) ? /^(\w+\.\w+)\.\w+$/.exec(String(key))?.[1] : undefined;
    return partition ? partitionNamed(scope, partition) : defaultPartition(scope);
}
