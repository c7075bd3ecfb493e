import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageDirectories } from '../../build/project.ts';
import { Inventory } from './inventory.ts';
import { SourceFile } from './source-file.ts';

const TEXT = /\.(xml|cls|trigger|apex|ts|js|html|css|json)$/;
const IGNORED = /(^|\/)(node_modules|__tests__|__mocks__|\.git)(\/|$)/;

const DEFINITION = 'sfdx-project.json';

/** The files of the package directories and of config/, in memory. */
export class Project {
    readonly root: string;
    /** Paths of the package directories from the root, in the order of sfdx-project.json: the first one is the base. */
    readonly packages: readonly string[];
    readonly files: readonly SourceFile[];
    private readonly byPath: ReadonlyMap<string, SourceFile>;
    private declared: Inventory | undefined;

    constructor(root: string, packages: readonly string[], files: readonly SourceFile[]) {
        this.root = root;
        this.packages = packages;
        this.files = files;
        this.byPath = new Map(files.map((file) => [file.path, file]));
    }

    /** Reads a project from the folder that has its sfdx-project.json. */
    static load(root: string): Project {
        const packages = packagesOf(root);
        const files = [...packages, 'config'].flatMap((directory) => read(root, directory));
        files.push(new SourceFile(DEFINITION, readFileSync(path.join(root, DEFINITION), 'utf8')));
        return new Project(root, packages, withoutCompiled(files));
    }

    /** A project of texts that lie elsewhere, such as in a commit. */
    static of(root: string, texts: ReadonlyMap<string, string>): Project {
        const files = [...texts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, text]) => new SourceFile(file, text));
        return new Project(root, packagesOf(root), withoutCompiled(files));
    }

    /** Is a file, by its path from the root, one that a project reads? */
    static concerns(root: string, file: string): boolean {
        if (file === DEFINITION) return true;
        const inside = [...packagesOf(root), 'config'].some((directory) => isIn(file, directory));
        return inside && TEXT.test(file) && !IGNORED.test(file);
    }

    /** A copy in which files have another text, are new, or (null) are gone. */
    with(changes: Readonly<Record<string, string | null>>): Project {
        const kept = this.files.filter((file) => !(file.path in changes));
        const changed = Object.entries(changes).flatMap(([file, text]) =>
            text === null ? [] : [new SourceFile(file, text)]
        );
        return new Project(this.root, this.packages, [...kept, ...changed]);
    }

    /** The project as if it had some of its package directories only. */
    only(packages: readonly string[]): Project {
        const kept = this.files.filter((file) => {
            const home = this.packageOf(file);
            return home === '' || packages.includes(home);
        });
        return new Project(this.root, [...new Set(packages)], kept);
    }

    file(filePath: string): SourceFile | undefined {
        return this.byPath.get(filePath);
    }

    /** What a description such as `X.cls-meta.xml` describes; undefined when it is not there. */
    sourceOf(description: SourceFile | undefined): SourceFile | undefined {
        return description && this.file(description.path.replace(/-meta\.xml$/, ''));
    }

    /** Files of some suffixes: `field` for `*.field-meta.xml`, else the extension. */
    ofSuffix(...suffixes: string[]): SourceFile[] {
        return this.files.filter((file) => suffixes.includes(file.suffix) && this.packageOf(file) !== '');
    }

    /** Metadata files of some suffixes that are well formed. */
    metadata(...suffixes: string[]): SourceFile[] {
        return this.ofSuffix(...suffixes).filter((file) => file.isMetadata && file.xml !== null);
    }

    /** The package directory of a file; empty when it lies in none. */
    packageOf(file: SourceFile): string {
        return this.packages.find((directory) => isIn(file.path, directory)) ?? '';
    }

    /** What the project declares, by kind and name. */
    get inventory(): Inventory {
        return (this.declared ??= new Inventory(this));
    }
}

function packagesOf(root: string): string[] {
    return packageDirectories(root).map((directory) => relative(root, directory));
}

function isIn(file: string, directory: string): boolean {
    return file.startsWith(`${directory}/`);
}

function relative(root: string, file: string): string {
    return path.relative(root, file).split(path.sep).join('/');
}

function read(root: string, directory: string): SourceFile[] {
    const folder = path.join(root, directory);
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && TEXT.test(entry.name))
        .map((entry) => relative(root, path.join(entry.parentPath, entry.name)))
        .filter((file) => !IGNORED.test(file))
        .sort()
        .map((file) => new SourceFile(file, readFileSync(path.join(root, file), 'utf8')));
}

/** A `.js` beside a `.ts` is what the build made of it. */
function withoutCompiled(files: readonly SourceFile[]): SourceFile[] {
    const paths = new Set(files.map((file) => file.path));
    return files.filter(({ path: file }) => !(file.endsWith('.js') && paths.has(file.replace(/\.js$/, '.ts'))));
}
