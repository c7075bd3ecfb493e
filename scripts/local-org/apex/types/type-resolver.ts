import type { TypeReference } from '../syntax/ast.ts';
import { isProjectType, lineage, type ProjectTypeSymbol } from './symbols.ts';
import type { ApexType } from './type.ts';
import type { TypeTable } from './type-table.ts';

/** Finds the types that sources name, as seen from a class of the project. */
export class TypeResolver {
    readonly table: TypeTable;

    constructor(table: TypeTable) {
        this.table = table;
    }

    /** The type a reference names, undefined when there is none of that name. */
    resolve(reference: TypeReference, from: ProjectTypeSymbol | null): ApexType | undefined {
        const parameters = reference.parts.at(-1)!.arguments.map((part) => this.resolve(part, from));
        if (parameters.includes(undefined)) return undefined;
        const name = reference.parts.map((part) => part.name).join('.');
        let type = this.named(name, from, parameters as ApexType[]);
        for (let depth = 0; type && depth < reference.arrayDepth; depth++) type = this.table.list(type);
        return type;
    }

    /** The type of a dotted name: an inner type in reach, then the project's, then the platform's and the schema's. */
    named(name: string, from: ProjectTypeSymbol | null, parameters: ApexType[] = []): ApexType | undefined {
        return this.inner(name, from) ?? this.table.projectType(name) ?? this.table.outside(name, parameters);
    }

    private inner(name: string, from: ProjectTypeSymbol | null): ApexType | undefined {
        if (!from || name.includes('.')) return this.innerOfDotted(name, from);
        for (let scope: ProjectTypeSymbol | null = from; scope; scope = scope.outer) {
            const found = this.innerOf(scope, name);
            if (found) return found;
        }
        return undefined;
    }

    /** `Base.Inner` where Inner is declared in a superclass of Base. */
    private innerOfDotted(name: string, from: ProjectTypeSymbol | null): ApexType | undefined {
        const split = name.lastIndexOf('.');
        if (split < 0) return undefined;
        const outer = this.inner(name.slice(0, split), from) ?? this.table.projectType(name.slice(0, split));
        return isProjectType(outer?.symbol) ? this.innerOf(outer.symbol, name.slice(split + 1)) : undefined;
    }

    private innerOf(scope: ProjectTypeSymbol, name: string): ApexType | undefined {
        const lower = name.toLowerCase();
        if (scope.declaration.name.toLowerCase() === lower) return this.table.projectType(scope.name);
        for (const ancestor of lineage(scope)) {
            const found = isProjectType(ancestor) ? ancestor.inner.get(lower) : undefined;
            if (found) return this.table.projectType(found.name);
        }
        return undefined;
    }
}

/** A reference as its author wrote it. */
export function describeReference(reference: TypeReference): string {
    const parts = reference.parts.map((part) => {
        const inner = part.arguments.map(describeReference).join(',');
        return inner ? `${part.name}<${inner}>` : part.name;
    });
    return parts.join('.') + '[]'.repeat(reference.arrayDepth);
}
