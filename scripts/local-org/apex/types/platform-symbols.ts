import type { PlatformClass, PlatformMethod, PlatformProperty } from '../../platform/registry.ts';
import type { FieldSymbol, MethodSymbol, TypeSymbol } from './symbols.ts';
import { parseTypeName } from './type-name.ts';
import type { ApexType } from './type.ts';
import type { TypeTable } from './type-table.ts';

/** A registered platform class as the checker sees it. Signatures are resolved when first asked for. */
export class PlatformTypeSymbol implements TypeSymbol {
    readonly isPlatform = true;
    readonly access = 'global';
    readonly platformClass: PlatformClass;
    private readonly table: TypeTable;
    private readonly methodCache = new Map<string, MethodSymbol[]>();
    private constructorCache: MethodSymbol[] | null = null;

    constructor(platformClass: PlatformClass, table: TypeTable) {
        this.platformClass = platformClass;
        this.table = table;
    }

    get name(): string {
        return this.platformClass.name;
    }

    get kind(): TypeSymbol['kind'] {
        return this.platformClass.kind;
    }

    get isAbstract(): boolean {
        return this.platformClass.abstract;
    }

    get isVirtual(): boolean {
        return true;
    }

    get typeParameters(): string[] {
        return this.platformClass.typeParameters;
    }

    get superType(): ApexType | null {
        return this.platformClass.extends ? this.resolve(this.platformClass.extends) : null;
    }

    get interfaces(): ApexType[] {
        return this.platformClass.implements.map((name) => this.resolve(name));
    }

    get constructors(): MethodSymbol[] {
        this.constructorCache ??= this.platformClass.constructors.map((method) => this.toMethod(method));
        return this.constructorCache;
    }

    methods(name: string): MethodSymbol[] {
        const known = this.methodCache.get(name);
        if (known) return known;
        const { statics, methods } = this.platformClass;
        const found = [...(statics.get(name) ?? []), ...(methods.get(name) ?? [])].map((method) =>
            this.toMethod(method)
        );
        this.methodCache.set(name, found);
        return found;
    }

    field(name: string): FieldSymbol | undefined {
        const constant = this.platformClass.enumValues.find((value) => value.toLowerCase() === name);
        if (constant) return this.toField(constant, this.resolve(this.name), null, true);
        const property = this.platformClass.staticProperties.get(name) ?? this.platformClass.properties.get(name);
        return property && this.toField(property.name, this.resolve(property.type), property, false);
    }

    private toMethod(method: PlatformMethod): MethodSymbol {
        return {
            name: method.name,
            owner: this,
            parameters: method.parameters.map((parameter) => this.resolve(parameter.type)),
            returnType: this.resolve(method.returnType),
            isStatic: method.isStatic,
            isAbstract: this.kind === 'interface',
            isVirtual: true,
            isOverride: false,
            access: 'global',
            testVisible: false,
            key: '',
            platform: method,
            declaration: null
        };
    }

    private toField(
        name: string,
        type: ApexType,
        platform: PlatformProperty | null,
        enumConstant: boolean
    ): FieldSymbol {
        return {
            name,
            owner: this,
            type,
            isStatic: enumConstant || (platform?.isStatic ?? false),
            isFinal: enumConstant,
            isTransient: false,
            access: 'global',
            writeAccess: 'global',
            testVisible: false,
            enumConstant,
            storage: name,
            getter: false,
            setter: false,
            readable: true,
            writable: !!platform?.set,
            property: null,
            platform
        };
    }

    /** A type of a signature. One that is neither a parameter of the class nor known is absent. */
    private resolve(text: string): ApexType {
        return resolveSignatureType(text, this.table, this.typeParameters);
    }
}

/** The type that a signature of the platform registry names. */
export function resolveSignatureType(text: string, table: TypeTable, typeParameters: string[]): ApexType {
    if (text === 'void' || text === '') return table.void;
    const { name, parameters, arrayDepth } = parseTypeName(text);
    let type = typeParameters.includes(name)
        ? table.variable(name)
        : (table.outside(
              name,
              parameters.map((part) => resolveSignatureType(part, table, typeParameters))
          ) ?? table.absent(name));
    for (let depth = 0; depth < arrayDepth; depth++) type = table.list(type);
    return type;
}
