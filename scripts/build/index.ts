/**
 * `npm run build`, also run by `npm ci`: what TypeScript components need before they can be type-checked or deployed.
 * Paths of the bundles, types of the Apex methods and labels they import, and the compiled `.js` beside each `.ts`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { apexDeclarations } from './apex-types.ts';
import { findBundles } from './bundles.ts';
import { compileBundles } from './compile-bundles.ts';
import { writePaths } from './tsconfig-paths.ts';

const root = path.resolve(import.meta.dirname, '../..');
const bundles = findBundles(root);
writePaths(root, bundles);
mkdirSync(path.join(root, '.types'), { recursive: true });
writeFileSync(path.join(root, '.types/apex.d.ts'), apexDeclarations(root));
const compiled = compileBundles(bundles);
console.log(
    `Built ${bundles.length} Lightning web components (${compiled} TypeScript files) and the types of their Apex.`
);
