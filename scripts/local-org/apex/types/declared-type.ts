import type { TypeDeclaration } from '../syntax/ast.ts';
import { accessOf, hasAnnotation } from './naming.ts';
import type { AccessModifier, FieldSymbol, MethodSymbol, ProjectTypeSymbol } from './symbols.ts';
import type { ApexType } from './type.ts';

/** A class, interface or enum of the project. */
export class DeclaredType implements ProjectTypeSymbol {
    readonly isPlatform = false as const;
    readonly declaration: TypeDeclaration;
    readonly file: string;
    readonly apiVersion: number;
    readonly outer: ProjectTypeSymbol | null;
    readonly name: string;
    readonly inner = new Map<string, ProjectTypeSymbol>();
    readonly typeParameters: string[] = [];
    readonly methodTable = new Map<string, MethodSymbol[]>();
    readonly fieldTable = new Map<string, FieldSymbol>();
    superType: ApexType | null = null;
    interfaces: ApexType[] = [];
    constructors: MethodSymbol[] = [];

    constructor(declaration: TypeDeclaration, file: string, apiVersion: number, outer: ProjectTypeSymbol | null) {
        this.declaration = declaration;
        this.file = file;
        this.apiVersion = apiVersion;
        this.outer = outer;
        this.name = outer ? `${outer.name}.${declaration.name}` : declaration.name;
    }

    get kind(): TypeDeclaration['kind'] {
        return this.declaration.kind;
    }

    get isAbstract(): boolean {
        return this.kind === 'interface' || this.declaration.modifiers.words.has('abstract');
    }

    get isVirtual(): boolean {
        return this.isAbstract || this.declaration.modifiers.words.has('virtual') || this.isException;
    }

    private get isException(): boolean {
        return this.superType?.name.endsWith('Exception') ?? false;
    }

    get access(): AccessModifier {
        return accessOf(this.declaration.modifiers);
    }

    get isTest(): boolean {
        return hasAnnotation(this.declaration.modifiers, 'istest') || (this.outer?.isTest ?? false);
    }

    get testVisible(): boolean {
        return hasAnnotation(this.declaration.modifiers, 'testvisible');
    }

    methods(name: string): readonly MethodSymbol[] {
        return this.methodTable.get(name) ?? [];
    }

    field(name: string): FieldSymbol | undefined {
        return this.fieldTable.get(name);
    }
}
