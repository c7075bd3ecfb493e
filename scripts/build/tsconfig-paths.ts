import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Bundle } from './bundles.ts';

/**
 * Writes tsconfig.paths.json with one entry per bundle: TypeScript allows a single `*` in a path, so `c/name` cannot be
 * expressed as a pattern over `lwc/name/name.ts`.
 */
export function writePaths(root: string, bundles: readonly Bundle[]): void {
    const paths = Object.fromEntries(
        bundles.flatMap(({ name, main }) => (main ? [[`c/${name}`, [`./${path.relative(root, main)}`]]] : []))
    );
    const text = JSON.stringify({ compilerOptions: { paths } }, null, 2);
    writeFileSync(path.join(root, 'tsconfig.paths.json'), `${text}\n`);
}
