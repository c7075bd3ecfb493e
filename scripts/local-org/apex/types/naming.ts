import type { Modifiers } from '../syntax/ast.ts';
import { type AccessModifier, lineage, type MethodSymbol, type TypeSymbol } from './symbols.ts';
import type { ApexType } from './type.ts';

/** Has the declaration that annotation? The name is in lower case. */
export function hasAnnotation(modifiers: Modifiers, name: string): boolean {
    return modifiers.annotations.some((annotation) => annotation.name === name);
}

/** The value of a parameter of an annotation, both names in lower case; undefined without it. */
export function annotationValue(modifiers: Modifiers, name: string, parameter: string): unknown {
    return modifiers.annotations.find((annotation) => annotation.name === name)?.values.get(parameter);
}

/** The access that modifiers give; `fallback` without any. */
export function accessOf(modifiers: Modifiers, fallback: AccessModifier = 'private'): AccessModifier {
    const { words } = modifiers;
    if (words.has('global') || words.has('webservice')) return 'global';
    if (words.has('public')) return 'public';
    if (words.has('protected')) return 'protected';
    return words.has('private') ? 'private' : fallback;
}

/** A type's name as part of a JS identifier. */
export function identifierOf(typeName: string): string {
    return typeName.replace(/[^A-Za-z0-9]/g, '_');
}

/** The name of a project class in emitted code: `Outer$Inner`. */
export function jsClassName(symbol: TypeSymbol): string {
    return symbol.name.replace(/\./g, '$');
}

/**
 * The JS property of a method: name, number of parameters, and their types, so that overloads differ. A private method
 * carries its class, so that a subclass may have one of the same signature, unless it is there to be overridden.
 */
export function methodKeyOf(method: MethodSymbol): string {
    const types = method.parameters.map((type) => `$${identifierOf(type.name)}`).join('');
    const own =
        method.access === 'private' && !method.isStatic && !method.isVirtual ? `$of$${jsClassName(method.owner)}` : '';
    return `${method.name.toLowerCase()}$${method.parameters.length}${types}${method.parameters.length ? '' : '$'}${own}`;
}

/** The JS method that runs a constructor's body. */
export function constructorKey(symbol: TypeSymbol, parameters: readonly ApexType[]): string {
    return `init$${jsClassName(symbol)}${parameters.map((type) => `$${identifierOf(type.name)}`).join('')}`;
}

/**
 * The JS property that holds a field: its name, made different where a superclass has a field of that name, or where
 * the JS object under an exception has properties of its own.
 */
export function storageOf(symbol: TypeSymbol, name: string): string {
    const ancestors = [...lineage(symbol)].slice(1);
    if (ancestors.some((ancestor) => ancestor.name === 'Exception')) return `${name}$`;
    const shadows = ancestors.some((ancestor) => ancestor.kind === 'class' && ancestor.field(name.toLowerCase()));
    return shadows ? `${name}$${jsClassName(symbol)}` : name;
}
