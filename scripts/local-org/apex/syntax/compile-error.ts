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

/** `force-app/…/X.cls:12:5 Variable does not exist: y` */
export function describeCompileError(error: CompileError): string {
    return `${error.file}:${error.line}:${error.column} ${error.message}`;
}
