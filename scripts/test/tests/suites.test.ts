import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { judged } from '../run-suite.ts';
import { countJest, countNodeTest, countPlainLine } from '../suites.ts';

describe('the figures of a suite', () => {
    test('are read from the closing lines of each runner', () => {
        assert.deepEqual(countNodeTest('ℹ tests 12\nℹ pass 11\nℹ fail 1\n'), { passed: 11, failed: 1 });
        assert.deepEqual(countJest('Tests:       2 failed, 30 passed, 32 total\n'), { passed: 30, failed: 2 });
        assert.deepEqual(countJest('Tests:       30 passed, 30 total\n'), { passed: 30, failed: 0 });
        assert.deepEqual(countPlainLine('3 passed, 0 failed\nmore\n41 passed, 2 failed, 1 skipped\n'), {
            passed: 41,
            failed: 2
        });
    });

    test('are absent when the runner died before its closing line', () => {
        assert.equal(countNodeTest('SyntaxError: Unexpected token'), undefined);
        assert.equal(countJest('Cannot find module'), undefined);
    });

    test('a runner that fails without a failed test counts as one failure', () => {
        assert.deepEqual(judged({ passed: 3, failed: 0 }, 1), { passed: 3, failed: 1 });
        assert.deepEqual(judged(undefined, 2), { passed: 0, failed: 1 });
    });

    test('a runner without figures counts as one test', () => {
        assert.deepEqual(judged(undefined, 0), { passed: 1, failed: 0 });
    });
});
