import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A Lightning web component of the project, importable as `c/<name>`. */
export interface LwcBundle {
    name: string;
    /** Absolute path of the script, or of the template when there is no script. */
    entry: string;
    directory: string;
}

/** Absolute paths of the package directories that sfdx-project.json lists. */
export function packageDirectories(projectDirectory: string): string[] {
    const file = path.join(projectDirectory, 'sfdx-project.json');
    const project = JSON.parse(readFileSync(file, 'utf8')) as { packageDirectories: { path: string }[] };
    return project.packageDirectories.map((directory) => path.join(projectDirectory, directory.path));
}

/** Every file or folder below the package directories for which `accept` holds; does not look inside accepted ones. */
export function findInPackages(projectDirectory: string, accept: (name: string, file: string) => boolean): string[] {
    return packageDirectories(projectDirectory).flatMap((directory) => find(directory, accept));
}

function find(directory: string, accept: (name: string, file: string) => boolean): string[] {
    if (!existsSync(directory)) {
        return [];
    }
    return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
        const file = path.join(directory, entry.name);
        if (accept(entry.name, file)) {
            return [file];
        }
        return entry.isDirectory() ? find(file, accept) : [];
    });
}

/**
 * The project's components, from every `lwc` folder of every package directory. TypeScript wins over a compiled `.js`
 * beside it, which may be older. Throws when two folders hold a bundle of the same name.
 */
export function findBundles(projectDirectory: string): LwcBundle[] {
    const folders = findInPackages(projectDirectory, (name, file) => name === 'lwc' && !path.extname(file));
    const bundles = folders.flatMap(bundlesIn);
    const seen = new Map<string, LwcBundle>();
    for (const bundle of bundles) {
        const other = seen.get(bundle.name);
        if (other) {
            throw new Error(`Two components are named ${bundle.name}: ${other.directory} and ${bundle.directory}`);
        }
        seen.set(bundle.name, bundle);
    }
    return bundles;
}

function bundlesIn(folder: string): LwcBundle[] {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const directory = path.join(folder, entry.name);
        const file = ['ts', 'js', 'html', 'css']
            .map((extension) => path.join(directory, `${entry.name}.${extension}`))
            .find((candidate) => existsSync(candidate));
        return entry.isDirectory() && file ? [{ name: entry.name, entry: file, directory }] : [];
    });
}
