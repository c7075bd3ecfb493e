import { context } from '../context.ts';
import type { Quiddity } from '../context.ts';
import { invokeMethod } from '../invoke.ts';
import { ApexException } from '../values/exception.ts';
import type { EventDelivery } from './event-delivery.ts';
import { automatedProcess, type EventSubscriber, subscribersOf } from './event-subscribers.ts';
import { PublishResultValue } from './publish-results.ts';
import { beginTriggerContext } from './trigger-context.ts';

/** A trigger that asks for a retry is run again so often; then it gets no more events. */
const MOST_RETRIES = 9;

/** Runs work in a transaction of its own, as that user. */
type Transact = <T>(quiddity: Quiddity, work: () => T, userId: string) => T;

/** How a delivery ended: what is to be tried again, and what triggers threw that no retry mends. */
export interface DeliveryOutcome {
    again: EventDelivery[];
    failures: unknown[];
}

/** Tells the publish callback, then runs each trigger for itself, from checkpoint to checkpoint. */
export function deliverEvents(delivery: EventDelivery, transact: Transact): DeliveryOutcome {
    const outcome: DeliveryOutcome = { again: [], failures: [] };
    tellCallback(delivery, transact);
    if (delivery.failed) return outcome;
    for (const subscriber of subscribersOf(delivery.objectName, delivery.trigger ?? null)) {
        const own = { ...delivery, callback: null, trigger: subscriber.trigger };
        deliverTo(subscriber, own, transact, outcome);
    }
    return outcome;
}

/** Source of the user: Platform Events Developer Guide, Apex publish callbacks. */
function tellCallback({ callback, events, failed }: EventDelivery, transact: Transact): void {
    const [type, method, result] = failed
        ? ['EventBus.EventPublishFailureCallback', 'onFailure', 'EventBus.FailureResult']
        : ['EventBus.EventPublishSuccessCallback', 'onSuccess', 'EventBus.SuccessResult'];
    const { types } = context().org;
    if (callback === null || !types.isAssignable(types.typeOf(callback), type)) return;
    const uuids = events.map((event) => event.fields.get('EventUuid') as string);
    transact(
        'PLATFORM_EVENT_PUBLISH_CALLBACK',
        () => invokeMethod(callback, method, [new PublishResultValue(result, uuids)]),
        automatedProcess()
    );
}

/** A batch that fails is lost, unless the trigger asks for a retry: then it and what follows wait. */
function deliverTo(
    subscriber: EventSubscriber,
    delivery: EventDelivery,
    transact: Transact,
    outcome: DeliveryOutcome
): void {
    let rest = delivery;
    while (rest.events.length > 0) {
        const batch = { ...rest, events: rest.events.slice(0, subscriber.batchSize) };
        const { resumeAt, error } = runTrigger(subscriber, batch, transact);
        const isUndone = error !== null && resumeAt === 0;
        if (isUndone && isRetryable(error, rest)) return void outcome.again.push(retryOf(rest, error));
        if (isUndone) outcome.failures.push(error);
        const done = isUndone ? batch.events.length : resumeAt;
        rest = { ...rest, events: rest.events.slice(done), retries: 0, lastError: null };
    }
}

/** The position of the first event that was not worked on: 0 when an error undid everything. */
function runTrigger(
    { trigger, userId }: EventSubscriber,
    delivery: EventDelivery,
    transact: Transact
): { resumeAt: number; error: unknown } {
    const { objectName, events, retries, lastError } = delivery;
    let checkpoint: string | null = null;
    const work = (): void => {
        const triggerContext = beginTriggerContext(events, retries, lastError);
        try {
            context().org.data.triggers?.run(objectName, 'after', 'insert', events, null, trigger);
        } finally {
            checkpoint = triggerContext.checkpoint;
        }
    };
    try {
        // The reference names no quiddity for the triggers of events.
        transact('UNDEFINED', work, userId);
        return { resumeAt: checkpoint === null ? events.length : after(delivery, checkpoint), error: null };
    } catch (error) {
        return { resumeAt: checkpoint === null ? 0 : after(delivery, checkpoint), error };
    }
}

function after({ events }: EventDelivery, replayId: string): number {
    return events.findIndex((event) => event.fields.get('ReplayId') === replayId) + 1;
}

/** What a trigger threw, without what the platform put around it. */
function causeOf(error: unknown): unknown {
    return error instanceof ApexException && error.cause ? error.cause : error;
}

/** Only a RetryableException is tried again. */
function isRetryable(error: unknown, { retries }: EventDelivery): boolean {
    const cause = causeOf(error);
    const asks = cause instanceof ApexException && cause.typeName === 'EventBus.RetryableException';
    return asks && retries < MOST_RETRIES;
}

function retryOf(delivery: EventDelivery, error: unknown): EventDelivery {
    const lastError = (causeOf(error) as ApexException).getApexMessage();
    return { ...delivery, retries: delivery.retries + 1, lastError };
}
