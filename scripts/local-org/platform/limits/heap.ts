import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How many bytes this machine needs for what the platform counts as one: measured on lists of texts and records. */
const BYTES_FOR_ONE = 4;
/** Bytes that may pile up before garbage is collected to see what is really held. */
const GARBAGE_ALLOWANCE = 64_000_000;
const LEAST = 1000;

let collectGarbage: (() => void) | null = null;
/** What was held after garbage was last collected. */
let heldAtLast = 0;

function heldNow(): number {
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
}

function collect(): number {
    setFlagsFromString('--expose-gc');
    collectGarbage ??= runInNewContext('gc') as () => void;
    collectGarbage();
    heldAtLast = heldNow();
    return heldAtLast;
}

/** What a transaction holds in memory, estimated from this process. */
export class HeapEstimate {
    private readonly start = heldNow();

    /** Bytes as the platform would count them, garbage included; a thousand at least. */
    get bytes(): number {
        return this.apexBytes(heldNow());
    }

    /** The bytes that are really held when they are more than `most`; null when they are not. */
    excess(most: number): number | null {
        const held = heldNow();
        if (this.apexBytes(held) <= most || held < heldAtLast + GARBAGE_ALLOWANCE) return null;
        const bytes = this.apexBytes(collect());
        return bytes > most ? bytes : null;
    }

    private apexBytes(held: number): number {
        return Math.max(LEAST, Math.round((held - this.start) / BYTES_FOR_ONE));
    }
}
