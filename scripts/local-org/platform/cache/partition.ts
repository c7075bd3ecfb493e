import type { CachePartitionMetadata } from '../../metadata/types.ts';
import { context } from '../context.ts';
import { ApexException } from '../values/exception.ts';
import { PlatformObject } from '../values/object.ts';

export type CacheScope = 'Org' | 'Session';

const EXCEPTIONS: Record<CacheScope, string> = {
    Org: 'Cache.Org.OrgCacheException',
    Session: 'Cache.Session.SessionCacheException'
};

/** A Cache.OrgPartition or Cache.SessionPartition: one kind of cache of one partition of the org's metadata. */
export class PartitionValue extends PlatformObject {
    readonly apexTypeName: string;
    readonly scope: CacheScope;
    readonly name: string;
    /** Megabytes. */
    readonly capacity: number;

    constructor(scope: CacheScope, { name, capacity }: CachePartitionMetadata) {
        super();
        this.apexTypeName = `Cache.${scope}Partition`;
        this.scope = scope;
        this.name = name;
        this.capacity = capacity[scope];
    }

    /** Nothing is kept without capacity, nor for a session where there is none. */
    get available(): boolean {
        return this.capacity > 0 && (this.scope === 'Org' || !context().transaction.limits.asynchronous);
    }
}

/** The partition of a name as 'local.Name' or 'Name'. Throws the cache's exception when the org has none of it. */
export function partitionNamed(scope: CacheScope, qualified: string | null): PartitionValue {
    const name = qualified?.split('.').pop() ?? '';
    const found = partitions().find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
    if (!found) throw new ApexException(EXCEPTIONS[scope], `Partition ${qualified} does not exist`);
    return new PartitionValue(scope, found);
}

/** The partition that keys without one mean. Throws the cache's exception when the org has no default partition. */
export function defaultPartition(scope: CacheScope): PartitionValue {
    const found = partitions().find((candidate) => candidate.default);
    if (!found) throw new ApexException(EXCEPTIONS[scope], 'There is no default partition in this org');
    return new PartitionValue(scope, found);
}

function partitions(): readonly CachePartitionMetadata[] {
    return context().org.metadata.cachePartitions;
}
