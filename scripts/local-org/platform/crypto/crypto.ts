import {
    createCipheriv,
    createDecipheriv,
    createHash,
    createHmac,
    createSign,
    createVerify,
    randomBytes,
    randomInt,
    timingSafeEqual
} from 'node:crypto';
import { definePlatformClass } from '../define.ts';
import { once } from '../journal.ts';
import { refuseNulls } from '../support/refuse-nulls.ts';
import { ApexBlob } from '../values/blob.ts';
import { ApexException } from '../values/exception.ts';

const DIGESTS: Record<string, string> = {
    md5: 'md5',
    sha1: 'sha1',
    'sha-1': 'sha1',
    sha256: 'sha256',
    'sha-256': 'sha256',
    sha384: 'sha384',
    'sha-384': 'sha384',
    sha512: 'sha512',
    'sha-512': 'sha512',
    'sha3-256': 'sha3-256',
    'sha3-384': 'sha3-384',
    'sha3-512': 'sha3-512'
};
const MACS: Record<string, string> = {
    hmacmd5: 'md5',
    hmacsha1: 'sha1',
    hmacsha256: 'sha256',
    hmacsha384: 'sha384',
    hmacsha512: 'sha512'
};
const SIGNATURES: Record<string, string> = {
    rsa: 'sha1',
    'rsa-sha1': 'sha1',
    'rsa-sha256': 'sha256',
    'rsa-sha384': 'sha384',
    'rsa-sha512': 'sha512',
    'ecdsa-sha256': 'sha256',
    'ecdsa-sha384': 'sha384',
    'ecdsa-sha512': 'sha512'
};
const KEY_BITS: Record<string, number> = { aes128: 128, aes192: 192, aes256: 256 };
const BLOCK = 16;

definePlatformClass({
    name: 'Crypto',
    statics: refuseNulls({
        'Blob generateDigest(String algorithmName, Blob input)': (name: string, input: ApexBlob) =>
            new ApexBlob(createHash(algorithm(DIGESTS, name)).update(input.bytes).digest()),
        'Blob generateMac(String algorithmName, Blob input, Blob privateKey)': (
            name: string,
            input: ApexBlob,
            key: ApexBlob
        ) => new ApexBlob(mac(name, input, key)),
        'Boolean verifyHMac(String algorithmName, Blob input, Blob privateKey, Blob hmacToVerify)': (
            name,
            input,
            key,
            expected: ApexBlob
        ) => sameBytes(mac(name, input, key), expected.bytes),
        'Blob generateAesKey(Integer size)': generateKey,
        'Blob encrypt(String algorithmName, Blob privateKey, Blob initializationVector, Blob clearText)': encrypt,
        'Blob decrypt(String algorithmName, Blob privateKey, Blob initializationVector, Blob cipherText)': decrypt,
        'Blob encryptWithManagedIV(String algorithmName, Blob privateKey, Blob clearText)': (name, key, clear) => {
            const vector = new ApexBlob(once('an initialization vector', () => randomBytes(BLOCK)));
            return new ApexBlob(Buffer.concat([vector.bytes, encrypt(name, key, vector, clear).bytes]));
        },
        'Blob decryptWithManagedIV(String algorithmName, Blob privateKey, Blob ivAndCipherText)': (
            name,
            key,
            cipher: ApexBlob
        ) =>
            decrypt(
                name,
                key,
                new ApexBlob(cipher.bytes.subarray(0, BLOCK)),
                new ApexBlob(cipher.bytes.subarray(BLOCK))
            ),
        'Integer getRandomInteger()': () =>
            once('Crypto.getRandomInteger', () => randomInt(-2_147_483_648, 2_147_483_648)),
        'Long getRandomLong()': () => once('Crypto.getRandomLong', () => randomBytes(8).readBigInt64BE()),
        'Blob sign(String algorithmName, Blob input, Blob privateKey)': sign,
        'Boolean verify(String algorithmName, Blob data, Blob signature, Blob publicKey)': verify
    })
});

function algorithm(known: Record<string, string>, name: string): string {
    const found = known[name.toLowerCase()];
    if (!found) throw new ApexException('InvalidParameterValueException', `Invalid algorithm: ${name}`);
    return found;
}

function mac(name: string, input: ApexBlob, key: ApexBlob): Buffer {
    return createHmac(algorithm(MACS, name), key.bytes).update(input.bytes).digest();
}

function sameBytes(left: Buffer, right: Buffer): boolean {
    return left.length === right.length && timingSafeEqual(left, right);
}

function generateKey(size: number): ApexBlob {
    if (![128, 192, 256].includes(size))
        throw new ApexException('InvalidParameterValueException', 'Key size must be 128, 192 or 256');
    return new ApexBlob(once('Crypto.generateAesKey', () => randomBytes(size / 8)));
}

function cipherName(name: string, key: ApexBlob, vector: ApexBlob): string {
    const bits = KEY_BITS[name.toLowerCase()];
    if (!bits) throw new ApexException('InvalidParameterValueException', `Invalid algorithm: ${name}`);
    if (key.bytes.length * 8 !== bits)
        throw new ApexException(
            'InvalidParameterValueException',
            'Invalid private key. Must be of the size of the algorithm'
        );
    if (vector.bytes.length !== BLOCK)
        throw new ApexException('InvalidParameterValueException', 'Invalid initialization vector. Must be 16 bytes.');
    return `aes-${bits}-cbc`;
}

function encrypt(name: string, key: ApexBlob, vector: ApexBlob, clear: ApexBlob): ApexBlob {
    const cipher = createCipheriv(cipherName(name, key, vector), key.bytes, vector.bytes);
    return new ApexBlob(Buffer.concat([cipher.update(clear.bytes), cipher.final()]));
}

function decrypt(name: string, key: ApexBlob, vector: ApexBlob, cipherText: ApexBlob): ApexBlob {
    const decipher = createDecipheriv(cipherName(name, key, vector), key.bytes, vector.bytes);
    try {
        return new ApexBlob(Buffer.concat([decipher.update(cipherText.bytes), decipher.final()]));
    } catch {
        throw new ApexException('SecurityException', 'Given final block not properly padded');
    }
}

function sign(name: string, input: ApexBlob, privateKey: ApexBlob): ApexBlob {
    const signer = createSign(algorithm(SIGNATURES, name)).update(input.bytes);
    return new ApexBlob(signer.sign({ key: privateKey.bytes, format: 'der', type: 'pkcs8' }));
}

function verify(name: string, data: ApexBlob, signature: ApexBlob, publicKey: ApexBlob): boolean {
    const verifier = createVerify(algorithm(SIGNATURES, name)).update(data.bytes);
    return verifier.verify({ key: publicKey.bytes, format: 'der', type: 'spki' }, signature.bytes);
}
