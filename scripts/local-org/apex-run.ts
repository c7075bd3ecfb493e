/** `npm run apex -- file.apex [--as persona]`: runs Apex from a file in the local org. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { describeCompileError } from './apex/syntax/compile-error.ts';
import { CompileFailure } from './org.ts';
import type { AnonymousResult } from './org/anonymous.ts';
import { runAnonymousOn } from './running-server.ts';
import { StateFolder } from './server/start/state-folder.ts';
import { openStoredOrg } from './stored-org.ts';
import { type LimitUse, limitsTable } from './testing/limits.ts';

const PROJECT_DIR = path.resolve(import.meta.dirname, '../..');
const USAGE = 'npm run apex -- FILE.apex [--as PERSONA] [--limits]';

/** Through the server when one runs, because only one process can have the data open. */
async function run(persona: string, source: string, limits: boolean): Promise<AnonymousResult> {
    const state = new StateFolder(PROJECT_DIR);
    const server = state.runningServer();
    if (server) {
        if (limits) console.error('Limits are shown when no local org runs: stop it first.');
        const result = await runAnonymousOn(server.url, persona, source);
        process.stdout.write(result.log);
        return result;
    }
    const org = openStoredOrg(PROJECT_DIR, state);
    const used: { name: string; limits: LimitUse }[] = [];
    org.transactions.onFinished = ({ quiddity, limits: use }) => used.push({ name: quiddity, limits: use });
    const result = org.executeAnonymous(persona, source, (line) => console.log(line));
    org.drainAsync();
    if (limits) console.log(limitsTable(used).join('\n'));
    org.close();
    return result;
}

function report(file: string, result: AnonymousResult): void {
    if (!result.compiled) console.error(`${file}:${result.line}:${result.column} ${result.compileProblem}`);
    else if (!result.success) console.error(`${result.exceptionMessage}\n${result.exceptionStackTrace}`);
    if (!result.success) process.exitCode = 1;
}

async function main(): Promise<void> {
    const { values, positionals } = parseArgs({
        allowPositionals: true,
        options: { as: { type: 'string', default: 'admin' }, limits: { type: 'boolean', default: false } }
    });
    const [file] = positionals;
    if (!file) {
        console.error(USAGE);
        process.exitCode = 1;
        return;
    }
    report(file, await run(values.as, readFileSync(file, 'utf8'), values.limits));
}

try {
    await main();
} catch (error) {
    process.exitCode = 1;
    console.error(
        error instanceof CompileFailure ? error.errors.map(describeCompileError).join('\n') : (error as Error).message
    );
}
