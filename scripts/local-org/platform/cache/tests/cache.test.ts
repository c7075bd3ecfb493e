import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CachePartitionMetadata } from '../../../metadata/types.ts';
import type { OrgServices } from '../../context.ts';
import { call, callTyped, inContext, thrown } from '../../tests/support.ts';
import { ApexList, ApexSet } from '../../values/index.ts';

const partition = (name: string, capacity: number, isDefault = false): CachePartitionMetadata => ({
    name,
    default: isDefault,
    capacity: { Org: capacity, Session: capacity }
});
const orgWith = (...cachePartitions: CachePartitionMetadata[]): Partial<OrgServices> => ({
    metadata: { cachePartitions } as unknown as OrgServices['metadata']
});
const MAIN = partition('Main', 5, true);

const put = (key: string, value: unknown): unknown => callTyped('Cache.Org', 'put', ['String', 'Object'], key, value);
const get = (key: string): unknown => callTyped('Cache.Org', 'get', ['String'], key);
const getPartition = (name: string): unknown => callTyped('Cache.Org', 'getPartition', ['String'], name);
const ofPartition = (self: unknown, name: string, ...values: unknown[]): unknown =>
    call('Cache.OrgPartition', self, name, ...values);

describe('platform cache', () => {
    test('keeps a copy for its time', () => {
        let now = 0;
        const list = new ApexList('Integer', [1]);
        inContext(
            () => {
                put('numbers', list);
                list.items.push(2);
                assert.deepEqual((get('numbers') as ApexList).items, [1]);
                now = 86_400_001;
                assert.equal(get('numbers'), null);
            },
            { ...orgWith(MAIN), now: () => now }
        );
    });
    test('keeps partitions apart, and finds one in a key', () =>
        inContext(
            () => {
                put('local.Other.key', 'other');
                assert.equal(get('key'), null);
                assert.equal(get('local.Other.key'), 'other');
                assert.deepEqual([...(ofPartition(getPartition('local.Other'), 'getKeys') as ApexSet).items], ['key']);
            },
            orgWith(MAIN, partition('Other', 1))
        ));
    test('a partition without capacity is there and keeps nothing', () =>
        inContext(
            () => {
                const empty = getPartition('local.Empty');
                ofPartition(empty, 'put', 'key', 'value');
                assert.equal(ofPartition(empty, 'get', 'key'), null);
                assert.equal(ofPartition(empty, 'isAvailable'), false);
            },
            orgWith(partition('Empty', 0))
        ));
    test('an org without the partition, or without a default one, throws', () =>
        inContext(() => {
            assert.match(
                thrown(() => getPartition('local.Nowhere')),
                /^Cache.Org.OrgCacheException: Partition local.Nowhere/
            );
            assert.match(
                thrown(() => put('key', 1)),
                /^Cache.Org.OrgCacheException: There is no default partition/
            );
        }, orgWith()));
    test('refuses keys that are not alphanumeric, null and what is too large', () =>
        inContext(() => {
            assert.match(
                thrown(() => put('a-b', 1)),
                /^Cache.InvalidParamException: Invalid cache key/
            );
            assert.match(
                thrown(() => put('a', null)),
                /^Cache.InvalidParamException/
            );
            assert.match(
                thrown(() => put('a', 'x'.repeat(100_001))),
                /^Cache.ItemSizeLimitExceededException/
            );
        }, orgWith(MAIN)));
});
