import type { ApexMember, InvocableMethod, TypeRegistry } from '../../platform/context.ts';
import { invokeMethod } from '../../platform/invoke.ts';
import { platformClass } from '../../platform/registry.ts';
import { platformEnumValue } from '../../platform/define.ts';
import {
    ApexException,
    ApexList,
    ApexMap,
    ApexSet,
    SObjectValue,
    type ApexTypeToken,
    ApexTypeToken as TypeToken
} from '../../platform/values/index.ts';
import { isAssignable } from '../types/conversions.ts';
import { hasAnnotation, jsClassName } from '../types/naming.ts';
import { type FieldSymbol, isProjectType, type ProjectTypeSymbol } from '../types/symbols.ts';
import { type ApexType, isGeneric } from '../types/type.ts';
import { parseTypeName } from '../types/type-name.ts';
import type { TypeTable } from '../types/type-table.ts';
import { methodsNamed } from '../types/members.ts';
import type { ClassTable } from './classes.ts';
import { runtimeTypeOf } from './runtime-type.ts';

/** The types of a loaded program, as the platform library and the runtime ask for them by name. */
export class ProgramTypes implements TypeRegistry {
    private readonly table: TypeTable;
    private readonly classes: ClassTable;
    private readonly assignable = new Map<string, boolean>();

    constructor(table: TypeTable, classes: ClassTable) {
        this.table = table;
        this.classes = classes;
    }

    /** The type of a canonical or written name; undefined when there is none. */
    typeNamed(name: string): ApexType | undefined {
        const { name: plain, parameters, arrayDepth } = parseTypeName(name);
        const types = parameters.map((part) => this.typeNamed(part));
        if (types.includes(undefined)) return undefined;
        let type = this.table.projectType(plain) ?? this.table.outside(plain, types as ApexType[]);
        if (type?.kind === 'absent') return undefined;
        for (let depth = 0; type && depth < arrayDepth; depth++) type = this.table.list(type);
        return type;
    }

    private projectNamed(name: string): ProjectTypeSymbol | null {
        const symbol = this.table.projectType(name)?.symbol;
        return isProjectType(symbol) ? symbol : null;
    }

    resolve(name: string): string | null {
        return this.typeNamed(name)?.name ?? null;
    }

    typeOf(value: unknown): string {
        return runtimeTypeOf(value);
    }

    isAssignable(fromType: string, toType: string): boolean {
        if (fromType === toType) return true;
        const key = `${fromType}>${toType}`;
        const known = this.assignable.get(key);
        if (known !== undefined) return known;
        const [from, to] = [this.typeNamed(fromType), this.typeNamed(toType)];
        const answer = !!from && !!to && isAssignable(from, to);
        this.assignable.set(key, answer);
        return answer;
    }

    newInstance(typeName: string): unknown {
        const symbol = this.projectNamed(typeName);
        if (!symbol) return newPlatformInstance(this.typeNamed(typeName), typeName);
        if (symbol.kind !== 'class' || symbol.isAbstract)
            throw new ApexException('TypeException', `${typeName} cannot be constructed`);
        const plain = symbol.constructors.find((constructor) => !constructor.parameters.length);
        if (symbol.constructors.length && !plain)
            throw new ApexException('TypeException', `${typeName} has no constructor without parameters`);
        const made = this.allocate(typeName) as Record<string, () => unknown>;
        return made[plain?.key ?? `init$${jsClassName(symbol)}`]();
    }

    allocate(typeName: string): unknown {
        const symbol = this.projectNamed(typeName);
        if (!symbol) throw new ApexException('TypeException', `${typeName} is not a class`);
        return new this.classes[jsClassName(symbol)]();
    }

    members(typeName: string): ApexMember[] | null {
        const symbol = this.projectNamed(typeName);
        return symbol?.kind === 'class' ? membersOf(symbol) : null;
    }

    enumValue(typeName: string, valueName: string): unknown {
        const symbol = this.projectNamed(typeName);
        const constant = symbol?.kind === 'enum' ? symbol.field(valueName.toLowerCase()) : undefined;
        if (constant) return this.classes[jsClassName(symbol!)][`v$${constant.name}`];
        const platform = symbol ? undefined : this.typeNamed(typeName)?.symbol?.field(valueName.toLowerCase());
        return platform?.enumConstant ? platformEnumValue(platform.owner.name, platform.name) : null;
    }

    isEnum(typeName: string): boolean {
        return this.typeNamed(typeName)?.symbol?.kind === 'enum';
    }

    isInterface(typeName: string): boolean {
        return this.typeNamed(typeName)?.symbol?.kind === 'interface';
    }

    isGlobal(typeName: string): boolean {
        return this.projectNamed(typeName)?.access === 'global';
    }

    invocableMethod(className: string): InvocableMethod | undefined {
        const symbol = this.projectNamed(className);
        const methods = symbol ? [...symbol.methodTable.values()].flat() : [];
        const method = methods.find(
            ({ declaration }) => declaration && hasAnnotation(declaration.modifiers, 'invocablemethod')
        );
        if (!symbol || !method) return undefined;
        const element = (type: ApexType | undefined): string | null => type?.arguments[0]?.name ?? null;
        return {
            inputType: element(method.parameters[0]),
            outputType: element(method.returnType),
            call: (inputs) => this.classes[jsClassName(symbol)][method.key](inputs)
        };
    }

    createStub(type: ApexTypeToken, provider: unknown): unknown {
        const symbol = this.projectNamed(type.name);
        if (!symbol) throw new ApexException('TypeException', `Cannot stub ${type.name}`);
        const stub = Object.create(this.classes[jsClassName(symbol)].prototype) as Record<string, unknown>;
        for (const name of methodNames(symbol)) {
            for (const method of methodsNamed(symbol, name)) {
                if (method.isStatic || method.access === 'private') continue;
                const call = stubCall(stub, provider, method);
                stub[method.key] = call;
                stub[`${name}$${method.parameters.length}`] ??= call;
            }
        }
        return stub;
    }
}

/** A collection, a record or an object of a platform class that has a constructor without parameters. */
function newPlatformInstance(type: ApexType | undefined, typeName: string): unknown {
    const [first, second] = type?.arguments.map((part) => part.name) ?? [];
    if (type && isGeneric(type, 'List')) return new ApexList(first, []);
    if (type && isGeneric(type, 'Set')) return new ApexSet(first, []);
    if (type && isGeneric(type, 'Map')) return new ApexMap(first, second);
    if (type?.kind === 'sobject' && type.name !== 'SObject') return new SObjectValue(type.name);
    const plain = platformClass(typeName)?.constructors.find((constructor) => !constructor.parameters.length);
    if (!plain) throw new ApexException('TypeException', `${typeName} cannot be constructed`);
    return plain.implementation();
}

function methodNames(symbol: ProjectTypeSymbol): Set<string> {
    const names = new Set<string>();
    for (
        let next: ProjectTypeSymbol | null = symbol;
        next;
        next = isProjectType(next.superType?.symbol) ? next.superType.symbol : null
    ) {
        for (const name of next.methodTable.keys()) names.add(name);
    }
    return names;
}

function stubCall(stub: unknown, provider: unknown, method: ReturnType<typeof methodsNamed>[number]) {
    const types = new ApexList<unknown>(
        'Type',
        method.parameters.map((type) => new TypeToken(type.name))
    );
    const names = new ApexList<unknown>(
        'String',
        method.declaration?.parameters.map((parameter) => parameter.name) ?? []
    );
    const returned = method.returnType.kind === 'void' ? null : new TypeToken(method.returnType.name);
    return (...values: unknown[]) =>
        invokeMethod(provider, 'handleMethodCall', [
            stub,
            method.name,
            returned,
            types,
            names,
            new ApexList('Object', values)
        ]);
}

/** Fields and properties that hold a value, those of superclasses first. */
function membersOf(symbol: ProjectTypeSymbol): ApexMember[] {
    const inherited = isProjectType(symbol.superType?.symbol) ? membersOf(symbol.superType.symbol) : [];
    const own = [...symbol.fieldTable.values()].filter((field) => !field.isStatic && !field.enumConstant);
    return [...inherited, ...own.map(memberOf)];
}

type Emitted = Record<string, unknown> & Record<string, (value?: unknown) => unknown>;

function memberOf(field: FieldSymbol): ApexMember {
    const accessor = field.name.toLowerCase();
    return {
        name: field.name,
        type: field.type.name,
        transient: field.isTransient,
        isGlobal: field.access === 'global',
        read: (object) =>
            field.getter ? (object as Emitted)[`get$${accessor}`]() : (object as Emitted)[field.storage],
        write: (object, value) => {
            if (field.setter) (object as Emitted)[`set$${accessor}`](value);
            else (object as Record<string, unknown>)[field.storage] = value;
        }
    };
}
