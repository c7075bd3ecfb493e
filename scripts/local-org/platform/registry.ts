import type { Parameter } from './signature.ts';

/** What a member runs: instance methods get `self` first; every one gets its type arguments last when generic. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Implementation = (...values: any[]) => unknown;

/** A method or constructor of a platform class. */
export interface PlatformMethod {
    className: string;
    name: string;
    returnType: string;
    parameters: Parameter[];
    isStatic: boolean;
    implementation: Implementation;
}

/** A property of a platform class; without `set` it is read-only. */
export interface PlatformProperty {
    className: string;
    name: string;
    type: string;
    isStatic: boolean;
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    get: (self?: any) => unknown;
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    set?: (self: any, value: any) => void;
}

/** A class, interface or enum of the platform, as the checker and the emitter see it. */
export interface PlatformClass {
    name: string;
    kind: 'class' | 'interface' | 'enum';
    typeParameters: string[];
    extends: string | null;
    implements: string[];
    abstract: boolean;
    constructors: PlatformMethod[];
    /** By lower-case name, all overloads. */
    statics: Map<string, PlatformMethod[]>;
    methods: Map<string, PlatformMethod[]>;
    staticProperties: Map<string, PlatformProperty>;
    properties: Map<string, PlatformProperty>;
    enumValues: string[];
}

const classes = new Map<string, PlatformClass>();
const IMPLICIT_NAMESPACES = ['system', 'schema'];

/** Adds a class; a second one of the same name is a mistake of the library and throws. */
export function registerPlatformClass(platformClass: PlatformClass): void {
    const key = platformClass.name.toLowerCase();
    if (classes.has(key)) throw new Error(`Platform class registered twice: ${platformClass.name}`);
    classes.set(key, platformClass);
}

/**
 * The class of that name, without regard to case. 'System.' may be written or left out, 'Schema.' left out.
 * Undefined when the local org has no such class.
 */
export function platformClass(name: string): PlatformClass | undefined {
    const key = name.toLowerCase();
    return classes.get(key) ?? classes.get(withoutSystem(key)) ?? inImplicitNamespace(key);
}

function withoutSystem(key: string): string {
    return key.startsWith('system.') ? key.slice('system.'.length) : key;
}

function inImplicitNamespace(key: string): PlatformClass | undefined {
    if (key.includes('.')) return undefined;
    for (const namespace of IMPLICIT_NAMESPACES) {
        const found = classes.get(`${namespace}.${key}`);
        if (found) return found;
    }
    return undefined;
}

/** Every registered class. */
export function allPlatformClasses(): PlatformClass[] {
    return [...classes.values()];
}
