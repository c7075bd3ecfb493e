import { deepCopy } from '../async/deep-copy.ts';
import { context } from '../context.ts';
import { ApexException } from '../values/exception.ts';

interface CachedValue {
    value: unknown;
    /** Milliseconds since 1970. */
    expires: number;
}

export type CacheScope = 'Org' | 'Session';

/** Seconds that a value stays when nothing is said: a day, or eight hours in a session. */
const DEFAULT_SECONDS: Record<CacheScope, number> = { Org: 86_400, Session: 28_800 };
const LONGEST_SECONDS: Record<CacheScope, number> = { Org: 172_800, Session: 28_800 };
const SHORTEST_SECONDS = 300;

const stores = new WeakMap<object, Map<string, CachedValue>>();

/** Cached values live with the org; each test has a cache of its own. */
function store(): Map<string, CachedValue> {
    const { test, org } = context();
    const owner = test ?? org.storage;
    const known = stores.get(owner) ?? new Map<string, CachedValue>();
    stores.set(owner, known);
    return known;
}

/** Where a key is kept: the session cache apart for each user. */
function address(scope: CacheScope, partition: string, key: string): string {
    checkKey(key);
    const qualified = /^(\w+)\.(\w+)\.(\w+)$/.exec(key);
    const place = qualified ? `${qualified[2]}/${qualified[3]}` : `${partition}/${key}`;
    return `${prefix(scope)}${place}`;
}

function prefix(scope: CacheScope): string {
    return scope === 'Org' ? 'Org/' : `Session/${context().user.id}/`;
}

function checkKey(key: string | null): void {
    if (key !== null && /^(?:\w+\.\w+\.)?[A-Za-z0-9]+$/.test(key)) return;
    throw new ApexException('Cache.InvalidParamException', `Invalid cache key: ${key}. Keys must be alphanumeric.`);
}

export function putCached(
    scope: CacheScope,
    partition: string,
    key: string,
    value: unknown,
    seconds: number | null
): void {
    if (value === null) throw new ApexException('Cache.InvalidParamException', 'A null value cannot be cached');
    const time = seconds ?? DEFAULT_SECONDS[scope];
    if (time < SHORTEST_SECONDS || time > LONGEST_SECONDS[scope]) {
        throw new ApexException(
            'Cache.InvalidParamException',
            `Time to live must be between ${SHORTEST_SECONDS} and ${LONGEST_SECONDS[scope]} seconds`
        );
    }
    const expires = context().org.now() + time * 1000;
    store().set(address(scope, partition, key), { value: deepCopy(value), expires });
}

/** A copy of the cached value, null when it is absent or its time is over. */
export function getCached(scope: CacheScope, partition: string, key: string): unknown {
    const cached = store().get(address(scope, partition, key));
    if (!cached || cached.expires <= context().org.now()) return null;
    return deepCopy(cached.value);
}

/** Returns whether there was a value. */
export function removeCached(scope: CacheScope, partition: string, key: string): boolean {
    return store().delete(address(scope, partition, key));
}

/** Keys of a partition that have a value. */
export function cachedKeys(scope: CacheScope, partition: string): string[] {
    const start = `${prefix(scope)}${partition}/`;
    const now = context().org.now();
    const entries = [...store()].filter(([place, cached]) => place.startsWith(start) && cached.expires > now);
    return entries.map(([place]) => place.slice(start.length));
}
