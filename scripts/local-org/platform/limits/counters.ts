import { ApexException } from '../values/exception.ts';

/** Names as in the Limits class, with the most a transaction may use: synchronous, asynchronous, what is said past it. */
const LIMITS = {
    AggregateQueries: [300, 300, 'Too many aggregate queries'],
    AsyncCalls: [0, 0, 'Too many async calls'],
    Callouts: [100, 100, 'Too many callouts'],
    CpuTime: [10_000, 60_000, 'Apex CPU time limit exceeded'],
    DmlRows: [10_000, 10_000, 'Too many DML rows'],
    DmlStatements: [150, 150, 'Too many DML statements'],
    EmailInvocations: [10, 10, 'Too many Email Invocations'],
    FindSimilarCalls: [10, 10, 'Too many find similar calls'],
    FutureCalls: [50, 0, 'Too many future calls'],
    HeapSize: [6_000_000, 12_000_000, 'Apex heap size too large'],
    MobilePushApexCalls: [10, 10, 'Too many mobile push calls'],
    PublishImmediateDML: [150, 150, 'Too many DML statements'],
    Queries: [100, 200, 'Too many SOQL queries'],
    QueryLocatorRows: [10_000, 10_000, 'Too many query locator rows'],
    QueryRows: [50_000, 50_000, 'Too many query rows'],
    QueueableJobs: [50, 1, 'Too many queueable jobs added to the queue'],
    RunAs: [20, 20, 'Too many runAs invocations'],
    SavepointRollbacks: [150, 150, 'Too many DML statements'],
    Savepoints: [150, 150, 'Too many DML statements'],
    SoslQueries: [20, 20, 'Too many SOSL queries']
} as const;

export type LimitName = keyof typeof LIMITS;
export const LIMIT_NAMES = Object.keys(LIMITS) as LimitName[];

/** The most milliseconds that all callouts of a transaction may take together. */
export const CALLOUT_TIME_LIMIT = 120_000;

/** What one transaction has used of its governor limits. */
export class LimitCounters {
    readonly asynchronous: boolean;
    private readonly used = new Map<LimitName, number>();
    /** Milliseconds spent in callouts so far. */
    calloutTime = 0;
    readonly startedAt = performance.now();
    private readonly startHeap = process.memoryUsage().heapUsed;

    constructor(asynchronous = false) {
        this.asynchronous = asynchronous;
    }

    get(name: LimitName): number {
        if (name === 'HeapSize') return Math.max(this.used.get(name) ?? 0, this.estimatedHeap());
        if (name === 'CpuTime') return Math.round(performance.now() - this.startedAt - this.calloutTime);
        return this.used.get(name) ?? 0;
    }

    /** What this process holds more than when the transaction began; a thousand bytes at least. */
    private estimatedHeap(): number {
        return Math.max(1000, Math.min(process.memoryUsage().heapUsed - this.startHeap, this.ceiling('HeapSize') - 1));
    }

    ceiling(name: LimitName): number {
        return LIMITS[name][this.asynchronous ? 1 : 0];
    }

    /** Counts; throws the uncatchable LimitException when the transaction used more than it may. */
    consume(name: LimitName, amount = 1): void {
        const total = this.get(name) + amount;
        this.used.set(name, total);
        if (total > this.ceiling(name)) throw new ApexException('LimitException', `${LIMITS[name][2]}: ${total}`);
    }

    /** Sets a figure that is measured, not counted (heap). */
    record(name: LimitName, value: number): void {
        this.used.set(name, value);
    }

    /** All that was used, for reports: name → [used, most]. */
    report(): Record<string, [number, number]> {
        return Object.fromEntries(LIMIT_NAMES.map((name) => [name, [this.get(name), this.ceiling(name)]]));
    }
}
