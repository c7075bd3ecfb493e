import type { SchemaRegistry } from '../../data/schema/types.ts';
import { platformClass } from '../../platform/registry.ts';
import { isKnownAbsent } from './absent-types.ts';
import { PlatformTypeSymbol } from './platform-symbols.ts';
import type { ProjectTypeSymbol, TypeSymbol } from './symbols.ts';
import { type ApexType, primitiveName, type TypeKind } from './type.ts';

const COLLECTIONS = new Map([
    ['list', 'List'],
    ['set', 'Set'],
    ['map', 'Map']
]);

/** All types of one program, interned by canonical name. */
export class TypeTable {
    readonly schema: SchemaRegistry;
    private readonly prefix: string | null;
    private readonly types = new Map<string, ApexType>();
    private readonly platformSymbols = new Map<string, PlatformTypeSymbol>();
    private readonly project = new Map<string, ProjectTypeSymbol>();
    readonly object: ApexType;
    readonly void: ApexType;
    readonly null: ApexType;
    readonly error: ApexType;
    readonly sobject: ApexType;

    /** `namespace` may stand before the project's own types: `ns.Util`. */
    constructor(schema: SchemaRegistry, namespace = '') {
        this.schema = schema;
        this.prefix = namespace ? `${namespace.toLowerCase()}.` : null;
        this.object = this.intern('Object', 'object', [], this.platformSymbol('Object'));
        this.void = this.intern('void', 'void');
        this.null = this.intern('null', 'null');
        this.error = this.intern('<error>', 'error');
        this.sobject = this.intern('SObject', 'sobject', [], this.platformSymbol('SObject'));
    }

    /** Adds a type of the project, outer or inner. */
    declare(symbol: ProjectTypeSymbol): ApexType {
        this.project.set(symbol.name.toLowerCase(), symbol);
        return this.intern(symbol.name, 'project', [], symbol);
    }

    /** Takes a type of the project out again: an anonymous block that was compiled. */
    forget(symbol: ProjectTypeSymbol): void {
        this.project.delete(symbol.name.toLowerCase());
        for (const inner of symbol.inner.values()) this.forget(inner);
    }

    /** The project's type of that canonical name, in any case. */
    projectType(name: string): ApexType | undefined {
        const lower = name.toLowerCase();
        const plain = this.prefix && lower.startsWith(this.prefix) ? lower.slice(this.prefix.length) : lower;
        const symbol = this.project.get(lower) ?? this.project.get(plain);
        return symbol && this.types.get(symbol.name);
    }

    projectSymbols(): ProjectTypeSymbol[] {
        return [...this.project.values()];
    }

    /** A primitive by canonical name. */
    primitive(name: string): ApexType {
        return this.types.get(name) ?? this.intern(name, 'primitive', [], this.platformSymbol(name));
    }

    /** `List<element>` and other generic platform types. */
    generic(name: string, parameters: ApexType[]): ApexType {
        const full = `${name}<${parameters.map((type) => type.name).join(',')}>`;
        return this.types.get(full) ?? this.intern(full, 'platform', parameters, this.platformSymbol(name));
    }

    list(element: ApexType): ApexType {
        return this.generic('List', [element]);
    }

    absent(name: string): ApexType {
        return (
            this.types.get(`absent ${name}`) ??
            this.remember(`absent ${name}`, { name, kind: 'absent', arguments: [], symbol: null })
        );
    }

    variable(name: string): ApexType {
        const key = `variable ${name}`;
        return (
            this.types.get(key) ??
            this.remember(key, { name, kind: 'variable', arguments: [], symbol: this.object.symbol })
        );
    }

    /**
     * The type that a dotted name stands for outside the project's own types: primitive, platform class, SObject.
     * Undefined when there is none.
     */
    outside(name: string, parameters: ApexType[]): ApexType | undefined {
        const plain = name.replace(/^system\./i, '');
        const primitive = primitiveName(plain);
        if (primitive) return this.primitive(primitive);
        const lower = plain.toLowerCase();
        if (lower === 'object') return this.object;
        if (lower === 'sobject') return this.sobject;
        if (lower === 'aggregateresult') return this.aggregateResult();
        const collection = COLLECTIONS.get(lower);
        if (collection && parameters.length) return this.generic(collection, parameters);
        // `BusinessHours` is the record; its static methods are found by `platformNamesake`.
        const record = plain === name ? this.sobjectType(plain) : undefined;
        return record ?? this.platformType(name, parameters) ?? this.sobjectType(plain) ?? this.absentType(name);
    }

    /** The platform class that has the same name as an object. */
    platformNamesake(type: ApexType): TypeSymbol | null {
        return type.kind === 'sobject' && type.name !== 'SObject' ? this.platformSymbol(type.name) : null;
    }

    /** The type of an object of the schema, in any case; `Schema.` may stand before it. */
    sobjectType(name: string): ApexType | undefined {
        const schema = this.schema.object(name.replace(/^schema\./i, ''));
        if (!schema) return undefined;
        return this.types.get(`sobject ${schema.name}`) ?? this.sobjectNamed(schema.name);
    }

    private sobjectNamed(name: string): ApexType {
        return this.remember(`sobject ${name}`, {
            name,
            kind: 'sobject',
            arguments: [],
            symbol: this.platformSymbol('SObject')
        });
    }

    /** What queries with GROUP BY return. */
    aggregateResult(): ApexType {
        return this.types.get('sobject AggregateResult') ?? this.sobjectNamed('AggregateResult');
    }

    private platformType(name: string, parameters: ApexType[]): ApexType | undefined {
        const found = platformClass(name);
        if (!found) return undefined;
        const canonical = found.name;
        if (found.typeParameters.length && parameters.length) return this.generic(canonical, parameters);
        const raw = found.typeParameters.length ? found.typeParameters.map(() => this.object) : [];
        if (raw.length) return this.generic(canonical, raw);
        return this.types.get(canonical) ?? this.intern(canonical, 'platform', [], this.platformSymbol(canonical));
    }

    private absentType(name: string): ApexType | undefined {
        return isKnownAbsent(name) ? this.absent(name) : undefined;
    }

    private platformSymbol(name: string): TypeSymbol | null {
        const known = this.platformSymbols.get(name);
        if (known) return known;
        const found = platformClass(name);
        if (!found) return null;
        const symbol = new PlatformTypeSymbol(found, this);
        this.platformSymbols.set(name, symbol);
        return symbol;
    }

    private intern(
        name: string,
        kind: TypeKind,
        parameters: ApexType[] = [],
        symbol: TypeSymbol | null = null
    ): ApexType {
        return this.remember(name, { name, kind, arguments: parameters, symbol });
    }

    private remember(key: string, type: ApexType): ApexType {
        this.types.set(key, type);
        return type;
    }
}
