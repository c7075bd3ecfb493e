import { conversionDistance, isAssignable } from './conversions.ts';
import {
    type FieldSymbol,
    isProjectType,
    lineage,
    type MethodSymbol,
    type ProjectTypeSymbol,
    type TypeSymbol
} from './symbols.ts';
import { type ApexType, isUnknown } from './type.ts';
import type { TypeTable } from './type-table.ts';

/** A method that was chosen for a call, with the types it has there. */
export interface ChosenMethod {
    method: MethodSymbol;
    parameters: ApexType[];
    returnType: ApexType;
}

/** All methods of a name that a type has, its own first; overridden ones are left out. */
export function methodsNamed(symbol: TypeSymbol, name: string): MethodSymbol[] {
    const found: MethodSymbol[] = [];
    for (const owner of lineage(symbol)) {
        for (const method of owner.methods(name.toLowerCase())) {
            if (!found.some((other) => overrides(other, method))) found.push(method);
        }
    }
    return found;
}

function overrides(nearer: MethodSymbol, farther: MethodSymbol): boolean {
    return (
        nearer.parameters.length === farther.parameters.length &&
        nearer.parameters.every((type, index) => type === farther.parameters[index])
    );
}

/** A method as error messages name it: `Integer Sums.add(Integer, Integer)`. */
export function describeMethod({ returnType, owner, name, parameters }: MethodSymbol): string {
    return `${returnType.name} ${owner.name}.${name}(${parameters.map((type) => type.name).join(', ')})`;
}

/** The field or property of a name, of the type or the nearest supertype that has it. */
export function fieldNamed(symbol: TypeSymbol, name: string): FieldSymbol | undefined {
    for (const owner of lineage(symbol)) {
        const field = owner.field(name.toLowerCase());
        if (field) return field;
    }
    return undefined;
}

/** May code of class `from` use a member with that access? */
export function isVisible(
    member: { access: FieldSymbol['access']; owner: TypeSymbol; testVisible: boolean },
    from: ProjectTypeSymbol | null
): boolean {
    if (member.access === 'public' || member.access === 'global' || !isProjectType(member.owner)) return true;
    if (!from) return false;
    if (outermost(from) === outermost(member.owner)) return true;
    if (member.testVisible && from.isTest) return true;
    return (
        member.access === 'protected' &&
        [...enclosing(from)].some((scope) => [...lineage(scope)].includes(member.owner))
    );
}

function* enclosing(symbol: ProjectTypeSymbol): Generator<ProjectTypeSymbol> {
    for (let scope: ProjectTypeSymbol | null = symbol; scope; scope = scope.outer) yield scope;
}

/** The top-level class around a type. */
export function outermost(symbol: ProjectTypeSymbol): ProjectTypeSymbol {
    return symbol.outer ? outermost(symbol.outer) : symbol;
}

/** Replaces type variables by the arguments of the receiving type. */
export function substitute(type: ApexType, receiver: ApexType | null, table: TypeTable): ApexType {
    if (!receiver?.arguments.length) return type.kind === 'variable' ? table.object : type;
    return replaceVariables(type, variablesOf(receiver), table);
}

function variablesOf(receiver: ApexType): Map<string, ApexType> {
    const names = receiver.symbol?.typeParameters ?? [];
    return new Map(names.map((name, index) => [name, receiver.arguments[index]]));
}

function replaceVariables(type: ApexType, variables: Map<string, ApexType>, table: TypeTable): ApexType {
    if (type.kind === 'variable') return variables.get(type.name) ?? table.object;
    if (!type.arguments.length) return type;
    const name = type.name.slice(0, type.name.indexOf('<'));
    return table.generic(
        name,
        type.arguments.map((part) => replaceVariables(part, variables, table))
    );
}

/**
 * The overload that fits the argument types best. Undefined when none fits; the first one declared wins a draw.
 */
export function chooseOverload(
    candidates: readonly MethodSymbol[],
    parameters: readonly ApexType[],
    receiver: ApexType | null,
    table: TypeTable
): ChosenMethod | undefined {
    let best: ChosenMethod | undefined;
    let bestDistance = Infinity;
    for (const method of candidates) {
        if (method.parameters.length !== parameters.length) continue;
        const types = method.parameters.map((type) => substitute(type, receiver, table));
        if (!parameters.every((type, index) => isAssignable(type, types[index]))) continue;
        const distance = parameters.reduce((sum, type, index) => sum + conversionDistance(type, types[index]), 0);
        if (distance >= bestDistance) continue;
        best = { method, parameters: types, returnType: substitute(method.returnType, receiver, table) };
        bestDistance = distance;
    }
    return best;
}

/** Is one of the types not known, so that a missing overload may be the consequence of another error? */
export function anyUnknown(types: readonly ApexType[]): boolean {
    return types.some(isUnknown);
}
