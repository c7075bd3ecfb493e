import { hashKey, apexEquals } from './equality.ts';
import { callIfDefined, definesMethod } from './user-methods.ts';

interface Entry<V> {
    key: unknown;
    value: V;
}

/** Insertion-ordered table with Apex key equality: case-sensitive text, SObjects by fields, user equals/hashCode. */
export class HashTable<V> {
    private entries = new Map<unknown, Entry<V>>();
    private buckets: Map<unknown, unknown[]> | null = null;

    get size(): number {
        return this.entries.size;
    }

    get(key: unknown): V | undefined {
        return this.entries.get(this.slotOf(key, false))?.value;
    }

    has(key: unknown): boolean {
        return this.entries.has(this.slotOf(key, false));
    }

    /** Returns the value that was there before; an existing key object is kept. */
    set(key: unknown, value: V): V | undefined {
        const slot = this.slotOf(key, true);
        const existing = this.entries.get(slot);
        if (!existing) {
            this.entries.set(slot, { key, value });
            return undefined;
        }
        const previous = existing.value;
        existing.value = value;
        return previous;
    }

    delete(key: unknown): V | undefined {
        const slot = this.slotOf(key, false);
        const existing = this.entries.get(slot);
        this.entries.delete(slot);
        return existing?.value;
    }

    clear(): void {
        this.entries.clear();
        this.buckets = null;
    }

    keys(): unknown[] {
        return Array.from(this.entries.values(), (entry) => entry.key);
    }

    values(): V[] {
        return Array.from(this.entries.values(), (entry) => entry.value);
    }

    /** Objects with their own hashCode share the slot of the first equal object met. */
    private slotOf(key: unknown, remember: boolean): unknown {
        if (!definesMethod(key, 'hashCode', 0)) return hashKey(key);
        this.buckets ??= new Map();
        const code = callIfDefined(key, 'hashCode', []);
        const bucket = this.buckets.get(code) ?? [];
        const known = bucket.find((other) => apexEquals(other, key));
        if (known !== undefined) return known;
        if (remember) this.buckets.set(code, [...bucket, key]);
        return key;
    }
}
