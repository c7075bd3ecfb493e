import { NotImplementedError } from '../../platform/not-implemented.ts';
import { CompileErrorReached } from '../syntax/compile-error.ts';
import { ApexException } from '../../platform/values/index.ts';
import { currentLocation } from './stack-trace.ts';

/** An exception class of the project: its field initialisers run by `allFields$`. */
interface EmittedException extends ApexException {
    allFields$?(): void;
}

/** Does the JS engine say that the stack is full? */
function isStackOverflow(error: unknown): boolean {
    return error instanceof RangeError && error.message.startsWith('Maximum call stack');
}

/** The error as Apex knows it: a full stack is a LimitException, and what is not implemented says where it was reached. */
export function asApexError(error: unknown): unknown {
    if (error instanceof NotImplementedError) return located(error);
    return isStackOverflow(error) ? new ApexException('LimitException', 'Maximum stack depth reached: 1001') : error;
}

function located(error: NotImplementedError): NotImplementedError {
    const location = currentLocation(error);
    return location ? error.at(location) : error;
}

/** What a catch clause sees. Anything that Apex cannot catch is thrown on. */
function caught(thrown: unknown): ApexException {
    const error = asApexError(thrown);
    if (error instanceof ApexException && !error.uncatchable) return error;
    throw error;
}

function initException(self: EmittedException, first?: unknown, second?: unknown): EmittedException {
    const cause = first instanceof ApexException ? first : second instanceof ApexException ? second : null;
    const message = first instanceof ApexException ? null : ((first as string | undefined) ?? null);
    self.setApexMessage(message ?? (cause && first instanceof ApexException ? cause.getApexMessage() : null));
    self.cause = cause;
    return self;
}

/** Throwing, catching and making exceptions. */
export const exceptions = {
    ApexException,
    caught,
    initException,
    newException(self: EmittedException, first?: unknown, second?: unknown): EmittedException {
        self.allFields$?.();
        return initException(self, first, second);
    },
    notImplemented(feature: string, location: string): never {
        throw new NotImplementedError(feature, location);
    },
    doesNotCompile(problem: string): never {
        throw new CompileErrorReached(problem);
    },
    unknownOperation(): never {
        throw new NotImplementedError('an operation on a value of unknown type');
    },
    /** A method of Exception that an exception of the project may override. */
    virtual(
        implementation: (...values: unknown[]) => unknown,
        key: string,
        self: Record<string, unknown>,
        ...values: unknown[]
    ): unknown {
        const own = self[key];
        return typeof own === 'function'
            ? (own as (...values: unknown[]) => unknown).apply(self, values)
            : implementation(self, ...values);
    }
};
