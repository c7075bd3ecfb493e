import { enqueueFuture } from '../../platform/async/enqueue.ts';
import { context } from '../../platform/context.ts';
import { ApexObject, objectDescription, type ApexObject as ObjectValue } from '../../platform/values/index.ts';
import { type CompiledProgram, compileAnonymous, type CompiledUnit } from '../compiler.ts';
import { jsClassName } from '../types/naming.ts';
import { isProjectType, type ProjectTypeSymbol } from '../types/symbols.ts';
import {
    booleanArithmetic,
    decimalArithmetic,
    doubleArithmetic,
    integerArithmetic,
    longArithmetic,
    numberConversions
} from './arithmetic.ts';
import { createCasts } from './casts.ts';
import { ClassLoader, type ClassTable, type EmittedClass, evaluateUnit } from './classes.ts';
import { collections } from './collections.ts';
import { comparisons } from './comparisons.ts';
import { tick } from './cpu-limit.ts';
import { dataAccess } from './data-access.ts';
import { exceptions } from './exceptions.ts';
import { nullPointer } from './null-pointer.ts';
import { platformLinks } from './platform-links.ts';
import { records } from './records.ts';
import { endRunAs, runAs } from './run-as.ts';
import { describeCompileError } from '../syntax/compile-error.ts';
import { brokenUnit } from './broken-unit.ts';
import { runtimeTypeOf } from './runtime-type.ts';
import { installStackTraces, registerTraces } from './stack-trace.ts';
import { settingsMethod } from './settings-methods.ts';
import { Statics } from './statics.ts';
import { Triggers } from './triggers.ts';
import { ProgramTypes } from './type-registry.ts';

/** A compiled project with its classes made, ready to run. */
export class ApexProgram {
    readonly compiled: CompiledProgram;
    readonly statics = new Statics();
    readonly types: ProgramTypes;
    readonly triggers: Triggers;
    /** By file: for each line 1 when a statement on it ran. Only filled when compiled with coverage. */
    readonly coverage = new Map<string, number[]>();
    private readonly loader = new ClassLoader(
        (value, typeName) => value === null || this.types.isAssignable(runtimeTypeOf(value), typeName)
    );
    private readonly runtime: object;

    constructor(compiled: CompiledProgram) {
        installStackTraces();
        this.compiled = compiled;
        this.types = new ProgramTypes(compiled.environment.table, this.classes);
        this.runtime = this.createRuntime();
        for (const unit of compiled.classes) this.loader.add(unit.symbol, this.evaluate(unit));
        const triggers = compiled.triggers.map((trigger) => ({ compiled: trigger, run: this.makeRunnable(trigger) }));
        for (const unit of compiled.classes) this.loader.load(unit.symbol);
        for (const trigger of compiled.triggers) this.loader.load(trigger.symbol);
        this.triggers = new Triggers(triggers);
        objectDescription.fieldsOf = (value) => this.fieldsOf(value);
    }

    private get classes(): ClassTable {
        return this.loader.table;
    }

    /** The symbol and JS class of a type of the project, by name in any case; undefined when there is none. */
    type(name: string): { symbol: ProjectTypeSymbol; emitted: EmittedClass } | undefined {
        const symbol = this.compiled.environment.table.projectType(name)?.symbol;
        return isProjectType(symbol) ? { symbol, emitted: this.classes[jsClassName(symbol)] } : undefined;
    }

    /** A future method of `Class.method` by its key in the emitted class; undefined when it is gone. */
    futureMethod(name: string, key: string): FutureMethod | undefined {
        const emitted = this.type(name.slice(0, name.lastIndexOf('.')))?.emitted;
        const method = (emitted as unknown as Record<string, FutureMethod | undefined> | undefined)?.[key];
        return method?.bind(emitted);
    }

    /**
     * Compiles a block of anonymous Apex and gives a function that runs it.
     * @throws CompileFailure
     */
    anonymous(source: string, apiVersion: number): () => void {
        const unit = compileAnonymous(this.compiled.environment, source, apiVersion);
        const run = this.makeRunnable(unit);
        delete this.classes[jsClassName(unit.symbol)];
        this.loader.load(unit.symbol);
        this.compiled.environment.table.forget(unit.symbol);
        return run;
    }

    private evaluate(unit: CompiledUnit) {
        registerTraces(unit.file, unit.traces);
        try {
            return evaluateUnit(unit, this.runtime, this.classes);
        } catch (error) {
            const problem = this.compiled.errors.find(({ file }) => file === unit.file);
            if (!(error instanceof SyntaxError) || !problem) throw error;
            return evaluateUnit(brokenUnit(unit, describeCompileError(problem)), this.runtime, this.classes);
        }
    }

    private makeRunnable(unit: CompiledUnit): () => void {
        const evaluated = this.evaluate(unit);
        this.loader.add(unit.symbol, evaluated);
        return () => void evaluated.run!();
    }

    private fieldsOf(value: ObjectValue): [string, unknown][] {
        const members = this.types.members(value.apexTypeName) ?? [];
        return members.map((member) => [member.name, member.read(value)]);
    }

    /** What emitted code knows as `$`. */
    private createRuntime(): object {
        return {
            ApexObject,
            ...integerArithmetic,
            ...longArithmetic,
            ...doubleArithmetic,
            ...decimalArithmetic,
            ...booleanArithmetic,
            ...numberConversions,
            ...comparisons,
            ...collections,
            ...records,
            ...dataAccess,
            ...exceptions,
            ...platformLinks,
            ...createCasts(this.types),
            ...this.ownParts(),
            n: dereference,
            assign: assignThroughSetter,
            tick,
            runAs,
            endRunAs,
            future: (name: string, values: unknown[], run: FutureMethod, callout: boolean, key: string) =>
                enqueueFuture(name, () => run(...values), callout, { key, values })
        };
    }

    private ownParts(): object {
        return {
            initialize: (emitted: EmittedClass) => this.statics.initialize(emitted),
            trigger: (name: string) => this.triggers.variable(name),
            settingsMethod: (objectName: string, name: string, types: string) =>
                settingsMethod(this.compiled.environment.table.schema, objectName, name, types),
            coverage: (file: string) => this.coverageOf(file),
            enter,
            leave
        };
    }

    private coverageOf(file: string): number[] {
        const known = this.coverage.get(file) ?? [];
        this.coverage.set(file, known);
        return known;
    }
}

/** What a call of a future method runs later. */
export type FutureMethod = (...values: unknown[]) => void;

function dereference<T>(value: T | null | undefined): T {
    if (value === null || value === undefined) throw nullPointer();
    return value;
}

function assignThroughSetter(
    object: Record<string, (value: unknown) => void>,
    setter: string,
    value: unknown
): unknown {
    dereference(object)[setter](value);
    return value;
}

function enter(sharing: 'with' | 'without'): 'with' | 'without' {
    const running = context();
    const previous = running.sharing;
    running.sharing = sharing;
    return previous;
}

function leave(previous: 'with' | 'without'): void {
    context().sharing = previous;
}
