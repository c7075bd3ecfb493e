import { availableParallelism, loadavg } from 'node:os';
import type { LocalOrg } from '../org.ts';
import { discoverTests, type TestClass } from './discover.ts';
import type { TestOptions } from './options.ts';
import { runParallel } from './parallel.ts';
import { type TestResult, TestRunner } from './runner.ts';

/** Milliseconds after which it is asked whether other processes are worth their start. */
const FIRST_LOOK = 2000;
/** What the start of a process costs, in milliseconds: it compiles the project for itself. */
const WORKER_START = 2500;

/**
 * Runs the tests of a project: in this process, and what is left after a while in several, when that ends sooner.
 * `--workers` decides instead.
 */
export async function runTests(org: LocalOrg, options: TestOptions): Promise<TestResult[]> {
    const classes = discoverTests(org.program, options.filter);
    if (options.failFast) return new TestRunner(org).run(options.filter, { failFast: true });
    const workers = options.workers ?? idleProcessors();
    if (options.workers !== null && workers > 1) return inParallel(org, options, classes, workers);
    return runAdaptively(org, options, classes, options.workers === 1 ? 1 : workers);
}

/** Processors that nothing else uses: on a busy machine more processes only cost their start. */
function idleProcessors(): number {
    const others = Math.max(0, loadavg()[0] - 1);
    return Math.max(1, Math.round(availableParallelism() - others));
}

function inParallel(org: LocalOrg, options: TestOptions, classes: TestClass[], workers: number): Promise<TestResult[]> {
    const { coverage, filter } = options;
    return runParallel({
        program: org.program,
        classes,
        workers,
        options: { projectDir: org.projectDir, coverage },
        filter
    });
}

async function runAdaptively(
    org: LocalOrg,
    options: TestOptions,
    classes: TestClass[],
    workers: number
): Promise<TestResult[]> {
    const runner = new TestRunner(org);
    const started = performance.now();
    const results: TestResult[] = [];
    for (const [index, testClass] of classes.entries()) {
        const left = classes.slice(index);
        if (isWorthWorkers(performance.now() - started, results.length, left, workers))
            return [...results, ...(await inParallel(org, options, left, workers))];
        results.push(...runner.runClass(testClass));
    }
    return results;
}

/** Judges the tests that are left by those that ran. */
function isWorthWorkers(spent: number, done: number, left: TestClass[], workers: number): boolean {
    if (workers < 2 || spent < FIRST_LOOK) return false;
    const tests = left.reduce((sum, testClass) => sum + testClass.tests.length, 0);
    const alone = (spent / done) * tests;
    return alone > WORKER_START + alone / workers;
}
