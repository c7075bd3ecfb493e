import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildVendor, vendorDirectory } from '../build.ts';
import { packageDirectory, toolDirectory } from '../build/paths.ts';

export interface TemporaryProject {
    readonly directory: string;
    remove(): void;
}

/** A project in a temporary folder, with files by their path inside the package directory `app`. */
export function temporaryProject(files: Record<string, string>): TemporaryProject {
    const directory = mkdtempSync(path.join(tmpdir(), 'tandem-'));
    const project = { packageDirectories: [{ path: 'app', default: true }] };
    writeFileSync(path.join(directory, 'sfdx-project.json'), JSON.stringify(project));
    writeFileSync(path.join(directory, 'package.json'), JSON.stringify({ name: 'temporary', private: true }));
    Object.entries(files).forEach(([name, content]) => writeInProject(directory, name, content));
    return { directory, remove: () => rmSync(directory, { recursive: true }) };
}

/** Writes a file below the package directory of a temporary project. */
export function writeInProject(directory: string, name: string, content: string): void {
    const file = path.join(directory, 'app', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
}

/** Lets a temporary project use the packages of this one and its vendor bundle, which takes seconds to build. */
export async function lendVendor(directory: string): Promise<void> {
    await buildVendor(toolDirectory);
    const borrowed = vendorDirectory(directory);
    mkdirSync(path.dirname(borrowed), { recursive: true });
    symlinkSync(vendorDirectory(toolDirectory), borrowed, 'dir');
    symlinkSync(packageDirectory(''), path.join(directory, 'node_modules'), 'dir');
}
