import { definePlatformClass, definePlatformInterface } from '../define.ts';
import { ApexList } from '../values/collections.ts';
import { PlatformObject } from '../values/object.ts';

definePlatformInterface('EventBus.EventPublishSuccessCallback', ['void onSuccess(EventBus.SuccessResult result)']);
definePlatformInterface('EventBus.EventPublishFailureCallback', ['void onFailure(EventBus.FailureResult result)']);

/** What a publish callback is given: the UUIDs of the events. */
export class PublishResultValue extends PlatformObject {
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
