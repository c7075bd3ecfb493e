import { isAssignable } from '../types/conversions.ts';
import { describeMethod, isVisible, methodsNamed } from '../types/members.ts';
import {
    type AccessModifier,
    lineage,
    type MethodSymbol,
    type ProjectTypeSymbol,
    type TypeSymbol
} from '../types/symbols.ts';
import type { UnitContext } from './context.ts';

const ACCESS_ORDER: AccessModifier[] = ['private', 'protected', 'public', 'global'];

/** Checks what a class promises: its supertypes can be extended, its abstract methods are there, its overrides are allowed. */
export function checkClass(symbol: ProjectTypeSymbol, unit: UnitContext): void {
    checkSupertypes(symbol, unit);
    if (!symbol.isAbstract) checkImplemented(symbol, unit);
    for (const overloads of symbol.methodTable.values())
        overloads.forEach((method) => checkOverride(method, symbol, unit));
}

function checkSupertypes(symbol: ProjectTypeSymbol, unit: UnitContext): void {
    const { declaration, superType } = symbol;
    const parent = superType?.symbol;
    if (superType && lineageLoops(symbol)) {
        unit.report(declaration, `Circular definition: ${symbol.name}`);
        return;
    }
    if (parent?.kind === 'interface') unit.report(declaration.extends!, `Invalid super type: ${superType!.name}`);
    else if (parent && !parent.isVirtual)
        unit.report(declaration.extends!, `Non-virtual and non-abstract type cannot be extended: ${superType!.name}`);
    symbol.interfaces.forEach((type, index) => {
        if (type.symbol && type.symbol.kind !== 'interface')
            unit.report(declaration.implements[index], `Invalid interface: ${type.name}`);
    });
}

function lineageLoops(symbol: ProjectTypeSymbol): boolean {
    const seen = new Set<TypeSymbol>();
    for (let next: TypeSymbol | null | undefined = symbol; next; next = next.superType?.symbol) {
        if (seen.has(next)) return true;
        seen.add(next);
    }
    return false;
}

function checkImplemented(symbol: ProjectTypeSymbol, unit: UnitContext): void {
    for (const ancestor of lineage(symbol)) {
        if (ancestor === symbol) continue;
        for (const method of abstractMethods(ancestor)) {
            if (isImplemented(method, symbol)) continue;
            const what = ancestor.kind === 'interface' ? 'method' : 'abstract method';
            unit.report(
                symbol.declaration,
                `Class ${symbol.name} must implement the ${what}: ${describeMethod(method)}`
            );
        }
    }
}

function abstractMethods(type: TypeSymbol): MethodSymbol[] {
    if (!type.isPlatform)
        return [...(type as ProjectTypeSymbol).methodTable.values()]
            .flat()
            .filter((method) => method.isAbstract || type.kind === 'interface');
    if (type.kind !== 'interface') return [];
    const { methods } = (type as TypeSymbol & { platformClass: { methods: Map<string, unknown> } }).platformClass;
    return [...methods.keys()].flatMap((name) => [...type.methods(name)]);
}

function isImplemented(wanted: MethodSymbol, symbol: ProjectTypeSymbol): boolean {
    return methodsNamed(symbol, wanted.name).some(
        (method) =>
            method !== wanted &&
            !method.isAbstract &&
            method.owner.kind === 'class' &&
            method.parameters.length === wanted.parameters.length &&
            method.parameters.every(
                (type, index) =>
                    isAssignable(wanted.parameters[index], type) || isAssignable(type, wanted.parameters[index])
            )
    );
}

function checkOverride(method: MethodSymbol, symbol: ProjectTypeSymbol, unit: UnitContext): void {
    const parent = symbol.superType?.symbol;
    if (!parent || method.isStatic || !method.declaration) return;
    const overridden = methodsNamed(parent, method.name).find(
        (other) =>
            !other.isStatic &&
            (other.access !== 'private' || (other.isVirtual && isVisible(other, symbol))) &&
            other.parameters.length === method.parameters.length &&
            other.parameters.every((type, index) => type === method.parameters[index])
    );
    if (!overridden) {
        const known = ['tostring', 'equals', 'hashcode'].includes(method.name.toLowerCase());
        if (method.isOverride && !known)
            unit.report(method.declaration, `@Override specified for non-overriding method: ${describeMethod(method)}`);
        return;
    }
    if (overridden.platform || overridden.owner.kind === 'interface') return;
    if (!overridden.isVirtual)
        unit.report(
            method.declaration,
            `Non-virtual, non-abstract methods cannot be overridden: ${describeMethod(method)}`
        );
    else if (!method.isOverride)
        unit.report(method.declaration, `Method must use the override keyword: ${describeMethod(method)}`);
    if (ACCESS_ORDER.indexOf(method.access) < ACCESS_ORDER.indexOf(overridden.access))
        unit.report(method.declaration, `Cannot reduce the visibility of method: ${describeMethod(method)}`);
    if (overridden.returnType !== method.returnType) {
        const types = `${overridden.returnType.name} vs ${method.returnType.name}`;
        unit.report(method.declaration, `Method return types clash: ${types} from the type ${symbol.name}`);
    }
}
