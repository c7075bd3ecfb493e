/** Help for tests of the platform: an open context with a small org, and calls by name as the emitter makes them. */
import '../library.ts';
import { runInContext } from '../context.ts';
import type { ExecutionContext, OrgServices, OrgUser, TypeRegistry } from '../context.ts';
import { LimitCounters } from '../limits/counters.ts';
import { platformClass } from '../registry.ts';
import { TestState } from '../test/test-state.ts';
import { ApexEnumValue } from '../values/object.ts';

/** Calls a static method by class, name and parameters: the first overload with as many. */
export function callStatic(className: string, name: string, ...parameters: unknown[]): unknown {
    return overload(className, name, parameters, 'statics').implementation(...parameters);
}

/** Calls a method of an instance. */
export function call(className: string, self: unknown, name: string, ...parameters: unknown[]): unknown {
    return overload(className, name, parameters, 'methods').implementation(self, ...parameters);
}

/** Calls the overload with exactly these parameter types. */
export function callTyped(className: string, name: string, types: string[], ...parameters: unknown[]): unknown {
    const found = platformClass(className)
        ?.statics.get(name.toLowerCase())
        ?.find((method) => sameTypes(method.parameters, types));
    if (!found) throw new Error(`No ${className}.${name}(${types.join()})`);
    return found.implementation(...parameters);
}

/** Makes an instance: the constructor with as many parameters. */
export function construct(className: string, ...parameters: unknown[]): unknown {
    const found = platformClass(className)?.constructors.find(
        (method) => method.parameters.length === parameters.length
    );
    if (!found) throw new Error(`No constructor of ${className} with ${parameters.length} parameters`);
    return found.implementation(...parameters);
}

function sameTypes(parameters: { type: string }[], types: string[]): boolean {
    return parameters.map(({ type }) => type).join() === types.join();
}

function overload(className: string, name: string, parameters: unknown[], kind: 'statics' | 'methods') {
    const methods = platformClass(className)?.[kind].get(name.toLowerCase()) ?? [];
    const found = methods.find((method) => method.parameters.length === parameters.length);
    if (!found) throw new Error(`No ${className}.${name} with ${parameters.length} parameters`);
    return found;
}

export const USER: OrgUser = {
    id: '005000000000001AAA',
    username: 'agent@tandem.example',
    name: 'Ada Agent',
    firstName: 'Ada',
    lastName: 'Agent',
    email: 'agent@tandem.example',
    profileId: '00e000000000001AAA',
    profileName: 'Standard User',
    roleId: null,
    timeZone: 'Europe/Vienna',
    locale: 'en_US',
    language: 'en_US'
};

/** A context whose org has only what `parts` gives it. */
export function makeContext(parts: Partial<OrgServices> = {}, inTest = false): ExecutionContext {
    const context: ExecutionContext = {
        user: USER,
        org: makeOrg(parts),
        transaction: {
            id: 'transaction-1',
            uncommittedWork: false,
            savepoints: [],
            asyncQueue: [],
            limits: new LimitCounters(),
            currentJob: null,
            finalizer: null,
            triggerDepth: 0
        },
        test: inTest ? new TestState() : null,
        sharing: 'with',
        request: { quiddity: 'ANONYMOUS', requestId: 'request-1' },
        rest: { request: null, response: null },
        log: () => undefined
    };
    return context;
}

function makeOrg(parts: Partial<OrgServices>): OrgServices {
    const org = {
        id: '00D000000000001AAA',
        name: 'Tandem',
        now: () => Date.UTC(2024, 4, 1, 10, 20, 30, 123),
        storage: new Map(),
        schema: { object: () => undefined, objects: () => [], objectByKeyPrefix: () => undefined },
        types: makeTypes(),
        data: { query: () => [], putSystemRow: () => undefined, eraseSystemRow: () => undefined },
        inTransaction: (options: { quiddity: ExecutionContext['request']['quiddity'] }, run: () => unknown) => {
            const nested = makeContext(parts);
            nested.request.quiddity = options.quiddity;
            return runInContext(nested, run);
        },
        ...parts
    };
    return org as unknown as OrgServices;
}

function makeTypes(): TypeRegistry {
    return {
        typeOf: (value: unknown) => (value as { apexTypeName?: string }).apexTypeName ?? typeof value,
        isEnum: (name: string) => name === 'Colour',
        isInterface: () => false,
        enumValue: (type: string, name: string) =>
            ['RED', 'BLUE'].includes(name) ? new ApexEnumValue(type, name, 0) : null,
        members: () => null,
        resolve: (name: string) => name,
        isAssignable: (from: string, to: string) => from === to
    } as unknown as TypeRegistry;
}

/** Runs in an open context. */
export function inContext<T>(
    run: (context: ExecutionContext) => T,
    parts: Partial<OrgServices> = {},
    inTest = false
): T {
    const context = makeContext(parts, inTest);
    return runInContext(context, () => run(context));
}

/** The Apex exception that `run` throws, as 'TypeName: message'. */
export function thrown(run: () => unknown): string {
    try {
        run();
    } catch (error) {
        const { typeName, apexMessage } = error as { typeName?: string; apexMessage?: string };
        if (typeName === undefined) throw error;
        return `${typeName}: ${apexMessage}`;
    }
    throw new Error('Nothing was thrown');
}
