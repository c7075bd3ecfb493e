import type { DatabaseResultValue } from '../database/results.ts';
import { definePlatformClass } from '../define.ts';
import type { ApexList } from '../values/collections.ts';
import type { SObjectValue } from '../values/sobject.ts';
import { publish } from './publish-events.ts';

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
