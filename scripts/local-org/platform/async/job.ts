import type { EventDelivery } from './event-delivery.ts';

/** Kinds of work that runs after the transaction that asked for it. */
export type AsyncJobKind = 'queueable' | 'future' | 'batch' | 'schedulable' | 'event' | 'finalizer';

/** One piece of work in the queue of a transaction. */
export interface AsyncJob {
    /** The AsyncApexJob or CronTrigger id, 18 characters. */
    id: string;
    kind: AsyncJobKind;
    /** The Apex object that is executed; null for a future method and events. */
    target: unknown;
    className: string;
    userId: string;
    /** Milliseconds to wait before it may run. */
    delay: number;
    /** Depth in a chain of queueables: 1 for the first. */
    depth: number;
    maximumDepth: number | null;
    /** Records a batch execution takes at once. */
    scopeSize?: number;
    cronExpression?: string;
    cronName?: string;
    /** May it make callouts? */
    callouts: boolean;
    /** Events that were published at once reach their triggers also when the transaction is undone. */
    immediate?: boolean;
    /** Of a queueable with a duplicate signature. */
    signature?: string;
    /** A future method's call, made by the emitter. */
    run?: () => void;
    /** The same by the name of the emitted method, so that it can be kept in a file. */
    call?: { key: string; values: unknown[] };
    /** Of a schedule that starts its target as a batch instead of executing it. */
    startsBatch?: boolean;
    /** The events of a job of kind 'event'. */
    delivery?: EventDelivery;
}
