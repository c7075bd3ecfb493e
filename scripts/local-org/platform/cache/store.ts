import { deepCopy } from '../async/deep-copy.ts';
import { context } from '../context.ts';
import { once } from '../journal.ts';
import { ApexException } from '../values/exception.ts';
import { apexToString } from '../values/to-string.ts';
import { partitionNamed } from './partition.ts';
import type { CacheScope, PartitionValue } from './partition.ts';

interface CachedValue {
    value: unknown;
    /** Bytes, estimated from its text. */
    size: number;
    /** Milliseconds since 1970. */
    expires: number;
}

/** Seconds that a value stays when nothing is said: a day, or eight hours in a session. */
const DEFAULT_SECONDS: Record<CacheScope, number> = { Org: 86_400, Session: 28_800 };
export const LONGEST_SECONDS: Record<CacheScope, number> = { Org: 172_800, Session: 28_800 };
const SHORTEST_SECONDS = 300;
const LONGEST_KEY = 50;
/** Bytes that one value may have. */
const LARGEST_ITEM = 100_000;

const stores = new WeakMap<object, Map<string, CachedValue>>();

/** Cached values live with the org; each test has a cache of its own. */
function store(): Map<string, CachedValue> {
    const { test, org } = context();
    const owner = test ?? org.storage;
    const known = stores.get(owner) ?? new Map<string, CachedValue>();
    stores.set(owner, known);
    return known;
}

/** Where a value is kept: the session cache apart for each user. */
interface Place {
    partition: PartitionValue;
    address: string;
}

/** A key may name its partition: 'local.Name.key'. */
function placeOf(partition: PartitionValue, key: string | null): Place {
    checkKey(key);
    const [, qualified, own] = /^(\w+\.\w+)\.(\w+)$/.exec(key!) ?? [null, null, key];
    const meant = qualified === null ? partition : partitionNamed(partition.scope, qualified);
    return { partition: meant, address: `${prefix(meant)}${own}` };
}

function prefix({ scope, name }: PartitionValue): string {
    return scope === 'Org' ? `Org/${name}/` : `Session/${context().user.id}/${name}/`;
}

/** Throws Cache.InvalidParamException on a key that is not of letters and digits, or longer than 50 characters. */
export function checkKey(key: string | null): void {
    const own = /^(?:\w+\.\w+\.)?([A-Za-z0-9]+)$/.exec(key ?? '')?.[1];
    if (own === undefined) throw invalid(`Invalid cache key: ${key}. Keys must be alphanumeric.`);
    if (own.length > LONGEST_KEY)
        throw invalid(`Invalid cache key: ${key}. Keys have at most ${LONGEST_KEY} characters.`);
}

export function invalid(message: string): ApexException {
    return new ApexException('Cache.InvalidParamException', message);
}

/** Keeps a copy; does nothing in a partition that has no room. */
export function putCached(partition: PartitionValue, key: string, value: unknown, seconds: number | null): void {
    if (value === null) throw invalid('A null value cannot be cached');
    const place = placeOf(partition, key);
    const { scope } = place.partition;
    const time = seconds ?? DEFAULT_SECONDS[scope];
    if (time < SHORTEST_SECONDS || time > LONGEST_SECONDS[scope])
        throw invalid(`Time to live must be between ${SHORTEST_SECONDS} and ${LONGEST_SECONDS[scope]} seconds`);
    const expires = context().org.now() + time * 1000;
    const size = Buffer.byteLength(apexToString(value));
    if (size > LARGEST_ITEM)
        throw new ApexException('Cache.ItemSizeLimitExceededException', `Value is too large: ${size} bytes`);
    if (!place.partition.available) return;
    once('a put into the cache', () => void store().set(place.address, { value: deepCopy(value), size, expires }));
}

/** A copy of the cached value, null when it is absent or its time is over. */
export function getCached(partition: PartitionValue, key: string): unknown {
    const { address } = placeOf(partition, key);
    return once('a value of the cache', () => liveValue(address), deepCopy);
}

function liveValue(address: string): unknown {
    const cached = store().get(address);
    return cached && cached.expires > context().org.now() ? deepCopy(cached.value) : null;
}

/** Returns whether there was a value. */
export function removeCached(partition: PartitionValue, key: string): boolean {
    const { address } = placeOf(partition, key);
    return once('a removal from the cache', () => store().delete(address));
}

/** Keys of a partition that have a value. */
export function cachedKeys(partition: PartitionValue): string[] {
    const start = prefix(partition);
    return live(partition).map(([place]) => place.slice(start.length));
}

/** How much of a partition is in use, in percent. */
export function usedCapacity(partition: PartitionValue): number {
    const bytes = live(partition).reduce((sum, [, { size }]) => sum + size, 0);
    return partition.capacity === 0 ? 0 : (bytes / (partition.capacity * 1_000_000)) * 100;
}

function live(partition: PartitionValue): [string, CachedValue][] {
    const start = prefix(partition);
    const now = context().org.now();
    const find = (): [string, CachedValue][] =>
        [...store()].filter(([place, { expires }]) => place.startsWith(start) && expires > now);
    return once('the keys of the cache', find);
}
