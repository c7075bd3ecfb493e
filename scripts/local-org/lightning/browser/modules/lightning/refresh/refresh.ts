/** `lightning/refresh`: a component asks the page around it to load its data again. */
type Handler = () => Promise<unknown>;

export const RefreshEventName = 'lightning__refreshview';

/** Asks everything that registered around the sender to load again. */
export class RefreshEvent extends CustomEvent<void> {
    constructor() {
        super(RefreshEventName, { bubbles: true, composed: true });
    }
}

const registrations = new WeakMap<object, () => void>();

/** Calls `handler` when something inside `context` asks for a refresh; returns an id for {@link unregisterRefreshHandler}. */
export function registerRefreshHandler(context: EventTarget, handler: Handler): object {
    const listener = (): void => void handler.call(context);
    const id = {};
    context.addEventListener(RefreshEventName, listener);
    registrations.set(id, () => context.removeEventListener(RefreshEventName, listener));
    return id;
}

/** Stops what {@link registerRefreshHandler} started. */
export function unregisterRefreshHandler(id: object): void {
    registrations.get(id)?.();
    registrations.delete(id);
}
