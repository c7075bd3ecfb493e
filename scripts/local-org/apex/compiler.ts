import type { SchemaRegistry } from '../data/schema/types.ts';
import type { TriggerDeclaration, TypeDeclaration } from './syntax/ast.ts';
import { type CompileError, CompileFailure } from './syntax/compile-error.ts';
import { SyntaxCache } from './syntax/cache.ts';
import { parseAnonymous, parseClass, type ParsedSource, parseTrigger } from './syntax/parse.ts';
import { Declarer } from './types/declare.ts';
import type { ProjectTypeSymbol } from './types/symbols.ts';
import { TypeResolver } from './types/type-resolver.ts';
import { TypeTable } from './types/type-table.ts';
import { type Environment, type TraceRange, UnitContext } from './translate/context.ts';
import { emitBlockUnit, emitClassUnit, holderOf } from './translate/units.ts';

/** A class or trigger file to compile. */
export interface SourceFile {
    file: string;
    source: string;
    apiVersion: number;
}

/** Everything a program is made of. */
export interface Sources {
    classes: SourceFile[];
    triggers: SourceFile[];
    schema: SchemaRegistry;
    hasLabel(name: string): boolean;
    hasFlow?(name: string): boolean;
    /** The project's own, empty when it has none. */
    namespace?: string;
    coverage?: boolean;
    /** Errors do not stop the compiler: code with an error stops when it is reached. */
    tolerant?: boolean;
}

/** One compiled file. */
export interface CompiledUnit {
    file: string;
    /** JavaScript that evaluates to a function of the runtime and the class table. */
    code: string;
    symbol: ProjectTypeSymbol;
    traces: TraceRange[];
    statementLines: number[];
}

export interface CompiledTrigger extends CompiledUnit {
    name: string;
    object: string;
    /** As `before insert`. */
    events: string[];
}

export interface CompiledProgram {
    environment: Environment;
    classes: CompiledUnit[];
    triggers: CompiledTrigger[];
    /** What did not compile; empty unless the compiler was tolerant. */
    errors: CompileError[];
}

/** Compiles projects. Files that did not change since the last time are not parsed again. */
export class Compiler {
    private parsed = new Map<string, { source: string; result: ParsedSource }>();
    private readonly cache: SyntaxCache | null;

    /** `cacheFile` keeps syntax trees between runs of the program. */
    constructor(cacheFile: string | null = null) {
        this.cache = cacheFile ? new SyntaxCache(cacheFile) : null;
    }

    /** @throws CompileFailure with all errors that were found, unless the sources say `tolerant` */
    compile(sources: Sources): CompiledProgram {
        const compilation = new Compilation(sources);
        const classes = sources.classes.map((file) => ({ file, parsed: this.parse(file, parseClass) }));
        const triggers = sources.triggers.map((file) => ({ file, parsed: this.parse(file, parseTrigger) }));
        this.cache?.save();
        for (const { parsed } of [...classes, ...triggers]) compilation.errors.push(...parsed.errors);
        const declared = classes.flatMap(({ file, parsed }) =>
            parsed.unit ? [compilation.declare(parsed.unit as TypeDeclaration, file)] : []
        );
        const held = triggers.flatMap(({ file, parsed }) =>
            parsed.unit ? [compilation.declareTrigger(parsed.unit as TriggerDeclaration, file)] : []
        );
        compilation.resolve([...declared, ...held.map((trigger) => trigger.symbol)]);
        return compilation.emit(declared, held, sources.tolerant ?? false);
    }

    private parse(file: SourceFile, parser: (name: string, source: string) => ParsedSource): ParsedSource {
        const known = this.parsed.get(file.file);
        if (known?.source === file.source) return known.result;
        const result = this.cache?.find(file) ?? parser(file.file, file.source);
        this.cache?.keep(file, result);
        this.parsed.set(file.file, { source: file.source, result });
        return result;
    }
}

interface DeclaredTrigger {
    symbol: ProjectTypeSymbol;
    unit: TriggerDeclaration;
}

/** One run of the compiler. */
class Compilation {
    readonly errors: CompileError[] = [];
    readonly environment: Environment;
    private readonly declarer: Declarer;

    constructor(sources: Sources) {
        const table = new TypeTable(sources.schema, sources.namespace);
        const resolver = new TypeResolver(table);
        this.environment = {
            table,
            resolver,
            hasLabel: sources.hasLabel,
            hasFlow: sources.hasFlow ?? (() => false),
            coverage: sources.coverage ?? false
        };
        this.declarer = new Declarer(resolver, (file, at, message) => {
            this.errors.push({ file, line: at.line, column: at.column, message });
        });
    }

    declare(declaration: TypeDeclaration, file: SourceFile): ProjectTypeSymbol {
        return this.declarer.declareNames(declaration, file, null);
    }

    declareTrigger(unit: TriggerDeclaration, file: SourceFile): DeclaredTrigger {
        return { unit, symbol: this.declare(holderOf(unit, `${unit.name}$Trigger`), file) };
    }

    resolve(symbols: ProjectTypeSymbol[]): void {
        for (const symbol of symbols) this.declarer.declareSupertypes(symbol);
        for (const symbol of symbols) this.declarer.declareMembers(symbol);
    }

    emit(symbols: ProjectTypeSymbol[], triggers: DeclaredTrigger[], tolerant: boolean): CompiledProgram {
        const classes = symbols.map((symbol) => this.emitUnit(symbol, (unit) => emitClassUnit(symbol, unit)));
        const compiled = triggers.map((trigger) => this.emitTrigger(trigger));
        if (this.errors.length && !tolerant) throw new CompileFailure(this.errors);
        return { environment: this.environment, classes, triggers: compiled, errors: this.errors };
    }

    private emitTrigger({ symbol, unit }: DeclaredTrigger): CompiledTrigger {
        const object = this.environment.table.sobjectType(unit.object);
        if (!object)
            this.errors.push({
                file: symbol.file,
                line: unit.line,
                column: unit.column,
                message: `Trigger type isn't an SObject: ${unit.object}`
            });
        const emitted = this.emitUnit(symbol, (context) => emitBlockUnit(unit, symbol, context, object ?? null));
        return { ...emitted, name: unit.name, object: object?.name ?? unit.object, events: unit.events };
    }

    private emitUnit(symbol: ProjectTypeSymbol, emit: (unit: UnitContext) => string): CompiledUnit {
        const unit = new UnitContext(
            this.environment,
            symbol.file,
            symbol.apiVersion,
            symbol.name.endsWith('$Trigger')
        );
        const code = emit(unit);
        this.errors.push(...unit.errors);
        return { file: symbol.file, code, symbol, traces: unit.traces, statementLines: unit.statementLines };
    }
}

/**
 * Compiles a block of anonymous Apex against a program.
 * @throws CompileFailure with all errors that were found
 */
export function compileAnonymous(environment: Environment, source: string, apiVersion: number): CompiledUnit {
    const file = 'AnonymousBlock';
    const parsed = parseAnonymous(file, source);
    if (!parsed.unit) throw new CompileFailure(parsed.errors);
    const errors: CompileError[] = [];
    const declarer = new Declarer(environment.resolver, (_file, at, message) => {
        errors.push({ file, line: at.line, column: at.column, message });
    });
    const symbol = declarer.declareNames(holderOf(parsed.unit, file), { file, apiVersion }, null);
    try {
        declarer.declareSupertypes(symbol);
        declarer.declareMembers(symbol);
        const unit = new UnitContext({ ...environment, coverage: false }, file, apiVersion);
        const code = emitBlockUnit(parsed.unit, symbol, unit, null);
        errors.push(...unit.errors);
        if (errors.length) throw new CompileFailure(errors);
        return { file, code, symbol, traces: unit.traces, statementLines: unit.statementLines };
    } catch (error) {
        environment.table.forget(symbol);
        throw error;
    }
}
