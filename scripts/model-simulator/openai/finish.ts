import type { Fault } from '../faults/faults.ts';
import { spoil } from '../faults/spoil.ts';
import { cutToTokens, tokensOf } from '../tokens.ts';

/** Providers cache beginnings of at least this many tokens, in steps. */
const SMALLEST_CACHED = 1024;
const CACHE_STEP = 128;
const REFUSAL = "I'm sorry, but I can't help with that request.";

/** How an answer ends, before an interface gives it its own form. */
export interface Finish {
    /** Empty when it was refused or filtered. */
    text: string;
    refusal: string | null;
    ending: 'stop' | 'length' | 'content_filter';
}

/** Ends an answer as the limit or a fault says. `limit` in tokens. */
export function finish(whole: string, limit: number, fault: Fault | null): Finish {
    if (fault?.kind === 'refusal') {
        return { text: '', refusal: REFUSAL, ending: 'stop' };
    }
    if (fault?.kind === 'content_filter') {
        return { text: '', refusal: null, ending: 'content_filter' };
    }
    const spoiled = spoil(whole, fault?.kind ?? null, fault?.text);
    const { text, cut } = cutToTokens(spoiled, fault?.kind === 'cut_off' ? Math.ceil(tokensOf(spoiled) / 2) : limit);
    return { text, refusal: null, ending: cut ? 'length' : 'stop' };
}

/** Tokens of a prompt that the provider would have cached, of those that it shares with an earlier one. */
export function cachedTokens(shared: number, prompt: number): number {
    const common = Math.min(shared, prompt);
    return common < SMALLEST_CACHED ? 0 : common - (common % CACHE_STEP);
}
