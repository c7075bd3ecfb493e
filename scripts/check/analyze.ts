/**
 * `npm run analyze [-- --staged]`: what tools of others say of the project. Exits with 1 when anything is found.
 * With `--staged` only the engines that need no Java run, and only what they find in staged files counts.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { NOT_FOLLOWED, type Engine, type Finding } from './analysis/finding.ts';
import { ENGINES } from './analysis/index.ts';
import { applySuppressions, STALE } from './analysis/suppressions.ts';
import { stagedFiles } from './project/git.ts';

const root = path.resolve(import.meta.dirname, '../..');
const staged = process.argv.includes('--staged') ? new Set(stagedFiles(root)) : null;

/** At once: most of them wait for a process of their own. */
async function findAll(): Promise<Finding[]> {
    const engines = ENGINES.filter(({ needsJava }) => !staged || !needsJava);
    return (await Promise.all(engines.map(timed))).flat();
}

async function timed({ name, find }: Engine): Promise<Finding[]> {
    const started = Date.now();
    const found = await find(root);
    if (!staged) console.log(`${name}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
    return found;
}

const all = await findAll();

const gaps = all.filter(({ rule }) => rule === NOT_FOLLOWED);
for (const { file, line, message } of gaps) console.log(`note: ${file}:${line}  ${message}`);

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const judged = applySuppressions(
    all.filter((finding) => !gaps.includes(finding)),
    read
);
// Without the engines that need Java a suppression of theirs only seems stale.
const findings = judged.filter(({ file, rule }) => !staged || (staged.has(file) && rule !== STALE));
for (const { file, line, severity, rule, message } of findings) {
    console.log(`${file}:${line}  severity ${severity}  ${rule}: ${message}`);
}
console.log(findings.length === 0 ? 'The analysis found nothing.' : `${findings.length} findings`);
process.exitCode = findings.length === 0 ? 0 : 1;
