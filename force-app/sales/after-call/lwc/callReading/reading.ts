import FAILED from '@salesforce/label/c.Call_Reading_Failed';
import LEFT_OUT from '@salesforce/label/c.Call_Reading_Left_Out';
import PROGRESS from '@salesforce/label/c.Call_Reading_Progress';
import READY from '@salesforce/label/c.Call_Reading_Ready';
import { formatText } from 'c/aiPanelUtils';

type Part = ApexTypes.CallPartView;

/** How far the reading of a long transcript is, as it is drawn. */
export interface Reading {
    readonly read: number;
    readonly count: number;
    readonly percent: number;
    /** In words, for everybody and for screen readers. */
    readonly text: string;
    /** Why parts failed, without repeats; empty when none did. */
    readonly reasons: readonly string[];
    /** Times of the parts that are missing from the notes; empty while all may still come. */
    readonly missing: string;
    readonly isWaiting: boolean;
    /** Every part is read. */
    readonly isComplete: boolean;
    /** Nothing to wait for and nothing to decide: the notes can be asked for. */
    readonly isDone: boolean;
    /** Nobody has started reading. */
    readonly isFresh: boolean;
    readonly canRead: boolean;
    readonly canGoOn: boolean;
}

/** Derives what is drawn from the parts; `leftOut` when the person goes on without those that are not read. */
export function readingOf(parts: readonly Part[], leftOut: boolean): Reading {
    const count = parts.length;
    const read = parts.filter(({ state }) => state === 'read').length;
    const isWaiting = parts.some(({ state }) => state === 'waiting');
    const missing = isWaiting ? [] : parts.filter(({ state }) => state !== 'read');
    const isComplete = read === count;
    const isFresh = parts.every(({ state }) => state === 'unread');
    return {
        read,
        count,
        percent: count ? Math.round((read / count) * 100) : 0,
        text: textOf({ read, count, isFresh, isWaiting, missing: missing.length, leftOut }),
        reasons: reasonsOf(missing),
        missing: missing.map(({ said, order }) => said ?? String(order)).join(', '),
        isWaiting,
        isComplete,
        isDone: isComplete,
        isFresh,
        canRead: !isWaiting && !isComplete,
        canGoOn: !isWaiting && !isComplete && read > 0 && !leftOut
    };
}

interface Facts {
    readonly read: number;
    readonly count: number;
    readonly isFresh: boolean;
    readonly isWaiting: boolean;
    readonly missing: number;
    readonly leftOut: boolean;
}

function textOf({ read, count, isFresh, isWaiting, missing, leftOut }: Facts): string {
    if (isFresh) return formatText(READY, count);
    if (isWaiting || missing === 0) return formatText(PROGRESS, read, count);
    return formatText(leftOut ? LEFT_OUT : FAILED, missing, count);
}

function reasonsOf(missing: readonly Part[]): string[] {
    return [...new Set(missing.map(({ message }) => message ?? ''))].filter(Boolean);
}
