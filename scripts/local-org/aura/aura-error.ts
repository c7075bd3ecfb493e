import { NotImplementedError } from '../platform/not-implemented.ts';
import { ApexException, qualifiedExceptionName } from '../platform/values/exception.ts';
import { asApexError } from '../apex/runtime/exceptions.ts';
import { apexFrames, describeFrames } from '../apex/runtime/stack-trace.ts';

/** What a component gets when its Apex call fails: the body of the answer. */
export class AuraError extends Error {
    readonly exceptionType: string;
    readonly stackTrace: string;
    readonly isUserDefinedException: boolean;

    constructor(message: string, exceptionType: string, stackTrace: string, isUserDefinedException = false) {
        super(message);
        this.name = 'AuraError';
        this.exceptionType = exceptionType;
        this.stackTrace = stackTrace;
        this.isUserDefinedException = isUserDefinedException;
    }
}

/** The error as a component sees it. What is no Apex exception keeps its own message. */
export function toAuraError(thrown: unknown): AuraError {
    const error = asApexError(thrown);
    if (error instanceof AuraError) return error;
    if (error instanceof ApexException) {
        const own = !qualifiedExceptionName(error.typeName).startsWith('System.');
        return new AuraError(error.clientMessage, qualifiedExceptionName(error.typeName), error.apexStackTrace, own);
    }
    const type = error instanceof NotImplementedError ? 'NotImplementedError' : 'InternalError';
    const { message, stack } = error as Error;
    return new AuraError(message, type, describeFrames(apexFrames(stack)));
}
