import type { DataEngine } from '../data/types.ts';
import type { SchemaRegistry } from '../data/schema/types.ts';
import type { MetadataStore } from '../metadata/types.ts';
import type { AsyncJob } from './async/job.ts';
import type { CredentialStore } from './http/credentials.ts';
import type { HttpGateway } from './http/gateway.ts';
import type { Journal } from './journal.ts';
import type { LimitCounters } from './limits/counters.ts';
import type { TestState } from './test/test-state.ts';
import type { ApexTypeToken } from './values/tokens.ts';

/** The user that Apex runs as. */
export interface OrgUser {
    id: string;
    username: string;
    name: string;
    firstName: string;
    lastName: string;
    email: string;
    profileId: string;
    profileName: string;
    roleId: string | null;
    /** As User.UserType says; 'Standard' when absent. */
    userType?: string;
    /** IANA name, as 'Europe/Vienna'. */
    timeZone: string;
    /** As 'en_US'. */
    locale: string;
    language: string;
}

/** A field or property of an Apex class that has a value in each instance. */
export interface ApexMember {
    name: string;
    /** Canonical type name. */
    type: string;
    transient: boolean;
    isGlobal: boolean;
    read(object: unknown): unknown;
    write(object: unknown, value: unknown): void;
}

/** A method with @InvocableMethod. */
export interface InvocableMethod {
    /** Canonical type of one input, null when it takes none. */
    inputType: string | null;
    /** Canonical type of one output, null when it returns nothing. */
    outputType: string | null;
    /** Calls it with the list of all inputs. */
    call(inputs: unknown): unknown;
}

/** What the Apex runtime knows of the project's own types. */
export interface TypeRegistry {
    /** Canonical name of any type a String names (own, platform, SObject, generic); null when there is none. */
    resolve(name: string): string | null;
    /** An instance by the public constructor without parameters; throws TypeException when there is none. */
    newInstance(typeName: string): unknown;
    isAssignable(fromType: string, toType: string): boolean;
    /** Canonical type of a value at run time. */
    typeOf(value: unknown): string;
    /** Instance members of an Apex class, inherited ones first; null when the type is no Apex class of the project. */
    members(typeName: string): ApexMember[] | null;
    /** An instance whose constructor was not run, as JSON.deserialize makes it. */
    allocate(typeName: string): unknown;
    /** Values of an enum of the project by name; null when the type is none. */
    enumValue(typeName: string, valueName: string): unknown;
    isEnum(typeName: string): boolean;
    isInterface(typeName: string): boolean;
    /** Is this a global class of the project? */
    isGlobal(typeName: string): boolean;
    /** The method with @InvocableMethod of a class; undefined when there is none. */
    invocableMethod(className: string): InvocableMethod | undefined;
    /** A stub of a class whose methods all go to the provider's handleMethodCall. */
    createStub(type: ApexTypeToken, provider: unknown): unknown;
}

/** What a transaction of its own is started with. */
export interface InnerTransaction {
    userId: string;
    quiddity: Quiddity;
    asynchronous: boolean;
    /** What is called, as 'Class.method', for reports. */
    entry?: string;
}

/** Everything of the org that platform classes reach. */
export interface OrgServices {
    id: string;
    name: string;
    schema: SchemaRegistry;
    data: DataEngine;
    metadata: MetadataStore;
    http: HttpGateway;
    /** Secrets of external credentials. */
    credentials: CredentialStore;
    types: TypeRegistry;
    /** The user with that id; undefined when there is none. */
    user(id: string): OrgUser | undefined;
    /** Milliseconds since 1970. */
    now(): number;
    /** Runs a function in a fresh transaction of its own, as that user: commits at its end, rolls back when it throws. */
    inTransaction<T>(options: InnerTransaction, run: () => T): T;
    /** Put aside by the platform classes, kept as long as the org runs (platform cache partitions, scheduled jobs). */
    readonly storage: Map<string, unknown>;
}

export type Quiddity =
    | 'ANONYMOUS'
    | 'AURA'
    | 'BATCH_APEX'
    | 'FUTURE'
    | 'INBOUND_EMAIL_SERVICE'
    | 'INVOCABLE_ACTION'
    | 'PLATFORM_EVENT_PUBLISH_CALLBACK'
    | 'QUEUEABLE'
    | 'REST'
    | 'RUNTEST_ASYNC'
    | 'RUNTEST_DEPLOY'
    | 'RUNTEST_SYNC'
    | 'SCHEDULED'
    | 'SYNCHRONOUS'
    | 'TRANSACTION_FINALIZER_QUEUEABLE'
    | 'UNDEFINED';

/** A savepoint that Database.setSavepoint gave out and that is still valid. */
export interface OpenSavepoint {
    id: string;
    name: string;
}

/** What belongs to one transaction. */
export interface TransactionState {
    id: string;
    /** DML was done or a job enqueued: a callout would throw now. */
    uncommittedWork: boolean;
    savepoints: OpenSavepoint[];
    /** Jobs to run after the commit. */
    asyncQueue: AsyncJob[];
    limits: LimitCounters;
    /** The async job that runs now, null in a synchronous transaction. */
    currentJob: AsyncJob | null;
    /** An Apex object attached with System.attachFinalizer. */
    finalizer: unknown;
    /** What the first run met, in a transaction that runs again after a callout; absent where none can. */
    journal?: Journal | null;
    /** In a trigger: what Trigger.* says is kept by the Apex runtime. */
    triggerDepth: number;
}

/** What Apex code runs in. */
export interface ExecutionContext {
    user: OrgUser;
    org: OrgServices;
    transaction: TransactionState;
    test: TestState | null;
    /** Maintained by emitted code. */
    sharing: 'with' | 'without';
    request: { quiddity: Quiddity; requestId: string };
    /** RestContext.request and response of an Apex REST call. */
    rest: { request: unknown; response: unknown };
    log: (level: string, message: string, location: string) => void;
}

let current: ExecutionContext | null = null;

/** The context that runs now. Throws when Apex is run outside of one: a mistake of the caller. */
export function context(): ExecutionContext {
    if (!current) throw new Error('No Apex execution context is open');
    return current;
}

/** Is a context open? */
export function hasContext(): boolean {
    return current !== null;
}

/** Runs `run` with `next` as the current context and puts the previous one back, whatever happens. */
export function runInContext<T>(next: ExecutionContext, run: () => T): T {
    const previous = current;
    current = next;
    try {
        return run();
    } finally {
        current = previous;
    }
}
