import type { PlatformMethod, PlatformProperty } from '../../platform/registry.ts';
import type { ConstructorDeclaration, MethodDeclaration, PropertyDeclaration, TypeDeclaration } from '../syntax/ast.ts';
import type { ApexType } from './type.ts';

export type AccessModifier = 'private' | 'protected' | 'public' | 'global';

/** A method or constructor, of the project or the platform. */
export interface MethodSymbol {
    name: string;
    owner: TypeSymbol;
    parameters: ApexType[];
    returnType: ApexType;
    isStatic: boolean;
    isAbstract: boolean;
    isVirtual: boolean;
    isOverride: boolean;
    access: AccessModifier;
    testVisible: boolean;
    /** Property of the JS class under which the method is found; empty for platform methods. */
    key: string;
    platform: PlatformMethod | null;
    declaration: MethodDeclaration | ConstructorDeclaration | null;
}

/** A field, property or enum constant. */
export interface FieldSymbol {
    name: string;
    owner: TypeSymbol;
    type: ApexType;
    isStatic: boolean;
    isFinal: boolean;
    isTransient: boolean;
    access: AccessModifier;
    /** Access of the setter when it is narrower. */
    writeAccess: AccessModifier;
    testVisible: boolean;
    enumConstant: boolean;
    /** Property of the JS object that holds the value. */
    storage: string;
    /** Explicit accessors of a property: reads and writes go through methods. */
    getter: boolean;
    setter: boolean;
    readable: boolean;
    writable: boolean;
    property: PropertyDeclaration | null;
    platform: PlatformProperty | null;
}

/** What is known of a class, interface or enum. */
export interface TypeSymbol {
    readonly name: string;
    readonly kind: 'class' | 'interface' | 'enum';
    readonly isPlatform: boolean;
    readonly isAbstract: boolean;
    readonly isVirtual: boolean;
    readonly access: AccessModifier;
    readonly typeParameters: string[];
    readonly superType: ApexType | null;
    readonly interfaces: readonly ApexType[];
    readonly constructors: readonly MethodSymbol[];
    /** Own methods of that lower-case name. */
    methods(name: string): readonly MethodSymbol[];
    /** Own field, property or constant of that lower-case name. */
    field(name: string): FieldSymbol | undefined;
}

/** A type of the project. */
export interface ProjectTypeSymbol extends TypeSymbol {
    readonly isPlatform: false;
    readonly declaration: TypeDeclaration;
    readonly file: string;
    readonly outer: ProjectTypeSymbol | null;
    readonly inner: Map<string, ProjectTypeSymbol>;
    readonly isTest: boolean;
    readonly testVisible: boolean;
    readonly apiVersion: number;
    superType: ApexType | null;
    interfaces: ApexType[];
    constructors: MethodSymbol[];
    readonly methodTable: Map<string, MethodSymbol[]>;
    readonly fieldTable: Map<string, FieldSymbol>;
}

/** Is this a type of the project? */
export function isProjectType(symbol: TypeSymbol | null | undefined): symbol is ProjectTypeSymbol {
    return !!symbol && !symbol.isPlatform;
}

/** The symbol, then those of its supertypes and interfaces, nearest first, each once. */
export function* lineage(symbol: TypeSymbol): Generator<TypeSymbol> {
    const seen = new Set<TypeSymbol>();
    const queue: TypeSymbol[] = [symbol];
    while (queue.length) {
        const next = queue.shift()!;
        if (seen.has(next)) continue;
        seen.add(next);
        yield next;
        for (const parent of [next.superType, ...next.interfaces]) if (parent?.symbol) queue.push(parent.symbol);
    }
}
