import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { ApexProgram } from '../apex/runtime/program.ts';
import type { OpenOptions } from '../org.ts';
import type { TestClass } from './discover.ts';
import { addFindings, type Findings } from './merge.ts';
import type { TestResult } from './runner.ts';

/** What a worker is told. */
export type WorkerOrder =
    | { kind: 'open'; options: Pick<OpenOptions, 'projectDir' | 'coverage'>; filter?: string }
    | { kind: 'run'; className: string }
    | { kind: 'finish' };

/** What it answers. */
export type WorkerAnswer =
    { kind: 'ready' } | { kind: 'results'; results: TestResult[] } | { kind: 'findings'; findings: Findings };

/** Classes to share out among processes. */
export interface ParallelRun {
    program: ApexProgram;
    classes: TestClass[];
    workers: number;
    options: Pick<OpenOptions, 'projectDir' | 'coverage'>;
    filter?: string;
}

const WORKER = path.join(import.meta.dirname, 'worker.ts');

/**
 * Runs test classes in several processes, each with an org of its own. The results are in the order of the classes,
 * whichever ends first; coverage and unimplemented features are added to those of this process.
 */
export async function runParallel(run: ParallelRun): Promise<TestResult[]> {
    const results = new Map<string, TestResult[]>();
    const waiting = [...run.classes];
    const count = Math.min(run.workers, waiting.length);
    await Promise.all(Array.from({ length: count }, () => work(run, waiting, results)));
    return run.classes.flatMap((testClass) => results.get(testClass.name) ?? notRun(testClass));
}

/** One worker's life: it takes the next class until none is left. */
async function work(run: ParallelRun, waiting: TestClass[], results: Map<string, TestResult[]>): Promise<void> {
    const worker = fork(WORKER, { execArgv: process.execArgv, serialization: 'advanced' });
    try {
        await ask(worker, { kind: 'open', options: run.options, filter: run.filter });
        for (let next = waiting.shift(); next; next = waiting.shift()) {
            const answer = await ask(worker, { kind: 'run', className: next.name });
            if (answer.kind === 'results') results.set(next.name, answer.results);
        }
        const answer = await ask(worker, { kind: 'finish' });
        if (answer.kind === 'findings') addFindings(run.program, answer.findings);
    } catch {
        // The class it was at has no results and is reported as failed; the other workers take what is left.
    } finally {
        worker.kill();
    }
}

/** Sends an order and waits for the answer. Rejects when the process ends before. */
function ask(worker: ChildProcess, order: WorkerOrder): Promise<WorkerAnswer> {
    return new Promise((resolve, reject) => {
        const ended = (): void => reject(new Error('The worker ended'));
        worker.once('exit', ended);
        worker.once('message', (answer) => {
            worker.off('exit', ended);
            resolve(answer as WorkerAnswer);
        });
        worker.send(order, (error) => error && reject(error));
    });
}

function notRun({ name, tests }: TestClass): TestResult[] {
    const message = 'The process that ran this class ended before it had a result.';
    const nothing = { message, stackTrace: null, milliseconds: 0, unimplemented: null, limits: null };
    return tests.map(({ method }) => ({ className: name, methodName: method.name, outcome: 'Fail', ...nothing }));
}
