import { HeapEstimate } from './heap.ts';
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
    FutureCalls: [50, 50, 'Too many future calls'],
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

/** From so many rows on it is worth looking at the memory they take. */
const MANY_ROWS = 1000;

/** What one transaction has used of its governor limits. */
export class LimitCounters {
    readonly asynchronous: boolean;
    private readonly used = new Map<LimitName, number>();
    /** Milliseconds that callouts took so far, also those that this run only got the answers of. */
    calloutTime = 0;
    /** Milliseconds in which this run stood still for a callout: no work of its own. */
    stillTime = 0;
    /** Milliseconds of work that the platform would have needed and this machine did not: see the rounds of loops. */
    chargedTime = 0;
    readonly startedAt = performance.now();
    private readonly heap = new HeapEstimate();

    constructor(asynchronous = false) {
        this.asynchronous = asynchronous;
    }

    get(name: LimitName): number {
        if (name === 'HeapSize') return Math.max(this.used.get(name) ?? 0, this.estimatedHeap());
        if (name === 'CpuTime')
            return Math.round(performance.now() - this.startedAt - this.stillTime + this.chargedTime);
        return this.used.get(name) ?? 0;
    }

    /** What the transaction holds, garbage included, as far as that is under the limit. */
    private estimatedHeap(): number {
        return Math.min(this.heap.bytes, this.ceiling('HeapSize') - 1);
    }

    /** Throws LimitException when the transaction holds more than it may. */
    checkHeap(): void {
        const bytes = this.heap.excess(this.ceiling('HeapSize'));
        if (bytes !== null) throw new ApexException('LimitException', `Apex heap size too large: ${bytes}`);
    }

    ceiling(name: LimitName): number {
        return LIMITS[name][this.asynchronous ? 1 : 0];
    }

    /** Counts; throws the uncatchable LimitException when the transaction used more than it may. */
    consume(name: LimitName, amount = 1): void {
        const total = this.get(name) + amount;
        this.used.set(name, total);
        if (total > this.ceiling(name)) throw new ApexException('LimitException', `${LIMITS[name][2]}: ${total}`);
        if (amount >= MANY_ROWS) this.checkHeap();
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
