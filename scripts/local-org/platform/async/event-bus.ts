import { randomUUID } from 'node:crypto';
import { context } from '../context.ts';
import { DatabaseResultValue } from '../database/results.ts';
import { definePlatformClass, definePlatformInterface } from '../define.ts';
import { invokeMethod } from '../invoke.ts';
import { ApexList } from '../values/collections.ts';
import { ApexException } from '../values/exception.ts';
import { PlatformObject } from '../values/object.ts';
import type { SObjectValue } from '../values/sobject.ts';
import type { DmlError } from '../../data/types.ts';
import { enqueue, newJobId } from './enqueue.ts';

definePlatformClass({
    name: 'EventBus',
    statics: {
        'Database.SaveResult publish(SObject event)': (event: SObjectValue) => publish([event]).items[0],
        'Database.SaveResult publish(SObject event, Object callback)': (event: SObjectValue, callback: unknown) =>
            publish([event], callback).items[0],
        'List<Database.SaveResult> publish(List<SObject> events)': (events: ApexList<SObjectValue>) =>
            publish(events.items),
        'List<Database.SaveResult> publish(List<SObject> events, Object callback)': (
            events: ApexList<SObjectValue>,
            callback: unknown
        ) => publish(events.items, callback),
        'String getOperationId(Object result)': (result: DatabaseResultValue) => result.result.id
    }
});

definePlatformInterface('EventBus.EventPublishSuccessCallback', ['void onSuccess(EventBus.SuccessResult result)']);
definePlatformInterface('EventBus.EventPublishFailureCallback', ['void onFailure(EventBus.FailureResult result)']);

/** What a publish callback is given: the UUIDs of the events. */
class PublishResultValue extends PlatformObject {
    readonly apexTypeName: string;
    readonly uuids: string[];

    constructor(apexTypeName: string, uuids: string[]) {
        super();
        this.apexTypeName = apexTypeName;
        this.uuids = uuids;
    }
}

for (const name of ['EventBus.SuccessResult', 'EventBus.FailureResult']) {
    definePlatformClass({
        name,
        methods: {
            'List<String> getEventUuids()': (self: PublishResultValue) => new ApexList('String', [...self.uuids])
        }
    });
}

/** Events reach their triggers after the commit, each publish as one batch. Events with mistakes are not published. */
function publish(events: SObjectValue[], callback: unknown = null): ApexList {
    const type = 'Database.SaveResult';
    if (events.length === 0) return new ApexList(type);
    events.forEach(checkEvent);
    const { transaction, test } = context();
    transaction.limits.consume('PublishImmediateDML');
    const wasUncommitted = transaction.uncommittedWork;
    const errors = new Map(events.map((event) => [event, errorsOf(event)]));
    const good = events.filter((event) => !errors.get(event)!.length);
    for (const event of good) if (!event.fields.has('EventUuid')) event.fields.set('EventUuid', randomUUID());
    for (const objectName of new Set(good.map((event) => event.objectName)))
        enqueueDelivery(
            objectName,
            good.filter((event) => event.objectName === objectName),
            callback
        );
    transaction.uncommittedWork = wasUncommitted;
    test?.publishedEvents.push(...good);
    return new ApexList(
        type,
        events.map((event) => new DatabaseResultValue(type, saveResult(errors.get(event)!)))
    );
}

function saveResult(errors: DmlError[]): DatabaseResultValue['result'] {
    return errors.length ? { success: false, id: null, errors } : { success: true, id: newJobId('e00'), errors: [] };
}

function checkEvent(event: SObjectValue): void {
    if (context().org.schema.object(event.objectName)?.kind === 'platformEvent') return;
    throw new ApexException('EventObjectException', `${event.objectName} is not a platform event`);
}

/** Required fields that are empty and texts that are too long. */
function errorsOf(event: SObjectValue): DmlError[] {
    const fields = [...context().org.schema.object(event.objectName)!.fields.values()];
    const empty = fields.filter(({ name, required }) => required && isEmpty(event.fields.get(name)));
    const missing = empty.map(({ name }) => name);
    if (missing.length)
        return [
            {
                statusCode: 'REQUIRED_FIELD_MISSING',
                message: `Required fields are missing: [${missing.join(', ')}]`,
                fields: missing
            }
        ];
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

/** Deliveries that a test can let fail instead, by the function that runs them. */
const failures = new WeakMap<() => void, () => void>();

function enqueueDelivery(objectName: string, events: SObjectValue[], callback: unknown): void {
    const delivered = events.map((event) => event.clone({ preserveId: true, deep: true }));
    const uuids = delivered.map((event) => event.fields.get('EventUuid') as string);
    const run = (): void => {
        context().org.data.triggers?.run(objectName, 'after', 'insert', delivered, null);
        call(callback, 'EventBus.EventPublishSuccessCallback', 'onSuccess', uuids);
    };
    failures.set(run, () => call(callback, 'EventBus.EventPublishFailureCallback', 'onFailure', uuids));
    enqueue({ kind: 'event', target: null, className: objectName, run }, null);
}

function call(callback: unknown, type: string, method: string, uuids: string[]): void {
    const { types } = context().org;
    if (callback === null || !types.isAssignable(types.typeOf(callback), type)) return;
    const result = method === 'onSuccess' ? 'EventBus.SuccessResult' : 'EventBus.FailureResult';
    invokeMethod(callback, method, [new PublishResultValue(result, uuids)]);
}

/** What runs instead of a delivery that Test.getEventBus().fail() lets fail. */
export function failureOf(run: () => void): () => void {
    return failures.get(run) ?? (() => undefined);
}

/** An EventBus.TriggerContext: how often the trigger was tried, and from where it goes on. */
class TriggerContextValue extends PlatformObject {
    readonly apexTypeName = 'EventBus.TriggerContext';
    checkpoint: string | null = null;
}

const triggerContexts = new WeakMap<object, TriggerContextValue>();

function currentTriggerContext(): TriggerContextValue {
    const { transaction } = context();
    const known = triggerContexts.get(transaction) ?? new TriggerContextValue();
    triggerContexts.set(transaction, known);
    return known;
}

definePlatformClass({
    name: 'EventBus.TriggerContext',
    statics: { 'EventBus.TriggerContext currentContext()': currentTriggerContext },
    properties: { 'Integer retries': { get: () => 0 }, 'String lastError': { get: () => null } },
    methods: {
        'void setResumeCheckpoint(String replayId)': (self: TriggerContextValue, replayId: string | null) =>
            void (self.checkpoint = replayId),
        'String getResumeCheckpoint()': (self: TriggerContextValue) => self.checkpoint
    }
});

definePlatformClass({
    name: 'EventBus.RetryableException',
    extends: 'Exception',
    constructors: {
        'RetryableException()': () => new ApexException('EventBus.RetryableException'),
        'RetryableException(String message)': (message: string) =>
            new ApexException('EventBus.RetryableException', message)
    }
});
