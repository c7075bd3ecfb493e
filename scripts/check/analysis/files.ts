import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { packageDirectories } from '../../build/project.ts';

/** Absolute paths of the files of the package directories whose name ends in one of some ways, sorted. */
export function filesEnding(root: string, ...endings: string[]): string[] {
    return packageDirectories(root)
        .filter((directory) => existsSync(directory))
        .flatMap((directory) =>
            readdirSync(directory, { recursive: true, encoding: 'utf8' }).map((file) => path.join(directory, file))
        )
        .filter((file) => endings.some((ending) => file.endsWith(ending)) && !file.includes('__tests__'))
        .sort();
}

/** A path from the root of the project, with forward slashes. */
export function fromRoot(root: string, file: string): string {
    return path.relative(root, file).split(path.sep).join('/');
}
