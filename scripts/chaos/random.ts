/** A stream of numbers from 0 up to 1 that depends on nothing but its seed (mulberry32). */
export class Random {
    private state: number;

    constructor(seed: number) {
        this.state = seed >>> 0;
    }

    /** The next number. */
    next(): number {
        this.state = (this.state + 0x6d2b79f5) >>> 0;
        let mixed = this.state;
        mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    }

    /** A whole number below `end`. */
    below(end: number): number {
        return Math.floor(this.next() * end);
    }

    /** One of the items. */
    pick<T>(items: readonly T[]): T {
        return items[this.below(items.length)];
    }
}
