import { fork } from 'node:child_process';
import path from 'node:path';
import type { TestMessage, TestOrder } from './test-messages.ts';

// Named by its address: the other process works in the project's folder, which may have no packages of its own.
const TYPESCRIPT = ['--import', import.meta.resolve('tsx')];

/** Runs tests in another process and gives each message to `onMessage`. Rejects when the process could not do it. */
export function runTestsApart(order: TestOrder, onMessage: (message: TestMessage) => void): Promise<void> {
    return new Promise((resolve, reject) => {
        const child = fork(path.join(import.meta.dirname, 'test-process.ts'), {
            cwd: order.projectDir,
            execArgv: TYPESCRIPT
        });
        let problem: string | null = 'The process that runs tests has ended too early.';
        child.on('message', (message: TestMessage) => {
            if (message.kind === 'result') return onMessage(message);
            problem = message.kind === 'failed' ? message.message : null;
            child.disconnect();
        });
        child.once('error', reject);
        child.once('exit', () => (problem === null ? resolve() : reject(new Error(problem))));
        child.send(order);
    });
}
