import { CompileFailure } from '../apex/syntax/compile-error.ts';
import { asApexError } from '../apex/runtime/exceptions.ts';
import { apexFrames, describeFrames } from '../apex/runtime/stack-trace.ts';
import { ApexException } from '../platform/values/index.ts';

/** What running a block of anonymous Apex came to. */
export interface AnonymousResult {
    compiled: boolean;
    success: boolean;
    compileProblem: string | null;
    line: number;
    column: number;
    exceptionMessage: string | null;
    exceptionStackTrace: string | null;
    /** The lines of System.debug. */
    log: string;
}

const PLAIN: AnonymousResult = {
    compiled: true,
    success: true,
    compileProblem: null,
    line: -1,
    column: -1,
    exceptionMessage: null,
    exceptionStackTrace: null,
    log: ''
};

/** The result of a run: `work` compiles and runs, `log` is what it wrote until it ended. */
export function anonymousResult(work: () => void, log: string[]): AnonymousResult {
    try {
        work();
        return { ...PLAIN, log: log.join('\n') };
    } catch (error) {
        return { ...failure(error), log: log.join('\n') };
    }
}

function failure(thrown: unknown): AnonymousResult {
    const error = asApexError(thrown);
    if (error instanceof CompileFailure) {
        const [{ line, column }] = error.errors;
        const compileProblem = error.errors.map((problem) => problem.message).join('; ');
        return { ...PLAIN, compiled: false, success: false, compileProblem, line, column };
    }
    const frames = apexFrames((error as Error).stack);
    const [first] = frames;
    const message = error instanceof ApexException ? error.toString() : (error as Error).message;
    const trace = error instanceof ApexException ? error.apexStackTrace : describeFrames(frames);
    return {
        ...PLAIN,
        success: false,
        line: first?.line ?? -1,
        column: 1,
        exceptionMessage: message,
        exceptionStackTrace: trace
    };
}
