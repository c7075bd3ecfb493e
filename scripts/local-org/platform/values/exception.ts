/** Set by the Apex runtime: the Apex frames at the moment an exception is made, one per line. */
export const exceptionHooks = { captureStackTrace: (): string => '', captureLine: (): number => 0 };

/** What a DmlException says of one row. */
export interface DmlRowError {
    index: number;
    id: string | null;
    statusCode: string;
    message: string;
    fields: string[];
    /** The object of the record. */
    objectName?: string;
}

/** Any Apex exception; built-in ones differ by `typeName`, the project's own are emitted subclasses. */
export class ApexException extends Error {
    static apexType = 'Exception';
    readonly typeName: string;
    apexMessage: string | null;
    override cause: ApexException | null;
    apexStackTrace: string;
    lineNumber: number;
    /** Only of a DmlException (and EmailException): the rows that failed. */
    dmlErrors: DmlRowError[] = [];
    /** Only of QueryException and SObjectException in user mode: object name → fields without access. */
    inaccessibleFields: Map<string, Set<string>> = new Map();

    constructor(typeName: string, message: string | null = null, cause: ApexException | null = null) {
        super(message ?? '');
        this.typeName = typeName;
        this.apexMessage = message;
        this.cause = cause;
        this.name = typeName;
        this.apexStackTrace = exceptionHooks.captureStackTrace();
        this.lineNumber = exceptionHooks.captureLine();
    }

    /** What `getMessage()` returns; an exception without a message says "Script-thrown exception". */
    getApexMessage(): string {
        return this.apexMessage ?? 'Script-thrown exception';
    }

    /** What a component that called Apex is shown. */
    get clientMessage(): string {
        return this.getApexMessage();
    }

    setApexMessage(message: string | null): void {
        this.apexMessage = message;
        this.message = message ?? '';
    }

    /** A governor limit or a failed assertion ends the transaction: Apex cannot catch it. */
    get uncatchable(): boolean {
        return this.typeName === 'LimitException' || this.typeName === 'AssertException';
    }

    override toString(): string {
        return `${qualifiedExceptionName(this.typeName)}: ${this.getApexMessage()}`;
    }
}

/** 'System.MathException' for built-in ones without a namespace of their own, the plain name for all others. */
export function qualifiedExceptionName(typeName: string): string {
    const inSystem = builtInExceptionNames.has(typeName) && !typeName.includes('.');
    return inSystem ? `System.${typeName}` : typeName;
}

/** Filled when the exception types are registered. */
export const builtInExceptionNames = new Set<string>();
