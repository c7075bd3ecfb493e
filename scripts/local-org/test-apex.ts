/** `npm run test:apex`: runs the Apex tests of a project. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { describeCompileError } from './apex/syntax/compile-error.ts';
import { LocalOrg } from './org.ts';
import { coverageOf } from './testing/coverage.ts';
import { junitReport } from './testing/junit.ts';
import { coverageTable, describeFailure, summary, unimplementedTable } from './testing/report.ts';
import { TestRunner, type TestResult } from './testing/runner.ts';

const USAGE = 'npm run test:apex -- [--project DIR] [--filter NAME] [--coverage] [--json FILE] [--junit FILE]';

interface Options {
    project: string;
    filter?: string;
    coverage: boolean;
    json?: string;
    junit?: string;
}

function readOptions(): Options {
    const { values } = parseArgs({
        options: {
            project: { type: 'string', default: path.resolve(import.meta.dirname, '../..') },
            filter: { type: 'string' },
            coverage: { type: 'boolean', default: false },
            json: { type: 'string' },
            junit: { type: 'string' }
        }
    });
    return values;
}

/** What of the project could not be used. Tests run all the same; those that reach it fail. */
function printProblems(org: LocalOrg): void {
    for (const problem of org.metadataProblems) console.error(problem);
    const { errors } = org.program.compiled;
    for (const error of errors) console.error(describeCompileError(error));
    if (errors.length) console.error(`${errors.length} compile errors\n`);
}

function printResults(org: LocalOrg, results: TestResult[], options: Options): void {
    for (const result of results.filter(({ outcome }) => outcome === 'Fail'))
        console.log(`${describeFailure(result)}\n`);
    if (options.coverage) console.log(`${coverageTable(org.program).join('\n')}\n`);
    const missing = unimplementedTable();
    if (missing.length) console.log(`${missing.join('\n')}\n`);
    console.log(summary(results).join('\n'));
}

function writeReports(org: LocalOrg, results: TestResult[], options: Options): void {
    if (options.junit) writeFileSync(options.junit, junitReport(results));
    if (!options.json) return;
    const coverage = options.coverage ? coverageOf(org.program) : undefined;
    writeFileSync(options.json, `${JSON.stringify({ emulated: true, results, coverage }, null, 2)}\n`);
}

function openProject(options: Options): LocalOrg {
    return LocalOrg.open({
        projectDir: options.project,
        dataFile: ':memory:',
        quiet: true,
        coverage: options.coverage,
        tolerant: true
    });
}

function main(): void {
    const options = readOptions();
    const org = openProject(options);
    printProblems(org);
    const results = new TestRunner(org).run(options.filter);
    printResults(org, results, options);
    writeReports(org, results, options);
    const failed = results.some(({ outcome }) => outcome === 'Fail');
    if (failed || org.program.compiled.errors.length || org.metadataProblems.length) process.exitCode = 1;
    org.close();
}

try {
    main();
} catch (error) {
    process.exitCode = 1;
    if ((error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS'))
        console.error(`${(error as Error).message}\n${USAGE}`);
    else if ((error as Error).name === 'MetadataError') console.error((error as Error).message);
    else throw error;
}
