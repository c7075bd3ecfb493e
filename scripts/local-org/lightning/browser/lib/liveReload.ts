import type { LocalEvent } from '../../protocol.ts';

type Listener = (message: string | null) => void;
const listeners = new Set<Listener>();

/** Calls `listener` with what is broken in the project's sources, and with null when it is mended. */
export function onSourceError(listener: Listener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
}

/** Loads the page anew, address kept, when the project's sources have changed; tells when they are broken. */
export function startLiveReload(): void {
    new EventSource('/local/events').addEventListener('message', ({ data }: MessageEvent<string>) => {
        handle(JSON.parse(data) as LocalEvent);
    });
}

function handle(event: LocalEvent): void {
    if (event.type === 'reload') {
        location.reload();
    } else {
        const message = event.type === 'error' ? event.message : null;
        listeners.forEach((listener) => listener(message));
    }
}
