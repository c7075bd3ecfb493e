/** The parts of the LocalOrg that the server stands on, so that its tests can put something smaller in their place. */
import type { ApexProgram } from '../apex/runtime/program.ts';
import type { CompileError } from '../apex/syntax/compile-error.ts';
import type { AuraResult, ContinuationCall } from '../aura/calls.ts';
import type { DataEngine } from '../data/types.ts';
import type { SchemaRegistry } from '../data/schema/types.ts';
import type { MetadataStore } from '../metadata/types.ts';
import type { RunOptions } from '../org.ts';
import type { ApexRestAnswer, ApexRestCall } from '../org/apex-rest/call.ts';
import type { AnonymousResult } from '../org/anonymous.ts';
import type { OrgUser } from '../platform/context.ts';
import type { HttpGateway } from '../platform/http/gateway.ts';
import type { HttpResponseValue } from '../platform/http/response.ts';

/** The org as the server sees it. */
export interface ServerOrg {
    readonly schema: SchemaRegistry;
    readonly metadata: MetadataStore;
    readonly data: DataEngine;
    readonly program: ApexProgram;
    readonly http: Pick<HttpGateway, 'sendAsync'>;
    /** By id, username or persona name. */
    user(nameOrId: string): OrgUser;
    /** Runs `fn` as one transaction of the user (id, username, persona name): commits, or rolls back when it throws. */
    run<T>(user: string | OrgUser, fn: () => T): T;
    /** The same; others run while a callout waits, after which `fn` runs again from its beginning. */
    runAsync<T>(user: string | OrgUser, fn: () => T, options?: RunOptions): Promise<T>;
    callAuraAsync(user: string, method: string, params: Record<string, unknown>): Promise<AuraResult>;
    completeContinuation(user: string, call: ContinuationCall, responses: HttpResponseValue[]): unknown;
    /** Calls a class with `@RestResource`. */
    callRest(user: string, call: ApexRestCall): Promise<ApexRestAnswer>;
    executeAnonymousAsync(user: string, source: string): Promise<AnonymousResult>;
    /** Runs the asynchronous jobs that are due, and what they enqueue. */
    drainAsync(): void;
    /** Starts the jobs that are due and lets others run while they wait for answers; later ones run in their time. */
    runJobs(): Promise<void>;
    /** Reads changed files again; code that does not compile is reported and the old code stays. */
    reload(files: string[]): { errors: CompileError[] };
}
