import { asApexError } from '../apex/runtime/exceptions.ts';
import { CompileErrorReached } from '../apex/syntax/compile-error.ts';
import { apexFrames, describeFrames } from '../apex/runtime/stack-trace.ts';
import type { MethodSymbol } from '../apex/types/symbols.ts';
import type { LocalOrg } from '../org.ts';
import { createContext } from '../org/context-factory.ts';
import { type OrgUser, runInContext } from '../platform/context.ts';
import { NotImplementedError } from '../platform/not-implemented.ts';
import { TestState } from '../platform/test/test-state.ts';
import { ApexException } from '../platform/values/index.ts';
import { discoverTests, type TestClass, type TestMethod } from './discover.ts';
import { limitUse, type LimitUse } from './limits.ts';

/** How one test method ended. */
export interface TestResult {
    className: string;
    methodName: string;
    /** Skip: the run was stopped before it. */
    outcome: 'Pass' | 'Fail' | 'Skip';
    message: string | null;
    stackTrace: string | null;
    milliseconds: number;
    /** The feature that the local org has not, when that is why it failed. */
    unimplemented: string | null;
    /** Null when it did not run. */
    limits: LimitUse | null;
}

/** How a run is told of each result and when to stop. */
export interface RunHooks {
    onResult?: (result: TestResult) => void;
    /** Stops after the first failure; what is left is skipped. */
    failFast?: boolean;
}

/** Runs the tests of an org, each isolated from the others: fresh statics, and its own copy of the setup's data. */
export class TestRunner {
    private readonly org: LocalOrg;
    private readonly user: OrgUser;

    constructor(org: LocalOrg, user = 'admin') {
        this.org = org;
        this.user = org.user(user);
    }

    /** Runs all tests that the filter lets through and tells of each as it ends. */
    run(filter?: string, hooks: RunHooks = {}): TestResult[] {
        const results: TestResult[] = [];
        for (const testClass of discoverTests(this.org.program, filter)) {
            const stopped = hooks.failFast && results.some(({ outcome }) => outcome === 'Fail');
            results.push(...(stopped ? skipped(testClass) : this.runClass(testClass, hooks)));
        }
        return results;
    }

    /** Runs the tests of one class on one copy of what its setup saved. */
    runClass(testClass: TestClass, { onResult, failFast }: RunHooks = {}): TestResult[] {
        const { data } = this.org;
        let stopped = false;
        data.begin();
        try {
            const setupFailure = this.runSetup(testClass);
            return testClass.tests.map((test) => {
                const result = stopped ? skippedTest(testClass, test) : this.resultOf(testClass, test, setupFailure);
                stopped ||= !!failFast && result.outcome === 'Fail';
                onResult?.(result);
                return result;
            });
        } finally {
            data.rollbackAll();
        }
    }

    /** Where the setup failed no test can pass. */
    private resultOf(testClass: TestClass, test: TestMethod, setupFailure: TestResult | null): TestResult {
        return setupFailure ? { ...setupFailure, methodName: test.method.name } : this.runTest(testClass, test);
    }

    private runSetup(testClass: TestClass): TestResult | null {
        for (const method of testClass.setup) {
            const result = this.attempt(testClass, method, false);
            if (result.outcome === 'Fail') return result;
        }
        return null;
    }

    /** What a test did to the data is undone after it. */
    private runTest(testClass: TestClass, { method, seeAllData }: TestMethod): TestResult {
        const { data } = this.org;
        const savepoint = data.savepoint();
        try {
            return this.attempt(testClass, method, seeAllData);
        } finally {
            data.rollbackTo(savepoint);
        }
    }

    private attempt(testClass: TestClass, method: MethodSymbol, seeAllData: boolean): TestResult {
        const started = performance.now();
        const { error, limits } = this.execute(testClass, method, seeAllData);
        const milliseconds = Math.round(performance.now() - started);
        const named = { className: testClass.name, methodName: method.name, milliseconds, limits };
        if (error === null) return { ...named, outcome: 'Pass', message: null, stackTrace: null, unimplemented: null };
        return { ...named, outcome: 'Fail', ...describeFailure(error) };
    }

    private execute(
        testClass: TestClass,
        method: MethodSymbol,
        seeAllData: boolean
    ): { error: unknown; limits: LimitUse } {
        const { program, services } = this.org;
        const context = createContext(services, {
            user: this.user,
            quiddity: 'RUNTEST_SYNC',
            test: new TestState(seeAllData)
        });
        const whole = context.transaction.limits;
        let error: unknown = null;
        const suspended = program.statics.suspend();
        try {
            runInContext(context, () => void program.type(testClass.name)!.emitted[method.key]());
        } catch (thrown) {
            error = asApexError(thrown);
        } finally {
            program.statics.restore(suspended);
        }
        return { error, limits: limitUse(whole, context.test?.testedLimits) };
    }
}

function skipped(testClass: TestClass): TestResult[] {
    return testClass.tests.map((test) => skippedTest(testClass, test));
}

function skippedTest(testClass: TestClass, { method }: TestMethod): TestResult {
    const nothing = { message: null, stackTrace: null, milliseconds: 0, unimplemented: null, limits: null };
    return { className: testClass.name, methodName: method.name, outcome: 'Skip', ...nothing };
}

function describeFailure(error: unknown): Pick<TestResult, 'message' | 'stackTrace' | 'unimplemented'> {
    const { stack, message } = error as Error;
    const frames = apexFrames(stack);
    if (error instanceof ApexException) {
        return {
            message: error.toString(),
            stackTrace: error.apexStackTrace || describeFrames(frames),
            unimplemented: null
        };
    }
    if (error instanceof NotImplementedError) {
        return { message, stackTrace: describeFrames(frames), unimplemented: error.feature };
    }
    if (error instanceof CompileErrorReached)
        return { message, stackTrace: describeFrames(frames), unimplemented: null };
    const internal = `Internal error of the local org: ${message}\n${(stack ?? '').split('\n').slice(1, 6).join('\n')}`;
    return { message: internal, stackTrace: describeFrames(frames), unimplemented: null };
}
