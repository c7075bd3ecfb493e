/**
 * `npm run convert`: turns each package directory into what a deploy sends, with its manifest, in a folder that is removed
 * again. Stops with 1 when something cannot be converted. Needs no org.
 */
import { ComponentSet, MetadataConverter } from '@salesforce/source-deploy-retrieve';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { packageDirectories } from '../build/project.ts';

const root = path.resolve(import.meta.dirname, '../..');

for (const directory of packageDirectories(root)) {
    const name = path.relative(root, directory);
    if (!hasMetadata(directory)) console.log(`${name}: nothing in it`);
    else console.log(`${name}: ${await convert(directory)}`);
}

/** Returns how many components there are and how many types the manifest lists. */
async function convert(directory: string): Promise<string> {
    const output = mkdtempSync(path.join(os.tmpdir(), 'tandem-convert-'));
    try {
        const components = ComponentSet.fromSource(directory);
        const { packagePath } = await new MetadataConverter().convert(components, 'metadata', {
            type: 'directory',
            outputDirectory: output,
            genUniqueDir: false
        });
        const manifest = readFileSync(path.join(packagePath ?? output, 'package.xml'), 'utf8');
        return `${components.size} components of ${manifest.split('<types>').length - 1} types`;
    } finally {
        rmSync(output, { recursive: true, force: true });
    }
}

function hasMetadata(directory: string): boolean {
    if (!existsSync(directory)) return false;
    return readdirSync(directory, { recursive: true, encoding: 'utf8' }).some((file) => file.endsWith('-meta.xml'));
}
