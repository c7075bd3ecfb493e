import type { HttpRequestValue } from '../platform/http/request.ts';
import { HttpResponseValue } from '../platform/http/response.ts';
import { Journal } from '../platform/journal.ts';

/** What came of a callout. */
export interface Answer {
    /** The request as it was sent. */
    request: HttpRequestValue;
    /** How many values the transaction had had from its journal when it asked. */
    position: number;
    /** The response, or what sending threw. */
    give(): HttpResponseValue;
    /** Milliseconds that it took. */
    waited: number;
}

/** Transactions that run again from the beginning after each callout; those that are committed only give their result. */
export interface Replay {
    /** Results of committed transactions, or what they threw. */
    ended: (() => unknown)[];
    /** How many of them this run has passed. */
    passed: number;
    inTransaction: boolean;
    onCommit: () => void;
    /** What the transaction that is not committed yet met in its first run. */
    journal: Journal;
    /** Answers that this transaction has had, and how many of them in this run. */
    answers: Answer[];
    given: number;
    awaited: { request: HttpRequestValue; userId: string; position: number } | null;
}

export function newReplay(onCommit: () => void): Replay {
    return { ended: [], passed: 0, inTransaction: false, onCommit, ...nothingMet() };
}

/** What a transaction begins with. */
export function nothingMet(): Pick<Replay, 'journal' | 'answers' | 'given' | 'awaited'> {
    return { journal: new Journal(), answers: [], given: 0, awaited: null };
}

/** In what a request differs from another one, in words that tell nothing of what they hold; null when in nothing. */
export function differenceOf(first: HttpRequestValue, second: HttpRequestValue): string | null {
    const [before, after] = [partsOf(first), partsOf(second)];
    const different = Object.keys(before).filter((part) => before[part] !== after[part]);
    return different.length ? different.join(', ') : null;
}

function partsOf({ method, endpoint, headers, body, timeout, compressed }: HttpRequestValue): Record<string, unknown> {
    const written = [...headers.values()].map(({ name, value }) => `${name}: ${value}`).sort();
    return { method, endpoint, headers: written.join('\n'), body: body?.toJSON() ?? null, timeout, compressed };
}

/** A request that stays as it was sent, whatever Apex does with it afterwards. */
export function copyRequest(request: HttpRequestValue): HttpRequestValue {
    const copy = Object.assign(Object.create(Object.getPrototypeOf(request) as object), request) as HttpRequestValue;
    copy.headers = new Map(request.headers);
    return copy;
}

/** A response that Apex may change without changing what the next run is given. */
export function copyResponse(response: HttpResponseValue): HttpResponseValue {
    const copy = Object.assign(new HttpResponseValue(), response);
    copy.headers = new Map(response.headers);
    return copy;
}

/** What a function comes to, to be had as often as wanted. */
export function outcomeOf<T>(work: () => T): () => T {
    try {
        const result = work();
        return () => result;
    } catch (error) {
        return () => {
            throw error;
        };
    }
}
