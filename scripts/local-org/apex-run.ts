/** `npm run apex -- file.apex [--as persona]`: runs Apex from a file against the stored org. */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { describeCompileError } from './apex/syntax/compile-error.ts';
import { CompileFailure, LocalOrg } from './org.ts';
import type { AnonymousResult } from './org/anonymous.ts';

const PROJECT_DIR = path.resolve(import.meta.dirname, '../..');
const USAGE = 'npm run apex -- FILE.apex [--as PERSONA]';

function openStoredOrg(): LocalOrg {
    const folder = path.join(PROJECT_DIR, '.local-org');
    mkdirSync(folder, { recursive: true });
    return LocalOrg.open({ projectDir: PROJECT_DIR, dataFile: path.join(folder, 'org.sqlite') });
}

function report(file: string, result: AnonymousResult): void {
    if (!result.compiled) console.error(`${file}:${result.line}:${result.column} ${result.compileProblem}`);
    else if (!result.success) console.error(`${result.exceptionMessage}\n${result.exceptionStackTrace}`);
    if (!result.success) process.exitCode = 1;
}

function main(): void {
    const { values, positionals } = parseArgs({
        allowPositionals: true,
        options: { as: { type: 'string', default: 'admin' } }
    });
    const [file] = positionals;
    if (!file) {
        console.error(USAGE);
        process.exitCode = 1;
        return;
    }
    const source = readFileSync(file, 'utf8');
    const org = openStoredOrg();
    report(
        file,
        org.executeAnonymous(values.as, source, (line) => console.log(line))
    );
    org.drainAsync();
    org.close();
}

try {
    main();
} catch (error) {
    process.exitCode = 1;
    console.error(
        error instanceof CompileFailure ? error.errors.map(describeCompileError).join('\n') : (error as Error).message
    );
}
