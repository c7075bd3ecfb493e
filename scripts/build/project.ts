import { readFileSync } from 'node:fs';
import path from 'node:path';

interface ProjectFile {
    readonly packageDirectories: readonly { readonly path: string }[];
}

/** Absolute paths of the package directories in sfdx-project.json, in their order. */
export function packageDirectories(root: string): string[] {
    const project = JSON.parse(readFileSync(path.join(root, 'sfdx-project.json'), 'utf8')) as ProjectFile;
    return project.packageDirectories.map((directory) => path.join(root, directory.path));
}
