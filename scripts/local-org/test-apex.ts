/** `npm run test:apex`: runs the Apex tests of a project. */
import { writeFileSync } from 'node:fs';
import { describeCompileError } from './apex/syntax/compile-error.ts';
import { LocalOrg } from './org.ts';
import { coverageOf } from './testing/coverage.ts';
import { junitReport } from './testing/junit.ts';
import { readOptions, type TestOptions, USAGE } from './testing/options.ts';
import { coverageTable, describeFailure, summary, testLimits, unimplementedTable } from './testing/report.ts';
import { runTests } from './testing/run-tests.ts';
import type { TestResult } from './testing/runner.ts';

/** What of the project could not be used. Tests run all the same; those that reach it fail. */
function printProblems(org: LocalOrg): void {
    for (const problem of org.metadataProblems) console.error(problem);
    const { namespace } = org.metadata;
    if (namespace) console.error(`${namespace}. before a class is understood, ${namespace}__ before a field is not\n`);
    const { errors } = org.program.compiled;
    for (const error of errors) console.error(describeCompileError(error));
    if (errors.length) console.error(`${errors.length} compile errors\n`);
}

function printResults(org: LocalOrg, results: TestResult[], options: TestOptions): void {
    for (const result of results.filter(({ outcome }) => outcome === 'Fail'))
        console.log(`${describeFailure(result)}\n`);
    if (options.limits) console.log(`${testLimits(results).join('\n')}\n`);
    if (options.coverage) console.log(`${coverageTable(org.program).join('\n')}\n`);
    const missing = unimplementedTable();
    if (missing.length) console.log(`${missing.join('\n')}\n`);
    console.log(summary(results).join('\n'));
}

function writeReports(org: LocalOrg, results: TestResult[], options: TestOptions): void {
    if (options.junit) writeFileSync(options.junit, junitReport(results));
    if (!options.json) return;
    const coverage = options.coverage ? coverageOf(org.program) : undefined;
    const { errors } = org.program.compiled;
    const report = { emulated: true, results, compileErrors: errors, coverage };
    writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
}

function openProject(options: TestOptions): LocalOrg {
    return LocalOrg.open({
        projectDir: options.project,
        dataFile: ':memory:',
        quiet: true,
        coverage: options.coverage,
        tolerant: true
    });
}

async function main(): Promise<void> {
    const options = readOptions();
    const org = openProject(options);
    printProblems(org);
    const results = await runTests(org, options);
    printResults(org, results, options);
    writeReports(org, results, options);
    const failed = results.some(({ outcome }) => outcome === 'Fail');
    if (failed || org.program.compiled.errors.length || org.metadataProblems.length) process.exitCode = 1;
    org.close();
}

try {
    await main();
} catch (error) {
    process.exitCode = 1;
    if ((error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS'))
        console.error(`${(error as Error).message}\n${USAGE}`);
    else if ((error as Error).name === 'MetadataError') console.error((error as Error).message);
    else throw error;
}
