import type { SObjectValue } from '../values/sobject.ts';

/** Events of one publish on the way to their triggers. */
export interface EventDelivery {
    objectName: string;
    events: SObjectValue[];
    /** The only trigger that gets them, when it asked for them again; null for every trigger of the event. */
    trigger: string | null;
    /** An object with a publish callback; null when there is none or it was told already. */
    callback: unknown;
    /** How often the triggers were tried before. */
    retries: number;
    /** What the last try threw. */
    lastError: string | null;
    /** Test.getEventBus().fail(): the events are not published. */
    failed: boolean;
}
