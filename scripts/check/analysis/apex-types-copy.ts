import { cpSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { packageDirectories } from '../../build/project.ts';

/** A copy of a project, to be removed after use. */
export interface ProjectCopy {
    readonly directory: string;
    /** Lower-case names of the fields that the project adds to standard objects: the copy lacks them. */
    readonly fields: ReadonlySet<string>;
    /** Deletes the copy. */
    remove(): void;
}

const STANDARD_OBJECT = /[\\/]objects[\\/](?![^\\/]*__(?:c|mdt|e)(?:[\\/]|$))[^\\/]+/;
const NOT_NEEDED = /[\\/](?:lwc|node_modules|__tests__)(?:[\\/]|$)/;

/** Copies the package directories without components and without what they add to standard objects. */
export function copyWithoutStandardObjects(root: string): ProjectCopy {
    const directory = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'tandem-apex-')));
    cpSync(path.join(root, 'sfdx-project.json'), path.join(directory, 'sfdx-project.json'));
    const sources = packageDirectories(root).filter((source) => existsSync(source));
    for (const source of sources) {
        const filter = (file: string): boolean => isNeeded(path.relative(root, file));
        cpSync(source, path.join(directory, path.relative(root, source)), { recursive: true, filter });
    }
    const fields = new Set(sources.flatMap(addedFields));
    return { directory, fields, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

function isNeeded(file: string): boolean {
    return !STANDARD_OBJECT.test(file) && !NOT_NEEDED.test(file);
}

function addedFields(source: string): string[] {
    return readdirSync(source, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.field-meta.xml') && STANDARD_OBJECT.test(`${path.sep}${file}`))
        .map((file) => path.basename(file, '.field-meta.xml').toLowerCase());
}
