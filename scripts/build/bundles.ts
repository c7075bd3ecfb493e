import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { packageDirectories } from './project.ts';

/** A Lightning web component bundle: its name as in `c/name`, its folder, and its main TypeScript file if it has one. */
export interface Bundle {
    readonly name: string;
    readonly directory: string;
    readonly main: string | undefined;
}

/** Every bundle of every package directory, by name. Throws when two bundles share a name, which the platform refuses. */
export function findBundles(root: string): Bundle[] {
    const bundles = packageDirectories(root).flatMap((directory) => lwcFolders(directory).flatMap(bundlesIn));
    rejectDuplicates(bundles);
    return bundles.sort((a, b) => a.name.localeCompare(b.name));
}

function lwcFolders(directory: string): string[] {
    if (!existsSync(directory)) return [];
    return readdirSync(directory, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isDirectory() && entry.name === 'lwc')
        .map((entry) => path.join(entry.parentPath, entry.name));
}

function bundlesIn(folder: string): Bundle[] {
    return readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith('__'))
        .map((entry) => bundle(path.join(folder, entry.name), entry.name));
}

function bundle(directory: string, name: string): Bundle {
    const main = path.join(directory, `${name}.ts`);
    return { name, directory, main: existsSync(main) ? main : undefined };
}

function rejectDuplicates(bundles: readonly Bundle[]): void {
    const seen = new Map<string, string>();
    for (const { name, directory } of bundles) {
        const other = seen.get(name);
        if (other) throw new Error(`Two components are named ${name}: ${other} and ${directory}. Rename one of them.`);
        seen.set(name, directory);
    }
}
