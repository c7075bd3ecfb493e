import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { call, callStatic, thrown } from '../../tests/support.ts';
import { ApexBlob } from '../../values/index.ts';

const blob = (text: string): ApexBlob => ApexBlob.ofText(text);
const hex = (value: unknown): string => (value as ApexBlob).bytes.toString('hex');

describe('Crypto', () => {
    test('SHA-256', () =>
        assert.equal(
            hex(callStatic('Crypto', 'generateDigest', 'SHA-256', blob('abc'))),
            'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
        ));
    test('HMAC', () =>
        assert.equal(
            hex(callStatic('Crypto', 'generateMac', 'HmacSHA256', blob('what do ya want for nothing?'), blob('Jefe'))),
            '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'
        ));
    test('AES with a managed vector comes back', () => {
        const key = callStatic('Crypto', 'generateAesKey', 256);
        const cipher = callStatic('Crypto', 'encryptWithManagedIV', 'AES256', key, blob('secret'));
        assert.equal(
            call('Blob', callStatic('Crypto', 'decryptWithManagedIV', 'AES256', key, cipher), 'toString'),
            'secret'
        );
    });
    test('an unknown algorithm', () =>
        assert.match(
            thrown(() => callStatic('Crypto', 'generateDigest', 'nope', blob('a'))),
            /InvalidParameterValueException/
        ));
});

describe('EncodingUtil and Blob', () => {
    test('url encoding is the one of Java', () =>
        assert.equal(
            callStatic('EncodingUtil', 'urlEncode', "a b&c=é~(x)*'", 'UTF-8'),
            'a+b%26c%3D%C3%A9%7E%28x%29*%27'
        ));
    test('base64 there and back', () => {
        const text = callStatic('EncodingUtil', 'base64Encode', blob('größe'));
        assert.equal(call('Blob', callStatic('EncodingUtil', 'base64Decode', text), 'toString'), 'größe');
    });
    test('hex', () => assert.equal(callStatic('EncodingUtil', 'convertToHex', blob('AZ')), '415a'));
    test('bytes that are no text', () =>
        assert.equal(
            thrown(() => call('Blob', new ApexBlob(Buffer.from([0xff])), 'toString')),
            'StringException: BLOB is not a valid UTF-8 string'
        ));
});

test('a UUID equals itself by text', () => {
    const uuid = callStatic('UUID', 'randomUUID');
    const same = callStatic('UUID', 'fromString', call('UUID', uuid, 'toString'));
    assert.equal(call('UUID', uuid, 'equals', same), true);
});
