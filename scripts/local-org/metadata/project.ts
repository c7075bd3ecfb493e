import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { readForceIgnore } from './force-ignore.ts';
import { MetadataError } from './xml.ts';

export interface Project {
    projectDir: string;
    sourceApiVersion: string;
    packageDirectories: { path: string; default: boolean }[];
    /** Of the project's own package; empty when it has none. */
    namespace: string;
}

/** Folders that hold no metadata. */
const IGNORED = new Set(['node_modules', '__tests__', '__mocks__', '.git', '.sfdx', '.sf', '.localdevserver']);

/**
 * Reads sfdx-project.json.
 * @throws MetadataError when there is none, or it lists no package directory
 */
export function readProject(projectDir: string): Project {
    const file = join(projectDir, 'sfdx-project.json');
    if (!existsSync(file)) throw new MetadataError(file, 1, 'not found: this folder is no Salesforce DX project');
    const json = parseJson(file);
    const packageDirectories = (json.packageDirectories ?? []) as { path: string; default?: boolean }[];
    if (packageDirectories.length === 0) throw new MetadataError(file, 1, 'packageDirectories is empty');
    return {
        projectDir: resolve(projectDir),
        sourceApiVersion: String(json.sourceApiVersion ?? '67.0'),
        namespace: String(json.namespace ?? ''),
        packageDirectories: packageDirectories.map((entry) => ({ path: entry.path, default: entry.default === true }))
    };
}

function parseJson(file: string): Record<string, unknown> {
    try {
        return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    } catch (error) {
        throw new MetadataError(file, 1, (error as Error).message);
    }
}

/**
 * Every file under the package directories that exist, sorted, without tests of components and without what
 * .forceignore leaves out.
 */
export function listFiles(project: Project): string[] {
    const { projectDir } = project;
    const ignored = readForceIgnore(projectDir);
    return project.packageDirectories
        .map((entry) => join(projectDir, entry.path))
        .filter((dir) => existsSync(dir))
        .flatMap((dir) => walk(dir))
        .filter((file) => !ignored(relative(projectDir, file).replaceAll('\\', '/')));
}

function walk(dir: string): string[] {
    if (IGNORED.has(basename(dir))) return [];
    const entries = readdirSync(dir, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    return entries.flatMap((entry) => (entry.isDirectory() ? walk(join(dir, entry.name)) : [join(dir, entry.name)]));
}
