/** `npm run test:apex`: runs the Apex tests of a project. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { describeCompileError } from './apex/syntax/compile-error.ts';
import { CompileFailure, LocalOrg } from './org.ts';
import { coverageOf } from './testing/coverage.ts';
import { coverageTable, describeFailure, summary, unimplementedTable } from './testing/report.ts';
import { TestRunner, type TestResult } from './testing/runner.ts';

const USAGE = 'npm run test:apex -- [--project DIR] [--filter NAME] [--coverage] [--json FILE]';

interface Options {
    project: string;
    filter?: string;
    coverage: boolean;
    json?: string;
}

function readOptions(): Options {
    const { values } = parseArgs({
        options: {
            project: { type: 'string', default: path.resolve(import.meta.dirname, '../..') },
            filter: { type: 'string' },
            coverage: { type: 'boolean', default: false },
            json: { type: 'string' }
        }
    });
    return values;
}

function printResults(org: LocalOrg, results: TestResult[], options: Options): void {
    for (const result of results.filter(({ outcome }) => outcome === 'Fail'))
        console.log(`${describeFailure(result)}\n`);
    if (options.coverage) console.log(`${coverageTable(org.program).join('\n')}\n`);
    const missing = unimplementedTable();
    if (missing.length) console.log(`${missing.join('\n')}\n`);
    console.log(summary(results).join('\n'));
}

function writeJson(org: LocalOrg, results: TestResult[], options: Options): void {
    if (!options.json) return;
    const coverage = options.coverage ? coverageOf(org.program) : undefined;
    writeFileSync(options.json, `${JSON.stringify({ emulated: true, results, coverage }, null, 2)}\n`);
}

function main(): void {
    const options = readOptions();
    const org = LocalOrg.open({
        projectDir: options.project,
        dataFile: ':memory:',
        quiet: true,
        coverage: options.coverage
    });
    const results = new TestRunner(org).run(options.filter);
    printResults(org, results, options);
    writeJson(org, results, options);
    if (results.some(({ outcome }) => outcome === 'Fail')) process.exitCode = 1;
    org.close();
}

try {
    main();
} catch (error) {
    process.exitCode = 1;
    if (error instanceof CompileFailure) {
        console.error(error.errors.map(describeCompileError).join('\n'));
        console.error(`${error.errors.length} compile errors`);
    } else if ((error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')) {
        console.error(`${(error as Error).message}\n${USAGE}`);
    } else {
        throw error;
    }
}
