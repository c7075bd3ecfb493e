/** `lightning/messageService` within one page. */
interface MessageChannel {
    name: string;
}

type Subscriber = (message: unknown) => void;

export interface Subscription {
    channel: MessageChannel;
    subscriber: Subscriber;
}

export const APPLICATION_SCOPE = Symbol('APPLICATION_SCOPE');
const subscribers = new Map<string, Set<Subscriber>>();

/** Sends a message to everything that subscribed to the channel. */
export function publish(_context: object, channel: MessageChannel, message?: unknown): void {
    subscribers.get(channel.name)?.forEach((subscriber) => subscriber(message));
}

/** Calls `subscriber` with every message on the channel. */
export function subscribe(_context: object, channel: MessageChannel, subscriber: Subscriber): Subscription {
    const list = subscribers.get(channel.name) ?? new Set();
    subscribers.set(channel.name, list.add(subscriber));
    return { channel, subscriber };
}

/** Stops what {@link subscribe} started. */
export function unsubscribe(subscription: Subscription | null): void {
    if (subscription) {
        subscribers.get(subscription.channel.name)?.delete(subscription.subscriber);
    }
}

/** A context for code outside components. */
export function createMessageContext(): object {
    return {};
}

/** Ends a context of {@link createMessageContext}. */
export function releaseMessageContext(): void {}

/** Wire adapter: the context to publish and subscribe in. */
export class MessageContext {
    constructor(emit: (context: object) => void) {
        emit({});
    }
    connect(): void {}
    update(): void {}
    disconnect(): void {}
}
