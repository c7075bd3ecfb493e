import { createHash } from 'node:crypto';

const BASE62 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const CHECKSUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
/** Characters 4 to 6 of every Id: the instance of the org and a reserved zero. */
const INSTANCE = 'Td0';

/** The three characters that make a case-sensitive 15-character Id safe where case is lost. */
export function idChecksum(id15: string): string {
    let suffix = '';
    for (let block = 0; block < 3; block++) {
        let bits = 0;
        for (let position = 0; position < 5; position++) {
            const character = id15[block * 5 + position];
            if (character >= 'A' && character <= 'Z') bits |= 1 << position;
        }
        suffix += CHECKSUM[bits];
    }
    return suffix;
}

/** The 18-character form of an Id of 15 or 18 characters; undefined when the text is no Id. */
export function normalizeId(text: string): string | undefined {
    if (!/^[a-zA-Z0-9]+$/.test(text)) return undefined;
    if (text.length === 15) return text + idChecksum(text);
    if (text.length !== 18) return undefined;
    return repairCase(text);
}

/** An 18-character Id whose letters lost their case, put right by its checksum. */
function repairCase(id18: string): string | undefined {
    const body = id18.slice(0, 15);
    if (idChecksum(body) === id18.slice(15)) return id18;
    let repaired = '';
    for (let index = 0; index < 15; index++) {
        const bits = CHECKSUM.indexOf(id18[15 + Math.floor(index / 5)].toUpperCase());
        if (bits < 0) return undefined;
        const upper = (bits >> (index % 5)) & 1;
        repaired += upper ? body[index].toUpperCase() : body[index].toLowerCase();
    }
    const fixed = repaired + idChecksum(repaired);
    return fixed.slice(15) === id18.slice(15).toUpperCase() ? fixed : undefined;
}

/** The Id of the n-th record of an object. */
export function sequentialId(keyPrefix: string, sequence: number): string {
    let digits = '';
    for (let rest = sequence; rest > 0; rest = Math.floor(rest / 62)) digits = BASE62_BY_VALUE[rest % 62] + digits;
    const body = keyPrefix + INSTANCE + digits.padStart(9, '0');
    return body + idChecksum(body);
}

/** Digits first, so that Ids sort in the order in which they were given. */
const BASE62_BY_VALUE = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** An Id that is always the same for a name, for what metadata brings along (users, record types, permission sets). */
export function deterministicId(keyPrefix: string, name: string): string {
    const digest = createHash('sha256').update(name.toLowerCase()).digest();
    const digits = [...digest.subarray(0, 8)].map((byte) => BASE62[byte % 62]).join('');
    const body = `${keyPrefix}${INSTANCE}x${digits}`;
    return body + idChecksum(body);
}

/** Matches the Ids of one object that `deterministicId` makes, for LIKE. */
export function deterministicIdPattern(keyPrefix: string): string {
    return `${keyPrefix}${INSTANCE}x%`;
}

/** Two characters that stand for a name, the last part of a key prefix. */
export function prefixCharacters(name: string, attempt: number): string {
    const digest = createHash('sha256').update(`${name.toLowerCase()}#${attempt}`).digest();
    return BASE62_BY_VALUE[digest[0] % 62] + BASE62_BY_VALUE[digest[1] % 62];
}
