import { randomUUID } from 'node:crypto';
import type { ExecutionContext, OrgServices, OrgUser, Quiddity } from '../platform/context.ts';
import { LimitCounters } from '../platform/limits/counters.ts';
import type { TestState } from '../platform/test/test-state.ts';

/** What a new transaction is started with. */
export interface TransactionOptions {
    user: OrgUser;
    quiddity: Quiddity;
    asynchronous?: boolean;
    /** What was called, as 'Class.method'; nothing when no Apex was. */
    entry?: string;
    test?: TestState | null;
    /** RestContext of an Apex REST call. */
    rest?: { request: unknown; response: unknown };
    log?: ExecutionContext['log'];
}

const silent: ExecutionContext['log'] = () => undefined;

/** Where a person is at the other end, code that says nothing about sharing sees that person's rows only. */
const WITH_SHARING: ReadonlySet<Quiddity> = new Set(['AURA', 'ANONYMOUS', 'REST']);

/** The context that Apex runs in for one transaction. */
export function createContext(org: OrgServices, options: TransactionOptions): ExecutionContext {
    return {
        user: options.user,
        org,
        transaction: {
            id: randomUUID(),
            uncommittedWork: false,
            savepoints: [],
            asyncQueue: [],
            limits: new LimitCounters(options.asynchronous ?? false),
            currentJob: null,
            finalizer: null,
            triggerDepth: 0
        },
        test: options.test ?? null,
        sharing: WITH_SHARING.has(options.quiddity) ? 'with' : 'without',
        request: { quiddity: options.quiddity, requestId: randomUUID() },
        rest: options.rest ?? { request: null, response: null },
        log: options.log ?? silent
    };
}
