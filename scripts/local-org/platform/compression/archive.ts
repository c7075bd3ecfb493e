import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { crc32 } from './crc.ts';

/** One file of a ZIP archive. */
export interface ArchiveEntry {
    name: string;
    comment: string;
    content: Buffer;
    compressedSize: number;
    crc: number;
    /** 8 deflated, 0 stored. */
    method: number;
    /** Date and time in the form of MS-DOS: the upper half is the date. */
    modified: number;
}

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_HEADER = 0x06054b50;
const END_SIZE = 22;
/** Version 2.0 of the format, and names in UTF-8. */
const VERSION = 20;
const UTF8_NAMES = 0x0800;
export const DEFLATED = 8;

/** An archive of the entries, as APPNOTE.TXT of the ZIP format describes it. `level` is that of zlib. */
export function writeArchive(entries: ArchiveEntry[], level: number): Buffer {
    const locals: Buffer[] = [];
    const central: Buffer[] = [];
    let offset = 0;
    for (const entry of entries) {
        const data = packed(entry.content, entry.method, level);
        const name = Buffer.from(entry.name);
        const local = Buffer.concat([header(LOCAL_HEADER, entry, data.length, name), name, data]);
        central.push(centralRecord(entry, data.length, name, offset));
        locals.push(local);
        offset += local.length;
    }
    const directory = Buffer.concat(central);
    return Buffer.concat([...locals, directory, endRecord(entries.length, directory.length, offset)]);
}

/** The bytes of an entry as the archive holds them. */
export function packed(content: Buffer, method: number, level: number): Buffer {
    return method === DEFLATED ? deflateRawSync(content, { level }) : content;
}

/** What stands alike in the header of an entry and in the directory. */
function header(signature: number, entry: ArchiveEntry, size: number, name: Buffer): Buffer {
    const central = signature === CENTRAL_HEADER;
    const bytes = Buffer.alloc(central ? 46 : 30);
    let position = bytes.writeUInt32LE(signature, 0);
    if (central) position = bytes.writeUInt16LE(VERSION, position);
    for (const value of [VERSION, UTF8_NAMES, entry.method]) position = bytes.writeUInt16LE(value, position);
    for (const value of [entry.modified, entry.crc, size, entry.content.length])
        position = bytes.writeUInt32LE(value, position);
    bytes.writeUInt16LE(name.length, position);
    return bytes;
}

function centralRecord(entry: ArchiveEntry, size: number, name: Buffer, offset: number): Buffer {
    const record = header(CENTRAL_HEADER, entry, size, name);
    const comment = Buffer.from(entry.comment);
    record.writeUInt16LE(comment.length, 32);
    record.writeUInt32LE(offset, 42);
    return Buffer.concat([record, name, comment]);
}

function endRecord(count: number, directorySize: number, directoryOffset: number): Buffer {
    const bytes = Buffer.alloc(END_SIZE);
    bytes.writeUInt32LE(END_HEADER, 0);
    bytes.writeUInt16LE(count, 8);
    bytes.writeUInt16LE(count, 10);
    bytes.writeUInt32LE(directorySize, 12);
    bytes.writeUInt32LE(directoryOffset, 16);
    return bytes;
}

/** The entries of an archive; null when the bytes are none or are damaged. */
export function readArchive(bytes: Buffer): ArchiveEntry[] | null {
    const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
    if (end < 0 || bytes.length < end + END_SIZE) return null;
    const entries: ArchiveEntry[] = [];
    let position = bytes.readUInt32LE(end + 16);
    try {
        for (let count = bytes.readUInt16LE(end + 10); count > 0; count--) {
            const { entry, next } = readEntry(bytes, position);
            entries.push(entry);
            position = next;
        }
        return entries.every(({ crc, content }) => crc === crc32(content)) ? entries : null;
    } catch {
        return null;
    }
}

function readEntry(bytes: Buffer, position: number): { entry: ArchiveEntry; next: number } {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => bytes.readUInt16LE(position + field));
    const nameStart = position + 46;
    const commentStart = nameStart + nameLength + extraLength;
    const compressedSize = bytes.readUInt32LE(position + 20);
    const method = bytes.readUInt16LE(position + 10);
    const local = bytes.readUInt32LE(position + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + compressedSize);
    const entry = {
        name: bytes.toString('utf8', nameStart, nameStart + nameLength),
        comment: bytes.toString('utf8', commentStart, commentStart + commentLength),
        content: method === DEFLATED ? inflateRawSync(data) : Buffer.from(data),
        compressedSize,
        crc: bytes.readUInt32LE(position + 16),
        method,
        modified: bytes.readUInt32LE(position + 12)
    };
    return { entry, next: commentStart + commentLength };
}
