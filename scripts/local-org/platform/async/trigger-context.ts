import { context } from '../context.ts';
import { definePlatformClass } from '../define.ts';
import { ApexException } from '../values/exception.ts';
import { PlatformObject } from '../values/object.ts';
import type { SObjectValue } from '../values/sobject.ts';

/** An EventBus.TriggerContext: how often the trigger was tried, and from where it goes on. */
export class TriggerContextValue extends PlatformObject {
    readonly apexTypeName = 'EventBus.TriggerContext';
    readonly retries: number;
    readonly lastError: string | null;
    /** The replay id of the last event that was worked on. */
    checkpoint: string | null = null;
    private readonly replayIds: Set<unknown>;

    constructor(events: SObjectValue[] = [], retries = 0, lastError: string | null = null) {
        super();
        this.replayIds = new Set(events.map((event) => event.fields.get('ReplayId')));
        this.retries = retries;
        this.lastError = lastError;
    }

    setCheckpoint(replayId: string | null): void {
        if (!this.replayIds.has(replayId))
            throw new ApexException('EventBus.InvalidReplayIdException', `Invalid replay ID: ${replayId}`);
        this.checkpoint = replayId;
    }
}

const triggerContexts = new WeakMap<object, TriggerContextValue>();

/** Opens the context of the triggers that the running transaction is about to start. */
export function beginTriggerContext(
    events: SObjectValue[],
    retries: number,
    lastError: string | null
): TriggerContextValue {
    const opened = new TriggerContextValue(events, retries, lastError);
    triggerContexts.set(context().transaction, opened);
    return opened;
}

definePlatformClass({
    name: 'EventBus.TriggerContext',
    statics: {
        'EventBus.TriggerContext currentContext()': () =>
            triggerContexts.get(context().transaction) ?? new TriggerContextValue()
    },
    properties: {
        'Integer retries': { get: (self: TriggerContextValue) => self.retries },
        'String lastError': { get: (self: TriggerContextValue) => self.lastError }
    },
    methods: {
        'void setResumeCheckpoint(String replayId)': (self: TriggerContextValue, replayId: string | null) =>
            self.setCheckpoint(replayId),
        'String getResumeCheckpoint()': (self: TriggerContextValue) => self.checkpoint
    }
});

for (const name of ['RetryableException', 'InvalidReplayIdException']) {
    definePlatformClass({
        name: `EventBus.${name}`,
        extends: 'Exception',
        constructors: {
            [`${name}()`]: () => new ApexException(`EventBus.${name}`),
            [`${name}(String message)`]: (message: string) => new ApexException(`EventBus.${name}`, message)
        }
    });
}
