import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { call, construct, inContext, thrown } from '../../tests/support.ts';
import { ApexBlob, ApexList } from '../../values/index.ts';
import { readArchive } from '../archive.ts';
import { crc32 } from '../crc.ts';

const of = (type: string, self: unknown, name: string, ...values: unknown[]): unknown =>
    call(`Compression.${type}`, self, name, ...values);

/** An archive with one deflated entry and one with an umlaut in its name. */
const archive = (): ApexBlob =>
    inContext(() => {
        const writer = construct('Compression.ZipWriter');
        of('ZipWriter', writer, 'addEntry', 'long.txt', ApexBlob.ofText('again '.repeat(500)));
        of('ZipWriter', writer, 'addEntry', 'ä/short.txt', ApexBlob.ofText('short'));
        return of('ZipWriter', writer, 'getArchive') as ApexBlob;
    });

describe('archives', () => {
    test('know the checksum of the format', () => assert.equal(crc32(Buffer.from('123456789')), 0xcbf43926));
    test('are read as they were written', () =>
        inContext(() => {
            const reader = construct('Compression.ZipReader', archive());
            assert.deepEqual((of('ZipReader', reader, 'getEntryNames') as ApexList).items, ['long.txt', 'ä/short.txt']);
            assert.equal((of('ZipReader', reader, 'extract', 'ä/short.txt') as ApexBlob).bytes.toString(), 'short');
            const entry = of('ZipReader', reader, 'getEntry', 'long.txt');
            assert.equal(of('ZipEntry', entry, 'getUncompressedSize'), 3000n);
            assert.ok((of('ZipEntry', entry, 'getCompressedSize') as bigint) < 100n);
        }));
    test('that are damaged, or none at all, are refused', () =>
        inContext(() => {
            const damaged = Buffer.from(archive().bytes);
            damaged[60] ^= 0xff;
            assert.equal(readArchive(damaged), null);
            assert.match(
                thrown(() => construct('Compression.ZipReader', ApexBlob.ofText('text'))),
                /^Compression.ZipException/
            );
            const reader = construct('Compression.ZipReader', archive());
            assert.match(
                thrown(() => of('ZipReader', reader, 'extract', 'missing')),
                /There is no entry missing/
            );
        }));
});
