import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageDirectories } from '../../build/project.ts';
import { Inventory } from './inventory.ts';
import { SourceFile } from './source-file.ts';

const TEXT = /\.(xml|cls|trigger|apex|ts|js|html|css|json)$/;
const IGNORED = /(^|\/)(node_modules|__tests__|__mocks__|\.git)(\/|$)/;

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
        const packages = packageDirectories(root).map((directory) => relative(root, directory));
        const files = [...packages, 'config'].flatMap((directory) => read(root, directory));
        files.push(new SourceFile('sfdx-project.json', readFileSync(path.join(root, 'sfdx-project.json'), 'utf8')));
        return new Project(root, packages, withoutCompiled(files));
    }

    /** A copy in which files have another text, are new, or (null) are gone. */
    with(changes: Readonly<Record<string, string | null>>): Project {
        const kept = this.files.filter((file) => !(file.path in changes));
        const changed = Object.entries(changes).flatMap(([file, text]) =>
            text === null ? [] : [new SourceFile(file, text)]
        );
        return new Project(this.root, this.packages, [...kept, ...changed]);
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
        return this.packages.find((directory) => file.path.startsWith(`${directory}/`)) ?? '';
    }

    /** What the project declares, by kind and name. */
    get inventory(): Inventory {
        return (this.declared ??= new Inventory(this));
    }
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
