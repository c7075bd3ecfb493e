import { createHash } from 'node:crypto';
import { FAULT_KINDS, isFaultKind, isWhole, QUOTA_CODES, type Fault, type FaultKind } from './faults.ts';

/** How requests are made to fail at random. */
export interface ChaosSettings {
    /** The same seed and the same requests give the same faults. */
    seed: number;
    /** Share of requests that fail, from 0 to 1. */
    rate: number;
    /** Which faults there are; all that come by themselves unless given. A kind that is named twice comes twice as often. */
    kinds: FaultKind[];
    /** Milliseconds for which a timeout keeps the caller; what a timeout fault does by itself unless given. */
    stall?: number;
}

/** What a test asks for by itself: a status or an answer of its choice, a model that does as the text says. */
const BY_HAND: FaultKind[] = ['status', 'answer', 'obey'];
const ALL_DRAWS = 2 ** 32;

/** Draws a fault for each request. The draw depends on the request, not on when it arrives, so that races change nothing. */
export class Chaos {
    private settings: ChaosSettings | null = null;
    private readonly seen = new Map<string, number>();

    /** Starts it anew. Throws TypeError with what is accepted. */
    start(settings: unknown): ChaosSettings {
        this.settings = checkSettings(settings);
        this.seen.clear();
        return this.settings;
    }

    /** From now on nothing fails by chance. */
    stop(): void {
        this.settings = null;
    }

    /** What was started last; null when nothing fails by chance. */
    current(): ChaosSettings | null {
        return this.settings;
    }

    /** The fault of a request; null when it is spared. The same text that comes again draws again. */
    draw(text: string): Fault | null {
        if (this.settings === null) {
            return null;
        }
        const { seed, rate, kinds, stall } = this.settings;
        const body = createHash('sha256').update(text).digest('hex');
        const time = this.seen.get(body) ?? 0;
        this.seen.set(body, time + 1);
        const dice = createHash('sha256').update(`${seed} ${body} ${time}`).digest();
        if (dice.readUInt32BE(0) / ALL_DRAWS >= rate) {
            return null;
        }
        const kind = kinds[dice.readUInt32BE(4) % kinds.length];
        const code = kind === 'quota' ? QUOTA_CODES[dice.readUInt32BE(8) % QUOTA_CODES.length] : undefined;
        return { kind, times: 1, code, latency: kind === 'timeout' ? stall : undefined };
    }
}

function checkSettings(value: unknown): ChaosSettings {
    const { seed, rate, kinds, stall } = (value ?? {}) as Record<string, unknown>;
    if (!isWhole(seed)) {
        throw new TypeError(`The seed is a whole number; got ${JSON.stringify(seed)}`);
    }
    if (typeof rate !== 'number' || !(rate >= 0 && rate <= 1)) {
        throw new TypeError(`The rate is a number from 0 to 1; got ${JSON.stringify(rate)}`);
    }
    const chosen = kinds ?? FAULT_KINDS.filter((kind) => !BY_HAND.includes(kind));
    if (!Array.isArray(chosen) || chosen.length === 0 || !chosen.every(isFaultKind)) {
        throw new TypeError(`Kinds is a list of ${FAULT_KINDS.join(', ')}; got ${JSON.stringify(kinds)}`);
    }
    if (stall !== undefined && !isWhole(stall)) {
        throw new TypeError(`Stall is a whole number of milliseconds; got ${JSON.stringify(stall)}`);
    }
    return { seed, rate, kinds: chosen, stall };
}
