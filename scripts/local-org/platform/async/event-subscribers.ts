import { context } from '../context.ts';

/** Events that a trigger gets at once when nothing else is configured: Platform Events Developer Guide. */
const MOST_EVENTS = 2000;
const AUTOMATED_PROCESS = "SELECT Id FROM User WHERE UserType = 'AutomatedProcess'";
const BY_USERNAME = 'SELECT Id FROM User WHERE Username = :username AND IsActive = TRUE';

/** A trigger of a platform event, who it runs as, and how many events it gets at once. */
export interface EventSubscriber {
    trigger: string;
    userId: string;
    batchSize: number;
}

/** The triggers of an event, or the one of that name. Throws when a configuration names a user who is not there. */
export function subscribersOf(objectName: string, only: string | null): EventSubscriber[] {
    const names = context().org.data.triggers?.names?.(objectName, 'after', 'insert') ?? [];
    return names.filter((name) => only === null || name === only).map(subscriberOf);
}

/** A trigger runs as Automated Process unless a PlatformEventSubscriberConfig names somebody. */
function subscriberOf(trigger: string): EventSubscriber {
    const configured = context().org.metadata.eventSubscribers.find(
        (one) => one.trigger.toLowerCase() === trigger.toLowerCase()
    );
    const username = configured?.username ?? null;
    const userId = username === null ? automatedProcess() : idOf(BY_USERNAME, username);
    if (!userId)
        throw new Error(`PlatformEventSubscriberConfig ${configured?.name} names the user ${username}: there is none`);
    return { trigger, userId, batchSize: configured?.batchSize ?? MOST_EVENTS };
}

/** The Id of the user that the platform itself runs Apex as. */
export function automatedProcess(): string {
    const id = idOf(AUTOMATED_PROCESS, null);
    if (!id) throw new Error('The org has no Automated Process user');
    return id;
}

function idOf(soql: string, username: string | null): string | null {
    const access = { userId: context().user.id, mode: 'system', sharing: false } as const;
    return context().org.data.query(soql, () => username, access)[0]?.id ?? null;
}
