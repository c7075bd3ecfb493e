import { context } from '../context.ts';
import { definePlatformClass } from '../define.ts';
import { DatabaseResultValue } from '../database/results.ts';
import { ApexList } from '../values/collections.ts';
import { ApexException } from '../values/exception.ts';
import type { SObjectValue } from '../values/sobject.ts';
import { enqueue, newJobId } from './enqueue.ts';

definePlatformClass({
    name: 'EventBus',
    statics: {
        'Database.SaveResult publish(SObject event)': (event: SObjectValue) => publish([event]).items[0],
        'List<Database.SaveResult> publish(List<SObject> events)': (events: ApexList<SObjectValue>) =>
            publish(events.items)
    }
});

/** Events reach their triggers after the commit, each publish as one batch. */
function publish(events: SObjectValue[]): ApexList {
    const type = 'Database.SaveResult';
    if (events.length === 0) return new ApexList(type);
    events.forEach(checkEvent);
    const { transaction, test } = context();
    transaction.limits.consume('PublishImmediateDML');
    const wasUncommitted = transaction.uncommittedWork;
    for (const objectName of new Set(events.map((event) => event.objectName))) {
        enqueueDelivery(
            objectName,
            events.filter((event) => event.objectName === objectName)
        );
    }
    transaction.uncommittedWork = wasUncommitted;
    test?.publishedEvents.push(...events);
    return new ApexList(
        type,
        events.map(() => new DatabaseResultValue(type, { success: true, id: newJobId('e00'), errors: [] }))
    );
}

function checkEvent(event: SObjectValue): void {
    if (context().org.schema.object(event.objectName)?.kind === 'platformEvent') return;
    throw new ApexException('EventObjectException', `${event.objectName} is not a platform event`);
}

function enqueueDelivery(objectName: string, events: SObjectValue[]): void {
    const delivered = events.map((event) => event.clone({ preserveId: true, deep: true }));
    const run = (): void => context().org.data.triggers?.run(objectName, 'after', 'insert', delivered, null);
    enqueue({ kind: 'event', target: null, className: objectName, run }, null);
}
