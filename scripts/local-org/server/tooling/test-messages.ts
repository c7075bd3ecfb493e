import type { TestResult } from '../../testing/runner.ts';

/** What the process that runs tests is to do. */
export interface TestOrder {
    projectDir: string;
    /** Classes to run, with their methods; null runs all of a class. */
    classes: { name: string; methods: string[] | null }[];
    coverage: boolean;
}

/** Lines of a class or trigger that a test ran. */
export interface CoveredUnit {
    name: string;
    coveredLines: number[];
    uncoveredLines: number[];
}

/** What it tells: each result with what the test covered, then that it is done, or why it could not run. */
export type TestMessage =
    | { kind: 'result'; result: TestResult; covered: CoveredUnit[] }
    | { kind: 'done' }
    | { kind: 'failed'; message: string };
