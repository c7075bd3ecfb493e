import FAILED from '@salesforce/label/c.AI_Failed';
import FAILED_ADVICE from '@salesforce/label/c.AI_Failed_Advice';
import FAILED_KEPT from '@salesforce/label/c.AI_Failed_Kept';
import NOT_SAVED from '@salesforce/label/c.AI_Not_Saved';
import NOT_SAVED_ADVICE from '@salesforce/label/c.AI_Not_Saved_Advice';
import CANCELLED from '@salesforce/label/c.AI_Cancelled';
import CANCELLED_ADVICE from '@salesforce/label/c.AI_Cancelled_Advice';
import REQUEST_CANCELLED from '@salesforce/label/c.AI_Request_Cancelled';
import REQUEST_CANCELLED_ADVICE from '@salesforce/label/c.AI_Request_Cancelled_Advice';
import { errorMessages } from 'c/aiPanelUtils';
import type { PanelSnapshot, PanelState } from './panelSnapshot';

export type NoticeKind = 'info' | 'waiting' | 'off' | 'overBudget' | 'failed' | 'nothing' | 'success';

/** What happened, what to do, and whether trying again makes sense. */
export interface PanelNotice {
    readonly kind: NoticeKind;
    readonly what: string;
    readonly advice: string;
    readonly retryable: boolean;
}

const KINDS: Partial<Record<PanelState, NoticeKind>> = {
    waiting: 'waiting',
    nothing: 'nothing',
    off: 'off',
    noAccess: 'off',
    overBudget: 'overBudget',
    failed: 'failed'
};

/** Whether the state is nothing but a message: there is no answer to show with it. */
export function isMessage(state: string | null | undefined): boolean {
    return KINDS[state as PanelState] !== undefined;
}

/**
 * The notice of a state that is a message by itself. None when the last action's own notice says more than a failure of
 * which the server told nothing.
 */
export function stateNotice({ state, view, notice }: PanelSnapshot): PanelNotice | undefined {
    const kind = KINDS[state];
    return kind && !(notice && kind === 'failed') ? fromServer(kind, view) : undefined;
}

function fromServer(kind: NoticeKind, view: ApexTypes.AIPanelView | undefined): PanelNotice {
    const failed = kind === 'failed';
    return {
        kind,
        what: view?.message ?? (failed ? FAILED : ''),
        advice: view?.advice ?? (failed ? FAILED_ADVICE : ''),
        retryable: view?.retryable ?? failed
    };
}

/** For a request that could not be made or answered at all. */
export function requestFailed(error: unknown): PanelNotice {
    const what = errorMessages(error).join(' ') || FAILED;
    return { kind: 'failed', what, advice: FAILED_ADVICE, retryable: true };
}

/** For a request that failed while an earlier result is there to go back to. */
export function keptAfter(view: ApexTypes.AIPanelView): PanelNotice {
    const { kind, what, advice, retryable } = fromServer(KINDS[view.state as PanelState] ?? 'failed', view);
    return { kind, what, advice: `${advice} ${FAILED_KEPT}`.trim(), retryable };
}

/** For a decision that was not saved. The person decides again with the same button, so there is no retry of its own. */
export function decisionFailed(error: unknown): PanelNotice {
    const what = errorMessages(error).join(' ') || NOT_SAVED;
    return { kind: 'failed', what, advice: NOT_SAVED_ADVICE, retryable: false };
}

/** For a request that the person gave up waiting for. */
export function cancelled(): PanelNotice {
    return { kind: 'info', what: CANCELLED, advice: CANCELLED_ADVICE, retryable: false };
}

/** For a request that waited to be tried again and was taken back. */
export function requestCancelled(): PanelNotice {
    return { kind: 'info', what: REQUEST_CANCELLED, advice: REQUEST_CANCELLED_ADVICE, retryable: false };
}
