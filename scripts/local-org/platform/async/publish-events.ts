import { randomUUID } from 'node:crypto';
import { context } from '../context.ts';
import { DatabaseResultValue } from '../database/results.ts';
import { once } from '../journal.ts';
import { nullArgument } from '../support/refuse-nulls.ts';
import { ApexList } from '../values/collections.ts';
import { ApexDatetime } from '../values/datetime.ts';
import { ApexException } from '../values/exception.ts';
import type { SObjectValue } from '../values/sobject.ts';
import type { DmlError } from '../../data/types.ts';
import { enqueue, newJobId } from './enqueue.ts';
import type { EventDelivery } from './event-delivery.ts';
import type { AsyncJob } from './job.ts';

const RESULT = 'Database.SaveResult';
/** Where the replay id of the last event is kept. */
const LAST_REPLAY_ID = 'last replay id';
/** How long a trigger's retry waits, in milliseconds, for each retry before. */
const RETRY_DELAY = 5000;

/** EventBus.publish: each publish is one batch for the triggers. Events with mistakes are not published. */
export function publish(events: (SObjectValue | null)[], callback: unknown = null): ApexList {
    const given = events.map(checkEvent);
    const errors = new Map(given.map((event) => [event, errorsOf(event)]));
    const good = given.filter((event) => !errors.get(event)!.length);
    for (const event of good) identify(event);
    for (const objectName of new Set(given.map((event) => event.objectName)))
        publishTo(
            objectName,
            good.filter((event) => event.objectName === objectName),
            callback
        );
    const results = given.map((event) => new DatabaseResultValue(RESULT, saveResult(errors.get(event)!)));
    return new ApexList(RESULT, results);
}

/** Events published at once count apart; the others count as DML and are lost when the transaction is undone. */
function publishTo(objectName: string, events: SObjectValue[], callback: unknown): void {
    const { transaction, test } = context();
    const immediate = isImmediate(objectName);
    transaction.limits.consume(immediate ? 'PublishImmediateDML' : 'DmlStatements');
    if (events.length === 0) return;
    const wasUncommitted = transaction.uncommittedWork;
    const delivery = newDelivery(objectName, events.map(deliveredEvent), callback);
    const send = (): void => void enqueue({ ...eventJob(delivery), immediate }, null);
    if (immediate) once(`the publishing of ${objectName}`, send);
    else send();
    transaction.uncommittedWork = wasUncommitted;
    test?.publishedEvents.push(...events);
}

/** The job that takes events to their triggers; a retry waits longer each time. */
export function eventJob(delivery: EventDelivery): AsyncJob {
    return {
        id: newJobId('707'),
        kind: 'event',
        target: null,
        className: delivery.objectName,
        userId: context().user.id,
        delay: context().test ? 0 : delivery.retries * RETRY_DELAY,
        depth: 1,
        maximumDepth: null,
        callouts: false,
        delivery
    };
}

/** An event says itself whether it waits for the commit; one that says nothing does not. */
function isImmediate(objectName: string): boolean {
    const metadata = context().org.metadata.objects.find(({ name }) => name === objectName);
    return metadata?.publishBehavior !== 'PublishAfterCommit';
}

/** Events on their first way to every trigger. */
export function newDelivery(objectName: string, events: SObjectValue[], callback: unknown = null): EventDelivery {
    return { objectName, events, trigger: null, callback, retries: 0, lastError: null, failed: false };
}

/** The event as its triggers see it. */
export function deliveredEvent(event: SObjectValue): SObjectValue {
    const { org, user } = context();
    identify(event);
    const replayId = once('a replay id', nextReplayId);
    const delivered = event.clone({ preserveId: true, deep: true });
    delivered.fields.set('ReplayId', String(replayId));
    delivered.fields.set('CreatedDate', new ApexDatetime(org.now()));
    delivered.fields.set('CreatedById', user.id);
    return delivered;
}

function identify(event: SObjectValue): void {
    if (!event.fields.has('EventUuid')) event.fields.set('EventUuid', once('an EventUuid', randomUUID));
}

function nextReplayId(): number {
    const { storage } = context().org;
    const replayId = Number(storage.get(LAST_REPLAY_ID) ?? 0) + 1;
    storage.set(LAST_REPLAY_ID, replayId);
    return replayId;
}

function saveResult(errors: DmlError[]): DatabaseResultValue['result'] {
    return errors.length ? { success: false, id: null, errors } : { success: true, id: newJobId('e00'), errors: [] };
}

function checkEvent(event: SObjectValue | null): SObjectValue {
    if (event === null) throw nullArgument();
    if (context().org.schema.object(event.objectName)?.kind === 'platformEvent') return event;
    throw new ApexException('EventObjectException', `${event.objectName} is not a platform event`);
}

/** Required fields that are empty and texts that are too long. */
function errorsOf(event: SObjectValue): DmlError[] {
    const fields = [...context().org.schema.object(event.objectName)!.fields.values()];
    const empty = fields.filter(({ name, required }) => required && isEmpty(event.fields.get(name)));
    const missing = empty.map(({ name }) => name);
    if (missing.length) {
        const message = `Required fields are missing: [${missing.join(', ')}]`;
        return [{ statusCode: 'REQUIRED_FIELD_MISSING', message, fields: missing }];
    }
    const long = fields.filter(
        ({ name, length }) => length > 0 && String(event.fields.get(name) ?? '').length > length
    );
    return long.map(({ name, label, length }) => ({
        statusCode: 'STRING_TOO_LONG',
        message: `${label}: data value too large: (max length=${length})`,
        fields: [name]
    }));
}

function isEmpty(value: unknown): boolean {
    return value === null || value === undefined || value === '';
}
