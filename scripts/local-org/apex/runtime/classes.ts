import vm from 'node:vm';
import type { CompiledUnit } from '../compiler.ts';
import { jsClassName } from '../types/naming.ts';
import { isProjectType, type MethodSymbol, type ProjectTypeSymbol } from '../types/symbols.ts';

/** The JS class that the compiler emitted for an Apex class. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type EmittedClass = (new () => any) & Record<string, any> & { $st: object | null; apexType: string };

/** What evaluating an emitted file gives: makers of classes by JS name, and `run` of a trigger or anonymous block. */
export type EvaluatedUnit = Record<string, () => EmittedClass> & { run?: () => unknown };

/** Evaluates the code of a file. */
export function evaluateUnit(unit: CompiledUnit, runtime: unknown, table: ClassTable): EvaluatedUnit {
    const script = new vm.Script(unit.code, { filename: unit.file });
    return (script.runInThisContext() as (runtime: unknown, table: ClassTable) => EvaluatedUnit)(runtime, table);
}

export type ClassTable = Record<string, EmittedClass>;

/** May the value be passed where that type is wanted? */
export type AcceptsValue = (value: unknown, typeName: string) => boolean;

/** Makes the classes of a program in an order in which each finds the class it extends. */
export class ClassLoader {
    readonly table: ClassTable = Object.create(null) as ClassTable;
    private readonly makers = new Map<string, () => EmittedClass>();
    private readonly accepts: AcceptsValue;

    constructor(accepts: AcceptsValue) {
        this.accepts = accepts;
    }

    /** Adds the top-level class of an evaluated file. */
    add(symbol: ProjectTypeSymbol, evaluated: EvaluatedUnit): void {
        const name = jsClassName(symbol);
        this.makers.set(name, evaluated[name]);
    }

    /** The class of a type, made with all it needs if this has not happened. */
    load(symbol: ProjectTypeSymbol): EmittedClass {
        const name = jsClassName(symbol);
        const known = this.table[name];
        if (known) return known;
        if (isProjectType(symbol.superType?.symbol)) this.load(symbol.superType.symbol);
        // The superclass may be an inner class of this one, in which case making it has made this one.
        const made = this.table[name] ?? this.make(symbol, name);
        this.table[name] = made;
        if (symbol.kind === 'class') addPlainNames(made, symbol, this.accepts);
        for (const inner of symbol.inner.values()) this.load(inner);
        return made;
    }

    private make(symbol: ProjectTypeSymbol, name: string): EmittedClass {
        if (!symbol.outer) return this.makers.get(name)!();
        const outer = this.load(symbol.outer);
        return this.table[name] ?? (outer[`inner$${symbol.declaration.name}`] as () => EmittedClass)();
    }
}

/** Methods that the platform library calls on any value, so that a static one of that name must not be found there. */
const VALUE_METHODS = new Set(['equals', 'hashcode', 'tostring', 'compareto']);

/**
 * Gives each method its plain key (`respond$1`) too, under which the platform library calls it. Static methods can be
 * called on an instance that way, as continuation callbacks are.
 */
function addPlainNames(made: EmittedClass, symbol: ProjectTypeSymbol, accepts: AcceptsValue): void {
    const byPlainName = new Map<string, MethodSymbol[]>();
    for (const method of [...symbol.methodTable.values()].flat()) {
        const name = method.name.toLowerCase();
        if (method.isStatic && VALUE_METHODS.has(name)) continue;
        const plain = `${name}$${method.parameters.length}`;
        byPlainName.set(plain, [...(byPlainName.get(plain) ?? []), method]);
    }
    for (const [plain, overloads] of byPlainName) {
        if (overloads.length > 1 || !(plain in made.prototype)) definePlain(made, plain, overloads, accepts);
    }
}

/** Overloads with the same number of parameters are told apart by the values of the call. */
function definePlain(made: EmittedClass, plain: string, overloads: MethodSymbol[], accepts: AcceptsValue): void {
    const fits = (method: MethodSymbol, values: unknown[]): boolean =>
        method.parameters.every((type, index) => accepts(values[index], type.name));
    made.prototype[plain] = function (this: EmittedObject, ...values: unknown[]): unknown {
        const chosen =
            overloads.length === 1 ? overloads[0] : (overloads.find((method) => fits(method, values)) ?? overloads[0]);
        return (chosen.isStatic ? (made as unknown as EmittedObject) : this)[chosen.key](...values);
    };
}

type EmittedObject = Record<string, (...values: unknown[]) => unknown>;
