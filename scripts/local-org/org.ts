import path from 'node:path';
import { Compiler } from './apex/compiler.ts';
import { ApexProgram } from './apex/runtime/program.ts';
import { type CompileError, CompileFailure } from './apex/syntax/compile-error.ts';
import { AuraError, toAuraError } from './aura/aura-error.ts';
import { type AuraResult, callAuraMethod, type ContinuationCall, continueAuraMethod } from './aura/calls.ts';
import type { SchemaRegistry } from './data/schema/types.ts';
import type { DataEngine } from './data/types.ts';
import type { MetadataStore, ReloadResult } from './metadata/types.ts';
import { type AnonymousResult, anonymousResult } from './org/anonymous.ts';
import { createContext } from './org/context-factory.ts';
import type { ApexRestAnswer, ApexRestCall } from './org/apex-rest/call.ts';
import { callApexRest } from './org/apex-rest/index.ts';
import { JobStore } from './org/job-store.ts';
import { JobQueue } from './org/jobs.ts';
import { runJob } from './org/run-job.ts';
import type { OpenOptions, RunOptions } from './org/options.ts';
import { openParts, type OrgParts } from './org/parts.ts';
import { Schedules } from './org/schedules.ts';
import { createServices } from './org/services.ts';
import { compileProject, type CompileModes } from './org/sources.ts';
import { Transactions } from './org/transactions.ts';
import { Users } from './org/users.ts';
import { WaitingCallouts } from './org/waiting-callouts.ts';
import {
    type ExecutionContext,
    type OrgServices,
    type OrgUser,
    runInContext,
    type TypeRegistry
} from './platform/context.ts';
import type { HttpResponseValue } from './platform/http/response.ts';
import type { NodeHttpGateway } from './platform/http/node-gateway.ts';
import { TestRunner, type TestResult } from './testing/runner.ts';

export { CompileFailure } from './apex/syntax/compile-error.ts';
export { AuraError } from './aura/aura-error.ts';
export type { OpenOptions, RunOptions } from './org/options.ts';

const SYNTAX_CACHE = path.resolve(import.meta.dirname, '../../.local-org/cache/apex-syntax.bin');

/** Kinds of files that the schema and the permissions do not depend on. */
const NO_SCHEMA: ReadonlySet<ReloadResult['kind']> = new Set(['apex', 'trigger', 'lwc', 'page', 'other']);

/** What changed files came to. */
export interface ReloadReport {
    /** Errors of the new sources; the old code stays while there are any. */
    errors: CompileError[];
    apexReloaded: boolean;
}

/** An org on this machine: a project's metadata, data and Apex, ready to run. */
export class LocalOrg {
    readonly services: OrgServices;
    readonly transactions: Transactions;
    readonly projectDir: string;
    private readonly parts: OrgParts;
    private readonly users_: Users;
    private readonly jobs: JobQueue;
    private readonly callouts: WaitingCallouts;
    private readonly compiler: Compiler;
    private readonly modes: CompileModes;
    private current: ApexProgram;
    /** Metadata files that could not be used; only a tolerant org opens with any. */
    metadataProblems: readonly string[] = [];

    private constructor(options: OpenOptions, parts: OrgParts, compiler: Compiler, program: ApexProgram) {
        this.projectDir = path.resolve(options.projectDir);
        this.modes = { coverage: options.coverage ?? false };
        this.parts = parts;
        this.compiler = compiler;
        this.current = program;
        this.users_ = new Users(parts.data, parts.data.config.personas);
        this.callouts = new WaitingCallouts(parts.http);
        this.transactions = new Transactions(
            parts.data,
            this.callouts,
            () => this.current,
            (jobs) => this.jobs.add(jobs)
        );
        const clock = options.clock ?? Date.now;
        const types = (): TypeRegistry => this.current.types;
        this.services = createServices(parts, this.users_, this.transactions, this.callouts, types, clock);
        this.jobs = new JobQueue(
            new JobStore(options.dataFile),
            new Schedules(
                (id) => this.users_.byId(id),
                (run) => this.inOrg(run)
            ),
            clock
        );
        this.callouts.onWait = () => void this.runJobs().catch(console.error);
        if (!options.quiet)
            this.jobs.onFailure = (job, error) =>
                console.error(`${job.kind} ${job.className} failed: ${String(error)}`);
        this.jobs.restore(program.types, (name, key) => program.futureMethod(name, key));
        parts.data.triggers = program.triggers;
    }

    /**
     * Reads the metadata, opens the data and compiles all Apex of a project.
     * @throws CompileFailure with every error that was found
     */
    static open(options: OpenOptions): LocalOrg {
        const problems: string[] = [];
        const onUnusable = (error: Error): void => void problems.push(error.message);
        const parts = openParts(
            options.projectDir,
            options.dataFile,
            options.tolerant ? onUnusable : undefined,
            options.clock
        );
        const compiler = new Compiler(options.cacheSyntax === false ? null : SYNTAX_CACHE);
        const program = new ApexProgram(compileProject(compiler, parts, options));
        const org = new LocalOrg(options, parts, compiler, program);
        org.metadataProblems = problems;
        return org;
    }

    get schema(): SchemaRegistry {
        return this.parts.schema();
    }

    get metadata(): MetadataStore {
        return this.parts.metadata;
    }

    get data(): DataEngine {
        return this.parts.data;
    }

    get http(): NodeHttpGateway {
        return this.parts.http;
    }

    /** The compiled Apex of the project. */
    get program(): ApexProgram {
        return this.current;
    }

    /** By id, username or persona name. Throws when there is no such user. */
    user(nameOrId: string): OrgUser {
        return this.users_.named(nameOrId);
    }

    users(): OrgUser[] {
        return this.users_.all();
    }

    /** Runs `fn` as one transaction of the user: commits, or rolls back when it throws. Its jobs wait for `drainAsync`. */
    run<T>(user: string | OrgUser, fn: () => T, options: RunOptions = {}): T {
        const runner = typeof user === 'string' ? this.user(user) : user;
        return this.transactions.run(this.services, { quiddity: 'SYNCHRONOUS', ...options, user: runner }, fn);
    }

    /** The same without holding up others while its callouts wait for an answer: `fn` may run more than once. */
    runAsync<T>(user: string | OrgUser, fn: () => T, options: RunOptions = {}): Promise<T> {
        return this.callouts.run(() => this.run(user, fn, options));
    }

    /**
     * Calls an @AuraEnabled method ('Class.method') as a component does.
     * @throws AuraError
     */
    callAura(user: string, method: string, parameters: Record<string, unknown>): AuraResult {
        return this.aura(user, method, () => callAuraMethod(this.current, method, parameters));
    }

    /**
     * The same without holding up others while callouts of the method wait for an answer.
     * @throws AuraError
     */
    callAuraAsync(user: string, method: string, parameters: Record<string, unknown>): Promise<AuraResult> {
        return this.callouts.run(() => this.callAura(user, method, parameters));
    }

    /**
     * Goes on with a method that waited for responses, which are in the order of the requests.
     * @throws AuraError
     */
    completeContinuation(user: string, call: ContinuationCall, responses: HttpResponseValue[]): unknown {
        const result = this.aura(user, `${call.className}.${call.callback}`, () =>
            continueAuraMethod(this.current, call, responses)
        );
        if ('value' in result) return result.value;
        throw new AuraError('A continuation cannot be followed by another one', 'System.HandledException', '');
    }

    private aura(user: string, method: string, call: () => AuraResult): AuraResult {
        try {
            const runner = this.user(user);
            this.checkClassAccess(runner, method);
            return this.run(runner, call, { quiddity: 'AURA', entry: method });
        } catch (error) {
            throw toAuraError(error);
        }
    }

    private checkClassAccess(user: OrgUser, method: string): void {
        const className = method.slice(0, method.lastIndexOf('.'));
        if (this.data.permissions.apexClass(user.id, className)) return;
        throw new AuraError(
            `You do not have access to the Apex class named '${className}'.`,
            'System.NoAccessException',
            ''
        );
    }

    /** Compiles and runs a block of Apex as a user. */
    executeAnonymous(user: string, source: string, onLog?: (line: string) => void): AnonymousResult {
        const log: string[] = [];
        const write: ExecutionContext['log'] = (level, message) => {
            log.push(`${level}|${message}`);
            onLog?.(message);
        };
        const version = Number(this.metadata.sourceApiVersion);
        return anonymousResult(() => {
            const run = this.current.anonymous(source, version);
            this.run(user, run, { quiddity: 'ANONYMOUS', entry: 'anonymous Apex', log: write });
        }, log);
    }

    /**
     * Calls a class with `@RestResource`.
     * @throws ApexRestError
     */
    callRest(user: string, call: ApexRestCall): Promise<ApexRestAnswer> {
        return callApexRest(this, user, call);
    }

    /** The same without holding up others while callouts of the block wait for an answer. */
    executeAnonymousAsync(user: string, source: string): Promise<AnonymousResult> {
        return this.callouts.run(() => this.executeAnonymous(user, source));
    }

    /** Runs the asynchronous jobs that are due, and what they enqueue. */
    drainAsync(): void {
        if (this.jobs.isDue) this.jobs.drain((run) => this.inOrg(run));
    }

    /** The same without holding up others while jobs wait for answers. What is due later runs when its time comes. */
    runJobs(): Promise<void> {
        return this.jobs.work((job) => runJob(job, this.callouts, (step) => this.inOrg(step)));
    }

    /** Opens a context for what is no transaction of its own. */
    private inOrg<T>(run: () => T): T {
        const [user] = this.users_.all();
        return runInContext(createContext(this.services, { user, quiddity: 'UNDEFINED' }), run);
    }

    /** Reads changed files again. Code that does not compile is reported and the old code stays. */
    reload(files: string[]): ReloadReport {
        const problems: CompileError[] = [];
        const results = files.flatMap((file) => this.readAgain(file, problems));
        if (problems.length) return { errors: problems, apexReloaded: false };
        if (results.some((result) => !NO_SCHEMA.has(result.kind))) this.parts.refresh();
        const codeKinds = ['apex', 'trigger', 'object', 'label'];
        if (!results.some((result) => codeKinds.includes(result.kind))) return { errors: [], apexReloaded: false };
        try {
            const compiled = compileProject(this.compiler, this.parts, this.modes);
            this.current = new ApexProgram(compiled);
            this.data.triggers = this.current.triggers;
            return { errors: [], apexReloaded: true };
        } catch (error) {
            if (error instanceof CompileFailure) return { errors: error.errors, apexReloaded: false };
            throw error;
        }
    }

    private readAgain(file: string, problems: CompileError[]): ReloadResult[] {
        try {
            return [this.metadata.reload(file)];
        } catch (error) {
            problems.push({ file, line: 1, column: 1, message: (error as Error).message });
            return [];
        }
    }

    /** Runs the Apex tests that the filter lets through: part of a class name, or `Class.method`. */
    apexTests(filter?: string): TestResult[] {
        return new TestRunner(this).run(filter);
    }

    /** Ends the work with the data file. */
    close(): void {
        this.jobs.close();
        this.data.close();
    }
}
