import type * as Ast from '../syntax/ast.ts';
import { describeMethod } from './members.ts';
import { type FieldSymbol, isProjectType, type MethodSymbol, type ProjectTypeSymbol } from './symbols.ts';
import { accessOf, constructorKey, storageOf, hasAnnotation, methodKeyOf } from './naming.ts';
import type { ApexType } from './type.ts';
import { describeReference, type TypeResolver } from './type-resolver.ts';
import { DeclaredType } from './declared-type.ts';

export type ReportError = (file: string, at: Ast.Location, message: string) => void;

/** Where a source file stands in the project. */
export interface SourceContext {
    file: string;
    apiVersion: number;
}

/** Turns declarations into symbols: first all names, then supertypes, then members, so that order does not matter. */
export class Declarer {
    private readonly resolver: TypeResolver;
    private readonly report: ReportError;

    constructor(resolver: TypeResolver, report: ReportError) {
        this.resolver = resolver;
        this.report = report;
    }

    /** Makes the symbols of a type and its inner types known by name. */
    declareNames(
        declaration: Ast.TypeDeclaration,
        context: SourceContext,
        outer: ProjectTypeSymbol | null
    ): DeclaredType {
        const symbol = new DeclaredType(declaration, context.file, context.apiVersion, outer);
        const other = this.resolver.table.projectType(symbol.name)?.symbol;
        if (isProjectType(other)) {
            const where = other.file === context.file ? '' : ` (in ${other.file})`;
            this.report(context.file, declaration, `Type name already in use: ${symbol.name}${where}`);
        }
        this.resolver.table.declare(symbol);
        for (const member of declaration.members) {
            if (!isType(member)) continue;
            symbol.inner.set(member.name.toLowerCase(), this.declareNames(member, context, symbol));
        }
        return symbol;
    }

    /** Resolves what the type and its inner types extend and implement. */
    declareSupertypes(symbol: ProjectTypeSymbol): void {
        const { declaration } = symbol;
        const scope = symbol.outer ?? symbol;
        if (declaration.extends) symbol.superType = this.type(declaration.extends, symbol, scope);
        symbol.interfaces = declaration.implements.map((reference) => this.type(reference, symbol, scope));
        if (declaration.kind === 'enum') symbol.interfaces = [];
        for (const inner of symbol.inner.values()) this.declareSupertypes(inner);
    }

    /** Resolves fields, properties, methods and constructors of the type and its inner types. */
    declareMembers(symbol: ProjectTypeSymbol): void {
        symbol.declaration.enumConstants.forEach((constant) => this.addConstant(symbol, constant.name));
        for (const member of symbol.declaration.members) this.declareMember(symbol, member);
        for (const inner of symbol.inner.values()) this.declareMembers(inner);
    }

    private declareMember(symbol: ProjectTypeSymbol, member: Ast.Member): void {
        if (member.kind === 'field' || member.kind === 'property') this.addField(symbol, member);
        if (member.kind === 'method') this.addMethod(symbol, member);
        if (member.kind === 'constructor') this.addConstructor(symbol, member);
    }

    private addConstant(symbol: ProjectTypeSymbol, name: string): void {
        const type = this.resolver.table.projectType(symbol.name)!;
        symbol.fieldTable.set(name.toLowerCase(), {
            ...this.plainField(symbol, name, type),
            access: 'global',
            writeAccess: 'global',
            isStatic: true,
            isFinal: true,
            enumConstant: true
        });
    }

    private addField(symbol: ProjectTypeSymbol, member: Ast.FieldDeclaration | Ast.PropertyDeclaration): void {
        const lower = member.name.toLowerCase();
        if (symbol.fieldTable.has(lower)) this.report(symbol.file, member, `Duplicate field: ${member.name}`);
        const field = this.plainField(symbol, member.name, this.type(member.type, symbol));
        const { words } = member.modifiers;
        field.isStatic = words.has('static');
        field.isFinal = words.has('final');
        field.isTransient = words.has('transient');
        field.access = accessOf(member.modifiers);
        field.writeAccess = field.access;
        field.testVisible = hasAnnotation(member.modifiers, 'testvisible');
        field.storage = storageOf(symbol, field.name);
        if (member.kind === 'property') this.addAccessors(field, member);
        symbol.fieldTable.set(lower, field);
    }

    private addAccessors(field: FieldSymbol, property: Ast.PropertyDeclaration): void {
        const overridable = ['virtual', 'abstract', 'override'].some((word) => property.modifiers.words.has(word));
        field.property = property;
        field.readable = !!property.getter;
        field.writable = !!property.setter;
        field.getter = !!property.getter && (!!property.getter.body || overridable);
        field.setter = !!property.setter && (!!property.setter.body || overridable);
        const narrowed = property.setter && accessOf(property.setter.modifiers, field.access);
        if (narrowed) field.writeAccess = narrowed;
    }

    private plainField(symbol: ProjectTypeSymbol, name: string, type: ApexType): FieldSymbol {
        return {
            name,
            owner: symbol,
            type,
            isStatic: false,
            isFinal: false,
            isTransient: false,
            access: 'private',
            writeAccess: 'private',
            testVisible: false,
            enumConstant: false,
            storage: name,
            getter: false,
            setter: false,
            readable: true,
            writable: true,
            property: null,
            platform: null
        };
    }

    private addMethod(symbol: ProjectTypeSymbol, member: Ast.MethodDeclaration): void {
        const returnType = member.returnType ? this.type(member.returnType, symbol) : this.resolver.table.void;
        const method = this.plainMethod(symbol, member, returnType);
        method.key = methodKeyOf(method);
        if (symbol.kind === 'interface') method.access = 'global';
        const lower = member.name.toLowerCase();
        const overloads = symbol.methodTable.get(lower) ?? [];
        if (overloads.some((other) => sameParameters(other, method))) {
            this.report(
                symbol.file,
                member,
                `Method already defined: ${member.name} ${describeMethod(method)} from the type ${symbol.name}`
            );
        }
        symbol.methodTable.set(lower, [...overloads, method]);
    }

    private addConstructor(symbol: ProjectTypeSymbol, member: Ast.ConstructorDeclaration): void {
        if (member.name.toLowerCase() !== symbol.declaration.name.toLowerCase()) {
            this.report(symbol.file, member, `Invalid constructor name: ${member.name}`);
        }
        const constructor = this.plainMethod(symbol, member, this.resolver.table.void);
        constructor.key = constructorKey(symbol, constructor.parameters);
        if (symbol.constructors.some((other) => sameParameters(other, constructor))) {
            this.report(symbol.file, member, `Constructor already defined: ${this.signature(member)}`);
        }
        symbol.constructors.push(constructor);
    }

    private plainMethod(
        symbol: ProjectTypeSymbol,
        member: Ast.MethodDeclaration | Ast.ConstructorDeclaration,
        returnType: ApexType
    ): MethodSymbol {
        const { words } = member.modifiers;
        return {
            name: member.name,
            owner: symbol,
            parameters: member.parameters.map((parameter) => this.type(parameter.type, symbol)),
            returnType,
            isStatic: words.has('static') || words.has('testmethod'),
            isAbstract: words.has('abstract'),
            isVirtual: words.has('virtual') || words.has('abstract') || words.has('override'),
            isOverride: words.has('override'),
            access: accessOf(member.modifiers),
            testVisible: hasAnnotation(member.modifiers, 'testvisible'),
            key: '',
            platform: null,
            declaration: member
        };
    }

    private type(reference: Ast.TypeReference, symbol: ProjectTypeSymbol, scope: ProjectTypeSymbol = symbol): ApexType {
        const found = this.resolver.resolve(reference, scope);
        if (found) return found;
        this.report(symbol.file, reference, `Invalid type: ${describeReference(reference)}`);
        return this.resolver.table.error;
    }

    private signature(member: Ast.MethodDeclaration | Ast.ConstructorDeclaration): string {
        const parameters = member.parameters.map((parameter) => describeReference(parameter.type)).join(', ');
        return `${member.name}(${parameters})`;
    }
}

function isType(member: Ast.Member): member is Ast.TypeDeclaration {
    return member.kind === 'class' || member.kind === 'interface' || member.kind === 'enum';
}

/** Do two methods take the same types in the same order? */
export function sameParameters(left: MethodSymbol, right: MethodSymbol): boolean {
    return (
        left.parameters.length === right.parameters.length &&
        left.parameters.every((type, index) => type === right.parameters[index])
    );
}
