import type { Location } from '../syntax/ast.ts';
import { type CompileError, describeCompileError } from '../syntax/compile-error.ts';
import type { FieldSymbol, MethodSymbol, ProjectTypeSymbol } from '../types/symbols.ts';
import type { ApexType } from '../types/type.ts';
import type { TypeResolver } from '../types/type-resolver.ts';
import type { TypeTable } from '../types/type-table.ts';
import type { Scope } from './scope.ts';

/** From this version on code without an access mode of its own works in user mode. */
const USER_MODE_BY_DEFAULT = 67;

/** What the translation of every file shares. */
export interface Environment {
    table: TypeTable;
    resolver: TypeResolver;
    hasLabel(name: string): boolean;
    hasFlow(name: string): boolean;
    /** Count the statements that run. */
    coverage: boolean;
}

/** A stretch of source lines that stack traces name. */
export interface TraceRange {
    from: number;
    to: number;
    /** As `Class.CaseSummary.gather`. */
    label: string;
}

/** One file being translated. */
export class UnitContext {
    readonly environment: Environment;
    readonly file: string;
    readonly apiVersion: number;
    private readonly isTrigger: boolean;
    readonly errors: CompileError[] = [];
    readonly traces: TraceRange[] = [];
    /** Lines on which a statement starts, each once. */
    readonly statementLines: number[] = [];
    private readonly constants = new Map<string, string>();
    private counter = 0;

    constructor(environment: Environment, file: string, apiVersion: number, isTrigger = false) {
        this.isTrigger = isTrigger;
        this.environment = environment;
        this.file = file;
        this.apiVersion = apiVersion;
    }

    /** Whether data is reached in user mode where the code does not say. */
    get userModeByDefault(): boolean {
        return this.apiVersion >= USER_MODE_BY_DEFAULT && !this.isTrigger;
    }

    get table(): TypeTable {
        return this.environment.table;
    }

    /** Code that stops with the first error after `mark`, which is an earlier number of errors; '' when there is none. */
    stopAfter(mark: number): string {
        const error = this.errors[mark] as CompileError | undefined;
        return error ? `$.doesNotCompile(${JSON.stringify(describeCompileError(error))});` : '';
    }

    report(at: Location, message: string): void {
        const known = this.errors.some((error) => error.line === at.line && error.column === at.column);
        if (!known) this.errors.push({ file: this.file, line: at.line, column: at.column, message });
    }

    /** The name of a value that is computed once, when the file is loaded. */
    constant(code: string): string {
        const known = this.constants.get(code);
        if (known) return known;
        const name = `$c${this.constants.size}`;
        this.constants.set(code, name);
        return name;
    }

    /** The declarations of all constants, on one line. */
    constantDeclarations(): string {
        return [...this.constants].map(([code, name]) => `const ${name}=${code};`).join('');
    }

    /** A name that no other piece of this file's code uses. */
    temporary(): string {
        return `$${this.counter++}`;
    }
}

/** Where code stands: its class, its method, its variables. */
export interface CodeContext {
    unit: UnitContext;
    owner: ProjectTypeSymbol | null;
    /** Without `this`. */
    isStatic: boolean;
    /** Null where a value cannot be returned (initialisers, constructors). */
    returnType: ApexType | null;
    scope: Scope;
    /** The object of a trigger. */
    triggerObject: ApexType | null;
    /** The property whose accessor this is: there its name means the stored value. */
    accessorOf: FieldSymbol | null;
    /** A constructor or initialiser, where finals may be set. */
    initializing: boolean;
    /** Where `this(…)` and `super(…)` may stand, and what they were translated to. */
    constructorSymbol: MethodSymbol | null;
    /** In a constructor: the label that `return` breaks out of. */
    constructorExit?: string;
    loopDepth: number;
    /** Emitted code tracks the sharing mode of this class. */
    calls: { made: boolean };
}

/** The same place with a new block of variables. */
export function inner(context: CodeContext, changes: Partial<CodeContext> = {}): CodeContext {
    return { ...context, scope: context.scope.nested(), ...changes };
}
