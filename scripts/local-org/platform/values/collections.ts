import { ApexException } from './exception.ts';
import { HashTable } from './hash-table.ts';
import { PlatformObject } from './object.ts';

/** Refuses changes to a collection while a for loop walks it, as the platform does. */
abstract class ApexCollection {
    private walks = 0;

    protected *walk(values: Iterable<unknown>): Generator<unknown> {
        this.walks++;
        try {
            yield* values;
        } finally {
            this.walks--;
        }
    }

    /** Throws FinalException when a loop over this collection is under way. */
    checkModifiable(): void {
        if (this.walks > 0) {
            throw new ApexException('FinalException', 'Cannot modify a collection while it is being iterated');
        }
    }
}

/** An Apex List. `items` may be read directly; changes go through `checkModifiable`. */
export class ApexList<T = unknown> extends ApexCollection {
    readonly elementType: string;
    items: T[];

    constructor(elementType: string, items: T[] = []) {
        super();
        this.elementType = elementType;
        this.items = items;
    }

    get apexTypeName(): string {
        return `List<${this.elementType}>`;
    }

    get(index: number): T {
        this.checkIndex(index);
        return this.items[index];
    }

    set(index: number, value: T): void {
        this.checkIndex(index);
        this.items[index] = value;
    }

    add(value: T): void {
        this.checkModifiable();
        this.items.push(value);
    }

    /** Throws ListException as the platform words it. */
    checkIndex(index: number): void {
        if (index === null) throw new ApexException('NullPointerException', 'Argument cannot be null.');
        if (index < 0 || index >= this.items.length) {
            throw new ApexException('ListException', `List index out of bounds: ${index}`);
        }
    }

    [Symbol.iterator](): Generator<unknown> {
        return this.walk(this.items);
    }

    iterator$0(): ValueIterator {
        return new ValueIterator(this.elementType, this.items);
    }
}

/** An Apex Set, in order of insertion. */
export class ApexSet<T = unknown> extends ApexCollection {
    readonly elementType: string;
    private readonly table = new HashTable<true>();

    constructor(elementType: string, items: Iterable<T> = []) {
        super();
        this.elementType = elementType;
        for (const item of items) this.table.set(item, true);
    }

    get apexTypeName(): string {
        return `Set<${this.elementType}>`;
    }

    get size(): number {
        return this.table.size;
    }

    /** Adds; true when the set did not have the value. */
    add(value: T): boolean {
        this.checkModifiable();
        return this.table.set(value, true) === undefined;
    }

    has(value: unknown): boolean {
        return this.table.has(value);
    }

    delete(value: unknown): boolean {
        this.checkModifiable();
        return this.table.delete(value) !== undefined;
    }

    clear(): void {
        this.checkModifiable();
        this.table.clear();
    }

    get items(): T[] {
        return this.table.keys() as T[];
    }

    [Symbol.iterator](): Generator<unknown> {
        return this.walk(this.items);
    }

    iterator$0(): ValueIterator {
        return new ValueIterator(this.elementType, this.items);
    }
}

/** An Apex Map, in order of insertion. */
export class ApexMap<K = unknown, V = unknown> extends ApexCollection {
    readonly keyType: string;
    readonly valueType: string;
    private readonly table = new HashTable<V>();

    constructor(keyType: string, valueType: string, entries: Iterable<readonly [K, V]> = []) {
        super();
        this.keyType = keyType;
        this.valueType = valueType;
        for (const [key, value] of entries) this.table.set(key, value);
    }

    get apexTypeName(): string {
        return `Map<${this.keyType},${this.valueType}>`;
    }

    get size(): number {
        return this.table.size;
    }

    /** null when the key is absent. */
    get(key: unknown): V | null {
        return this.table.get(key) ?? null;
    }

    has(key: unknown): boolean {
        return this.table.has(key);
    }

    /** Returns the previous value, null when there was none. */
    put(key: K, value: V): V | null {
        this.checkModifiable();
        return this.table.set(key, value) ?? null;
    }

    delete(key: unknown): V | null {
        this.checkModifiable();
        return this.table.delete(key) ?? null;
    }

    clear(): void {
        this.checkModifiable();
        this.table.clear();
    }

    keys(): K[] {
        return this.table.keys() as K[];
    }

    values(): V[] {
        return this.table.values();
    }

    entries(): [K, V][] {
        const values = this.values();
        return this.keys().map((key, index) => [key, values[index]]);
    }
}

/** What `list.iterator()` and `set.iterator()` return. */
export class ValueIterator extends PlatformObject {
    readonly apexTypeName: string;
    private readonly values: readonly unknown[];
    private position = 0;

    constructor(elementType: string, values: readonly unknown[]) {
        super();
        this.apexTypeName = `Iterator<${elementType}>`;
        this.values = values;
    }

    hasnext$0(): boolean {
        return this.position < this.values.length;
    }

    next$0(): unknown {
        if (!this.hasnext$0()) throw new ApexException('NoSuchElementException', null);
        return this.values[this.position++];
    }
}
