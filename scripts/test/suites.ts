import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Tally } from './run-suite.ts';

/** A set of tests with a runner of its own. */
export interface Suite {
    readonly name: string;
    /** What a reader must know of its results. */
    readonly note?: string;
    command(root: string): readonly string[];
    /** Reads the figures out of the runner's output; undefined when the exit code alone decides. */
    count(output: string): Tally | undefined;
}

const bin = (name: string): string => path.join('node_modules', '.bin', name);

/** All suites, the quickest to fail first. */
export const SUITES: readonly Suite[] = [
    { name: 'types', command: () => ['npm', 'run', '--silent', 'typecheck'], count: () => undefined },
    { name: 'lint', command: () => ['npm', 'run', '--silent', 'lint'], count: () => undefined },
    { name: 'format', command: () => ['npm', 'run', '--silent', 'format:check'], count: () => undefined },
    { name: 'metadata', command: () => ['npm', 'run', '--silent', 'check'], count: () => undefined },
    {
        name: 'scripts',
        command: (root) => nodeTest(testFiles(path.join(root, 'scripts'), false)),
        count: countNodeTest
    },
    { name: 'lwc', command: () => [bin('sfdx-lwc-jest'), '--', '--silent'], count: countJest },
    {
        name: 'apex',
        note: 'emulated by the local org, not verified by Salesforce',
        command: () => ['npm', 'run', '--silent', 'test:apex'],
        count: countPlainLine
    },
    {
        name: 'browser',
        note: 'on the local org',
        command: (root) => nodeTest(testFiles(path.join(root, 'scripts'), true)),
        count: countNodeTest
    }
];

/** As many files at a time as there are cores; by itself node leaves one core idle, which on two of them is half. */
function nodeTest(files: readonly string[]): string[] {
    const concurrency = `--test-concurrency=${availableParallelism()}`;
    return [process.execPath, '--import', 'tsx', '--test', concurrency, '--test-reporter', 'spec', ...files];
}

function testFiles(directory: string, inBrowser: boolean): string[] {
    return readdirSync(directory, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.test.ts') && name.endsWith('.browser.test.ts') === inBrowser)
        .map((name) => path.join(directory, name))
        .sort();
}

/** The closing lines of node's test runner: `ℹ pass 12`, `ℹ fail 0`. */
export function countNodeTest(output: string): Tally | undefined {
    return figures(/^\S+ pass (\d+)$/m.exec(output)?.[1], /^\S+ fail (\d+)$/m.exec(output)?.[1]);
}

/** Jest's closing line: `Tests: 1 failed, 2 skipped, 30 passed, 33 total`. */
export function countJest(output: string): Tally | undefined {
    const line = /^Tests:.*$/m.exec(output)?.[0];
    return line ? figures(/(\d+) passed/.exec(line)?.[1] ?? '0', /(\d+) failed/.exec(line)?.[1] ?? '0') : undefined;
}

/** A closing line `N passed, N failed`, the last one if there are several. */
export function countPlainLine(output: string): Tally | undefined {
    const last = [...output.matchAll(/^(\d+) passed, (\d+) failed/gm)].at(-1);
    return figures(last?.[1], last?.[2]);
}

function figures(passed: string | undefined, failed: string | undefined): Tally | undefined {
    return passed === undefined || failed === undefined
        ? undefined
        : { passed: Number(passed), failed: Number(failed) };
}
