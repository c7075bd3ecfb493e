/** One error of the compiler, at a place in a source file. Lines and columns count from 1. */
export interface CompileError {
    file: string;
    line: number;
    column: number;
    message: string;
}

/** Thrown when sources do not compile: carries every error that was found. */
export class CompileFailure extends Error {
    readonly errors: CompileError[];

    constructor(errors: CompileError[]) {
        super(errors.map(describeCompileError).join('\n'));
        this.name = 'CompileFailure';
        this.errors = errors;
    }
}

/** Thrown when code runs that did not compile. Apex cannot catch it. */
export class CompileErrorReached extends Error {
    constructor(problem: string) {
        super(`This code does not compile: ${problem}`);
        this.name = 'CompileErrorReached';
    }
}

/** `force-app/…/X.cls:12:5 Variable does not exist: y` */
export function describeCompileError(error: CompileError): string {
    return `${error.file}:${error.line}:${error.column} ${error.message}`;
}
