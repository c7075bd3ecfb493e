import { invokeMethod } from './invoke.ts';
import { registerPlatformClass } from './registry.ts';
import type { Implementation, PlatformClass, PlatformMethod, PlatformProperty } from './registry.ts';
import { parseConstructorSignature, parseMethodSignature, parseTypedName } from './signature.ts';
import { ApexList } from './values/collections.ts';
import { ApexException } from './values/exception.ts';
import { ApexEnumValue } from './values/object.ts';

interface PropertyAccess {
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    get: (self?: any) => unknown;
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    set?: (self: any, value: any) => void;
}

/** What a class file says of its class. Keys are signatures; overloads are several keys. */
export interface PlatformClassDefinition {
    /** 'String', 'Database.SaveResult'; without a namespace it is in System. */
    name: string;
    kind?: 'class' | 'interface' | 'enum';
    typeParameters?: string[];
    extends?: string;
    implements?: string[];
    abstract?: boolean;
    constructors?: Record<string, Implementation>;
    statics?: Record<string, Implementation>;
    methods?: Record<string, Implementation>;
    staticProperties?: Record<string, PropertyAccess>;
    properties?: Record<string, PropertyAccess>;
    enumValues?: string[];
}

/** Parses a definition and adds the class to the registry. Returns what was registered. */
export function definePlatformClass(definition: PlatformClassDefinition): PlatformClass {
    const platformClass = toPlatformClass(definition);
    registerPlatformClass(platformClass);
    return platformClass;
}

/** Parses a definition without registering it. */
export function toPlatformClass(definition: PlatformClassDefinition): PlatformClass {
    const { name } = definition;
    return {
        name,
        kind: definition.kind ?? 'class',
        typeParameters: definition.typeParameters ?? [],
        extends: definition.extends ?? null,
        implements: definition.implements ?? [],
        abstract: definition.abstract ?? false,
        constructors: constructorsOf(name, definition.constructors ?? {}),
        statics: methodsOf(name, definition.statics ?? {}, true),
        methods: methodsOf(name, definition.methods ?? {}, false),
        staticProperties: propertiesOf(name, definition.staticProperties ?? {}, true),
        properties: propertiesOf(name, definition.properties ?? {}, false),
        enumValues: definition.enumValues ?? []
    };
}

/** Registers an interface that Apex classes implement: its methods call whatever the object defines. */
export function definePlatformInterface(
    name: string,
    signatures: string[],
    typeParameters: string[] = [],
    parents: string[] = []
): PlatformClass {
    const methods: Record<string, Implementation> = {};
    for (const signature of signatures) {
        const methodName = parseMethodSignature(signature).name;
        methods[signature] = (self, ...parameters) => invokeMethod(self, methodName, parameters);
    }
    return definePlatformClass({ name, kind: 'interface', typeParameters, implements: parents, methods });
}

const enumValues = new Map<string, ApexEnumValue>();

/** Registers an enum; its values are read with `platformEnumValue`. */
export function definePlatformEnum(name: string, values: string[]): PlatformClass {
    values.forEach((value, ordinal) => {
        enumValues.set(`${name}.${value}`.toLowerCase(), new ApexEnumValue(name, value, ordinal));
    });
    return definePlatformClass({ name, kind: 'enum', enumValues: values, statics: enumStatics(name, values) });
}

function enumStatics(name: string, values: string[]): Record<string, Implementation> {
    return {
        [`List<${name}> values()`]: () =>
            new ApexList(
                name,
                values.map((value) => platformEnumValue(name, value))
            ),
        [`${name} valueOf(String enumValue)`]: (text: string) => {
            const found = values.find((value) => value.toLowerCase() === text?.toLowerCase());
            if (!found) throw new ApexException('NoSuchElementException', `No enum constant System.${name}.${text}`);
            return platformEnumValue(name, found);
        }
    };
}

/** The value of a platform enum, as ('RoundingMode', 'HALF_UP'). Throws on an unknown one: a mistake of the caller. */
export function platformEnumValue(enumName: string, valueName: string): ApexEnumValue {
    const value = enumValues.get(`${enumName}.${valueName}`.toLowerCase());
    if (!value) throw new Error(`No enum value ${enumName}.${valueName}`);
    return value;
}

function constructorsOf(className: string, entries: Record<string, Implementation>): PlatformMethod[] {
    return Object.entries(entries).map(([text, implementation]) => ({
        className,
        isStatic: true,
        implementation,
        ...parseConstructorSignature(text, className)
    }));
}

function methodsOf(
    className: string,
    entries: Record<string, Implementation>,
    isStatic: boolean
): Map<string, PlatformMethod[]> {
    const methods = new Map<string, PlatformMethod[]>();
    for (const [text, implementation] of Object.entries(entries)) {
        const method = { className, isStatic, implementation, ...parseMethodSignature(text) };
        const key = method.name.toLowerCase();
        methods.set(key, [...(methods.get(key) ?? []), method]);
    }
    return methods;
}

function propertiesOf(
    className: string,
    entries: Record<string, PropertyAccess>,
    isStatic: boolean
): Map<string, PlatformProperty> {
    const properties = new Map<string, PlatformProperty>();
    for (const [text, access] of Object.entries(entries)) {
        const { type, name } = parseTypedName(text);
        properties.set(name.toLowerCase(), { className, name, type, isStatic, ...access });
    }
    return properties;
}
