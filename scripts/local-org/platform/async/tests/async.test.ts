import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ExecutionContext } from '../../context.ts';
import { context } from '../../context.ts';
import { call, callStatic, callTyped, construct, inContext, thrown } from '../../tests/support.ts';
import { ApexException, ApexList, ApexObject } from '../../values/index.ts';
import { executeJob } from '../execute-job.ts';
import type { AsyncJob } from '../job.ts';

class Job extends ApexObject {
    static override apexType = 'Job';
    runs = 0;
    seen: unknown[] = [];

    execute$1(jobContext: { getjobid$0(): string }): void {
        this.runs++;
        this.seen.push(jobContext.getjobid$0());
    }
}

class Counting extends ApexObject {
    static override apexType = 'Counting';
    static scopes: unknown[][] = [];
    static finishedWith = -1;
    count = 0;

    start$1(): ApexList {
        return new ApexList('Integer', [1, 2, 3]);
    }

    execute$2(_context: unknown, scope: ApexList): void {
        this.count += scope.items.length;
        Counting.scopes.push(scope.items);
    }

    finish$1(): void {
        Counting.finishedWith = this.count;
    }
}

const enqueue = (job: unknown): unknown => callTyped('System', 'enqueueJob', ['Object'], job);

/** Runs a job and throws what it threw. */
const executeFirst = (job: AsyncJob): void => {
    const { failure } = executeJob(job);
    if (failure) throw failure;
};

describe('queueables', () => {
    test('wait for the end of the test block', () =>
        inContext(
            () => {
                const job = new Job();
                callStatic('Test', 'startTest');
                const id = enqueue(job);
                assert.equal(job.runs, 0);
                callStatic('Test', 'stopTest');
                assert.deepEqual(job.seen, [id]);
            },
            {},
            true
        ));
    test('count against the limit', () =>
        inContext(({ transaction }) => {
            for (let count = 0; count < 50; count++) enqueue(new Job());
            assert.equal(
                thrown(() => enqueue(new Job())),
                'LimitException: Too many queueable jobs added to the queue: 51'
            );
            assert.equal(transaction.asyncQueue.length, 50);
        }));
    test('a finalizer learns of the failure', () =>
        inContext(({ transaction }) => {
            let result = '';
            const finalizer = {
                execute$1: (found: { getresult$0(): { name: string }; getexception$0(): ApexException }) => {
                    result = `${found.getresult$0().name} ${found.getexception$0().getApexMessage()}`;
                }
            };
            const failing = {
                execute$1: () => {
                    callStatic('System', 'attachFinalizer', finalizer);
                    throw new ApexException('IllegalArgumentException', 'broken');
                }
            };
            enqueue(failing);
            assert.equal(
                thrown(() => executeFirst(transaction.asyncQueue[0])),
                'IllegalArgumentException: broken'
            );
            assert.equal(result, 'UNHANDLED_EXCEPTION broken');
        }));
    test('a chain stops at its depth', () =>
        inContext(({ transaction }) => {
            const options = construct('AsyncOptions') as { maximumDepth: number };
            options.maximumDepth = 1;
            const chained = { execute$1: () => enqueue(new Job()) };
            callTyped('System', 'enqueueJob', ['Object', 'AsyncOptions'], chained, options);
            assert.equal(
                thrown(() => executeFirst(transaction.asyncQueue[0])),
                'AsyncException: Maximum stack depth has been reached.'
            );
        }));
    test('know what they are', () =>
        inContext(({ transaction }) => {
            let answer: unknown = null;
            enqueue({ execute$1: () => void (answer = callStatic('System', 'isQueueable')) });
            executeJob(transaction.asyncQueue[0]);
            assert.deepEqual([answer, callStatic('System', 'isQueueable')], [true, false]);
        }));
});

test('a batch works in scopes and forgets its state', () =>
    inContext(({ transaction }: ExecutionContext) => {
        callTyped('Database', 'executeBatch', ['Object', 'Integer'], new Counting(), 2);
        executeJob(transaction.asyncQueue[0]);
        assert.deepEqual([Counting.scopes, Counting.finishedWith], [[[1, 2], [3]], 0]);
    }));

test('startTest gives fresh limits and takes uncommitted work away', () =>
    inContext(
        ({ transaction }) => {
            transaction.limits.consume('Queries', 99);
            transaction.uncommittedWork = true;
            callStatic('Test', 'startTest');
            assert.deepEqual([context().transaction.limits.get('Queries'), transaction.uncommittedWork], [0, false]);
            callStatic('Test', 'stopTest');
            assert.equal(
                thrown(() => context().transaction.limits.consume('Queries', 2)),
                'LimitException: Too many SOQL queries: 101'
            );
        },
        {},
        true
    ));

describe('Continuation', () => {
    test('keeps requests by label', () =>
        inContext(() => {
            const continuation = construct('Continuation', 60);
            const label = call('Continuation', continuation, 'addHttpRequest', construct('HttpRequest'));
            assert.deepEqual((call('Continuation', continuation, 'getRequests') as { keys(): unknown[] }).keys(), [
                label
            ]);
        }));
    test('three requests at most', () => {
        const continuation = construct('Continuation', 60);
        const add = (): unknown => call('Continuation', continuation, 'addHttpRequest', construct('HttpRequest'));
        [1, 2, 3].forEach(add);
        assert.match(thrown(add), /at most 3 requests/);
    });
    test('a test sets the response', () =>
        inContext(
            () => {
                const response = construct('HttpResponse');
                callStatic('Test', 'setContinuationResponse', 'label', response);
                assert.equal(callStatic('Continuation', 'getResponse', 'label'), response);
            },
            {},
            true
        ));
});
