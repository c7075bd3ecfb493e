const PREFIX = 'tandem.work.';
// Used where the browser refuses session storage (private windows, blocked site data): kept until the page is left.
const memory = new Map<string, string>();

/** Keeps what a person typed until the browser tab is closed. `key` names the record and what is being edited. */
export function keepWork(key: string, text: string): void {
    memory.delete(key);
    try {
        window.sessionStorage.setItem(PREFIX + key, text);
    } catch {
        memory.set(key, text);
    }
}

/** What was kept under the key, or undefined. */
export function keptWork(key: string): string | undefined {
    return memory.get(key) ?? storage()?.getItem(PREFIX + key) ?? undefined;
}

/** Forgets what was kept under the key. */
export function dropWork(key: string): void {
    memory.delete(key);
    storage()?.removeItem(PREFIX + key);
}

function storage(): Storage | undefined {
    try {
        return window.sessionStorage;
    } catch {
        return undefined;
    }
}
