/** A process that runs the test classes it is told to, one after the other. Started by `parallel.ts`. */
import { LocalOrg } from '../org.ts';
import { discoverTests, type TestClass } from './discover.ts';
import { findingsOf } from './merge.ts';
import type { WorkerAnswer, WorkerOrder } from './parallel.ts';
import { TestRunner } from './runner.ts';

let org: LocalOrg;
let runner: TestRunner;
let classes: Map<string, TestClass>;

function open(order: Extract<WorkerOrder, { kind: 'open' }>): WorkerAnswer {
    org = LocalOrg.open({ ...order.options, dataFile: ':memory:', quiet: true, tolerant: true });
    runner = new TestRunner(org);
    classes = new Map(discoverTests(org.program, order.filter).map((found) => [found.name, found]));
    return { kind: 'ready' };
}

function answer(order: WorkerOrder): WorkerAnswer {
    if (order.kind === 'open') return open(order);
    if (order.kind === 'run') {
        const testClass = classes.get(order.className);
        return { kind: 'results', results: testClass ? runner.runClass(testClass) : [] };
    }
    const findings = findingsOf(org.program);
    org.close();
    return { kind: 'findings', findings };
}

process.on('message', (order: WorkerOrder) => {
    process.send!(answer(order), undefined, undefined, () => {
        if (order.kind === 'finish') process.disconnect();
    });
});
