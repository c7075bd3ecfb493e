import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { ParsedSource } from './parse.ts';

/** Above this many trees those that the last run did not use are dropped. */
const MOST_TREES = 4000;

interface SourceText {
    file: string;
    source: string;
}

/** Syntax trees on disk, by the content of their sources: parsing is most of the time that compiling takes. */
export class SyntaxCache {
    private readonly file: string;
    private readonly version = parserVersion();
    private readonly stored: Map<string, ParsedSource>;
    private readonly used = new Map<string, ParsedSource>();
    private changed = false;

    constructor(file: string) {
        this.file = file;
        this.stored = this.read();
    }

    /** The tree of a source that was parsed before; undefined when it was not. */
    find(source: SourceText): ParsedSource | undefined {
        return this.stored.get(this.keyOf(source));
    }

    keep(source: SourceText, parsed: ParsedSource): void {
        const key = this.keyOf(source);
        this.used.set(key, parsed);
        if (!this.stored.has(key)) this.changed = true;
    }

    /** Writes what is new. A cache that cannot be written costs time and nothing else. */
    save(): void {
        if (!this.changed) return;
        this.changed = false;
        for (const [key, parsed] of this.used) this.stored.set(key, parsed);
        const kept = this.stored.size > MOST_TREES ? this.used : this.stored;
        try {
            this.write(serialize({ version: this.version, trees: kept }));
        } catch {
            this.changed = true;
        }
    }

    private write(bytes: Buffer): void {
        mkdirSync(path.dirname(this.file), { recursive: true });
        const fresh = `${this.file}.${process.pid}`;
        writeFileSync(fresh, bytes);
        renameSync(fresh, this.file);
    }

    private read(): Map<string, ParsedSource> {
        try {
            const { version, trees } = deserialize(readFileSync(this.file)) as {
                version: string;
                trees: Map<string, ParsedSource>;
            };
            return version === this.version ? trees : new Map();
        } catch {
            return new Map();
        }
    }

    private keyOf({ file, source }: SourceText): string {
        return createHash('sha1').update(`${file}\0${source}`).digest('base64');
    }
}

/** Changes whenever the code that makes the trees does. */
function parserVersion(): string {
    const hash = createHash('sha1').update(process.version);
    for (const name of readdirSync(import.meta.dirname).sort()) {
        if (name.endsWith('.ts')) hash.update(readFileSync(path.join(import.meta.dirname, name)));
    }
    hash.update(readFileSync(new URL(import.meta.resolve('@apexdevtools/apex-parser'))).length.toString());
    return hash.digest('base64');
}
