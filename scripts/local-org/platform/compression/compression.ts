import { context } from '../context.ts';
import { definePlatformClass, definePlatformEnum, platformEnumValue } from '../define.ts';
import { defineException } from '../exceptions/exception.ts';
import type { Implementation } from '../registry.ts';
import { nullArgument } from '../support/refuse-nulls.ts';
import { ApexBlob } from '../values/blob.ts';
import { ApexList, ApexMap } from '../values/collections.ts';
import { ApexException } from '../values/exception.ts';
import { PlatformObject } from '../values/object.ts';
import type { ApexEnumValue } from '../values/object.ts';
import { type ArchiveEntry, DEFLATED, packed, readArchive, writeArchive } from './archive.ts';
import { crc32 } from './crc.ts';

definePlatformEnum('Compression.Level', ['BEST_COMPRESSION', 'BEST_SPEED', 'DEFAULT_LEVEL', 'NO_COMPRESSION']);
definePlatformEnum('Compression.Method', ['DEFLATED', 'STORED']);
defineException('Compression.ZipException');

/** Levels of zlib. */
const LEVELS: Record<string, number> = { BEST_COMPRESSION: 9, BEST_SPEED: 1, DEFAULT_LEVEL: 6, NO_COMPRESSION: 0 };

/** A Compression.ZipEntry. */
class ZipEntryValue extends PlatformObject {
    readonly apexTypeName = 'Compression.ZipEntry';
    readonly entry: ArchiveEntry;

    constructor(entry: ArchiveEntry) {
        super();
        this.entry = entry;
    }
}

/** A Compression.ZipWriter or ZipReader: entries by name, in the order they came. */
class ArchiveValue extends PlatformObject {
    readonly apexTypeName: string;
    readonly entries = new Map<string, ZipEntryValue>();
    level = LEVELS.DEFAULT_LEVEL;
    method = DEFLATED;

    constructor(apexTypeName: string, entries: ArchiveEntry[] = []) {
        super();
        this.apexTypeName = apexTypeName;
        for (const entry of entries) this.entries.set(entry.name, new ZipEntryValue(entry));
    }

    add(name: string | null, data: ApexBlob | null): ZipEntryValue {
        if (name === null || data === null) throw nullArgument();
        const content = data.bytes;
        const facts = {
            comment: '',
            compressedSize: packed(content, this.method, this.level).length,
            crc: crc32(content),
            modified: dosTime()
        };
        const added = new ZipEntryValue({ name, content, method: this.method, ...facts });
        this.entries.set(name, added);
        return added;
    }
}

/** The time of the org in the form of MS-DOS, in seconds divisible by two. */
function dosTime(): number {
    const now = new Date(context().org.now());
    const date = ((now.getUTCFullYear() - 1980) << 9) | ((now.getUTCMonth() + 1) << 5) | now.getUTCDate();
    const time = (now.getUTCHours() << 11) | (now.getUTCMinutes() << 5) | (now.getUTCSeconds() >> 1);
    return ((date << 16) | time) >>> 0;
}

function open(archive: ApexBlob | null): ArchiveValue {
    if (archive === null) throw nullArgument();
    const entries = readArchive(Buffer.from(archive.bytes));
    if (!entries) throw new ApexException('Compression.ZipException', 'The data is not a ZIP archive, or is damaged');
    return new ArchiveValue('Compression.ZipReader', entries);
}

function extract(self: ArchiveValue, name: string): ApexBlob {
    const found = self.entries.get(name);
    if (!found) throw new ApexException('Compression.ZipException', `There is no entry ${name} in the archive`);
    return new ApexBlob(found.entry.content);
}

const shared: Record<string, Implementation> = {
    'List<Compression.ZipEntry> getEntries()': (self: ArchiveValue) =>
        new ApexList('Compression.ZipEntry', [...self.entries.values()]),
    'Compression.ZipEntry getEntry(String name)': (self: ArchiveValue, name: string) => self.entries.get(name) ?? null,
    'List<String> getEntryNames()': (self: ArchiveValue) => new ApexList('String', [...self.entries.keys()])
};

definePlatformClass({
    name: 'Compression.ZipWriter',
    constructors: { 'ZipWriter()': () => new ArchiveValue('Compression.ZipWriter') },
    methods: {
        ...shared,
        'Compression.ZipEntry addEntry(String name, Blob data)': (self: ArchiveValue, name, data) =>
            self.add(name, data),
        'Compression.ZipEntry addEntry(Compression.ZipEntry prototype)': (
            self: ArchiveValue,
            { entry }: ZipEntryValue
        ) => self.add(entry.name, new ApexBlob(entry.content)),
        'void removeEntry(String name)': (self: ArchiveValue, name: string) => void self.entries.delete(name),
        'void setLevel(Compression.Level level)': (self: ArchiveValue, level: ApexEnumValue) =>
            void (self.level = LEVELS[level.name]),
        'void setMethod(Compression.Method method)': (self: ArchiveValue, method: ApexEnumValue) =>
            void (self.method = method.name === 'STORED' ? 0 : DEFLATED),
        'Blob getArchive()': (self: ArchiveValue) =>
            new ApexBlob(
                writeArchive(
                    [...self.entries.values()].map(({ entry }) => entry),
                    self.level
                )
            )
    }
});

definePlatformClass({
    name: 'Compression.ZipReader',
    constructors: { 'ZipReader(Blob data)': open },
    methods: {
        ...shared,
        'Map<String,Compression.ZipEntry> getEntriesMap()': (self: ArchiveValue) =>
            new ApexMap('String', 'Compression.ZipEntry', self.entries),
        'Blob extract(String name)': extract,
        'Blob extract(Compression.ZipEntry entry)': (self: ArchiveValue, { entry }: ZipEntryValue) =>
            extract(self, entry.name)
    }
});

definePlatformClass({
    name: 'Compression.ZipEntry',
    methods: {
        'String getName()': (self: ZipEntryValue) => self.entry.name,
        'String getComment()': (self: ZipEntryValue) => self.entry.comment,
        'void setComment(String comment)': (self: ZipEntryValue, comment: string) =>
            void (self.entry.comment = comment),
        'Blob getContent()': (self: ZipEntryValue) => new ApexBlob(self.entry.content),
        'Long getUncompressedSize()': (self: ZipEntryValue) => BigInt(self.entry.content.length),
        'Long getCompressedSize()': (self: ZipEntryValue) => BigInt(self.entry.compressedSize),
        'Long getCrc()': (self: ZipEntryValue) => BigInt(self.entry.crc),
        'Compression.Method getMethod()': (self: ZipEntryValue) =>
            platformEnumValue('Compression.Method', self.entry.method === DEFLATED ? 'DEFLATED' : 'STORED'),
        'Boolean isDirectory()': (self: ZipEntryValue) => self.entry.name.endsWith('/')
    }
});
