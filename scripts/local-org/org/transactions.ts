import type { DataEngine } from '../data/types.ts';
import { context, type ExecutionContext, hasContext, type OrgServices, runInContext } from '../platform/context.ts';
import type { AsyncJob } from '../platform/async/job.ts';
import type { ApexProgram } from '../apex/runtime/program.ts';
import { createContext, type TransactionOptions } from './context-factory.ts';

/** Runs Apex in transactions: commits at the end, rolls back when something is thrown. */
export class Transactions {
    private readonly data: DataEngine;
    private readonly program: () => ApexProgram;
    /** Called with the jobs of a transaction after its commit. */
    private readonly committed: (jobs: AsyncJob[]) => void;

    constructor(data: DataEngine, program: () => ApexProgram, committed: (jobs: AsyncJob[]) => void) {
        this.data = data;
        this.program = program;
        this.committed = committed;
    }

    /** One transaction of its own. Inside of a test it is part of the test's. */
    run<T>(org: OrgServices, options: TransactionOptions, work: () => T): T {
        const outer = hasContext() ? context() : null;
        const test = options.test ?? outer?.test ?? null;
        const created = createContext(org, { ...options, test, log: options.log ?? outer?.log });
        return test ? this.runInTest(created, work) : this.runAlone(created, work);
    }

    private runAlone<T>(created: ExecutionContext, work: () => T): T {
        const { statics } = this.program();
        const suspended = statics.suspend();
        this.data.begin();
        try {
            const result = runInContext(created, work);
            this.data.commit();
            this.committed(created.transaction.asyncQueue);
            return result;
        } catch (error) {
            this.data.rollbackAll();
            throw error;
        } finally {
            statics.restore(suspended);
        }
    }

    /** What fails is undone, the rest of the test's data stays. Static variables are those of the test. */
    private runInTest<T>(created: ExecutionContext, work: () => T): T {
        const savepoint = this.data.savepoint();
        try {
            const result = runInContext(created, work);
            this.data.releaseSavepoint(savepoint);
            return result;
        } catch (error) {
            this.data.rollbackTo(savepoint);
            throw error;
        }
    }
}
