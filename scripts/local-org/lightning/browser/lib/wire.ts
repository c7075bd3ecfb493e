/** What a wired property holds. */
export interface WireValue<T> {
    data: T | undefined;
    error: unknown;
}

type Listener<T> = (value: WireValue<T>) => void;

/** How one kind of wired data is loaded and when it is loaded again. */
export interface WireSource<Config, T> {
    /** Null when the configuration is not complete yet: then nothing is loaded and nothing emitted. */
    load(config: Config): Promise<T> | null;
    /** Calls `reload` when the data may have changed; returns how to stop that. */
    watch?(config: Config, reload: () => void): () => void;
}

const refreshers = new WeakMap<object, () => Promise<void>>();

/** Loads a wired value again; `value` is what the wire gave (both `data` and `error`). */
export async function refreshWire(value: unknown): Promise<void> {
    await refreshers.get(value as object)?.();
}

/** Makes a wire adapter; emitted data is frozen, as components get it on the platform. */
export function wireAdapter<Config, T>(source: WireSource<Config, T>) {
    return class Adapter {
        private readonly emit: Listener<T>;
        private config: Config | undefined;
        private connected = false;
        private generation = 0;
        private stopWatching: (() => void) | undefined;

        constructor(emit: Listener<T>) {
            this.emit = emit;
            emit({ data: undefined, error: undefined });
        }

        connect(): void {
            this.connected = true;
            this.start();
        }

        update(config: Config): void {
            this.config = config;
            this.start();
        }

        disconnect(): void {
            this.connected = false;
            this.generation++;
            this.stopWatching?.();
        }

        private start(): void {
            if (!this.connected || !this.config) {
                return;
            }
            this.stopWatching?.();
            this.stopWatching = source.watch?.(this.config, () => void this.load());
            void this.load();
        }

        private async load(): Promise<void> {
            const generation = ++this.generation;
            const loading = source.load(this.config!);
            if (!loading) {
                return;
            }
            const value = await settle(loading);
            if (generation === this.generation) {
                refreshers.set(value, () => this.load());
                this.emit(value);
            }
        }
    };
}

async function settle<T>(loading: Promise<T>): Promise<WireValue<T>> {
    try {
        return { data: deepFreeze(await loading), error: undefined };
    } catch (error) {
        return { data: undefined, error };
    }
}

function deepFreeze<T>(value: T): T {
    if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
        Object.freeze(value);
        Object.values(value).forEach(deepFreeze);
    }
    return value;
}
