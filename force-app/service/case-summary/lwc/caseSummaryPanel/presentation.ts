import DONE from '@salesforce/label/c.Case_Summary_Done';
import STALE from '@salesforce/label/c.AI_Changes_Heading';
import type { PanelNotice, PanelSnapshot } from 'c/aiPanelState';
import { summaryNotice } from './summaryNotice';

const ENDED: readonly string[] = ['nothing', 'overBudget', 'failed'];
const DECIDING_PHASES: readonly (string | null | undefined)[] = ['Assisted', 'Automated'];

/** What the template draws for a snapshot. */
export interface Presentation extends PanelSnapshot {
    readonly view: ApexTypes.AIPanelView;
    readonly insight: ApexTypes.AIInsightView | undefined;
    /** Of the state; `notice` is of the last action and stands beside the buttons. */
    readonly stateNotice: PanelNotice | undefined;
    readonly isLoading: boolean;
    readonly isReady: boolean;
    /** A request is saved and will be tried again; an earlier answer may be on show meanwhile. */
    readonly isWaiting: boolean;
    /** Facts put together without a model, because the budget is spent. */
    readonly facts: string | undefined;
    /** The last request came to nothing that trying again at once would mend; later it may, so that asking stays open. */
    readonly canAskLater: boolean;
    /** No statement has a source: there is nothing to approve. */
    readonly isUnsupported: boolean;
    readonly isStale: boolean;
    readonly isApplied: boolean;
    readonly isRejected: boolean;
    /** Supported and unsupported statements are on show, with feedback on them. */
    readonly isReviewed: boolean;
    /** The person can rate the answer or ask for another. */
    readonly hasFeedback: boolean;
    /** There are decision buttons; approving is blocked while the answer is stale. */
    readonly canDecide: boolean;
    readonly canUndo: boolean;
    readonly isReadOnly: boolean;
    /** What a screen reader says when the panel comes to this. */
    readonly announcement: string;
}

/** Derives what the template draws from what the panel knows. */
export function present(snapshot: PanelSnapshot): Presentation {
    const { state, view = {} } = snapshot;
    const insight = state === 'working' ? undefined : (view.insight ?? undefined);
    const stateNotice = summaryNotice(snapshot);
    const isDecided = state === 'applied' || state === 'rejected';
    const isReviewed = insight !== undefined && !isDecided;
    return {
        ...snapshot,
        view,
        insight,
        stateNotice,
        isLoading: state === 'loading',
        isReady: state === 'ready',
        isWaiting: state === 'waiting',
        facts: insight ? undefined : (view.facts ?? undefined),
        canAskLater: !insight && ENDED.includes(state) && !(snapshot.notice ?? stateNotice)?.retryable,
        isUnsupported: isReviewed && insight.supportedCount === 0,
        isStale: state === 'stale',
        isApplied: state === 'applied',
        isRejected: state === 'rejected',
        isReviewed,
        hasFeedback: insight !== undefined && state !== 'waiting',
        canDecide: state !== 'working' && state !== 'waiting' && mayDecide(state, view),
        canUndo: insight?.status === 'Approved' && state !== 'waiting',
        isReadOnly: state === 'done' && !view.canDecide,
        announcement: announcement(state, snapshot.notice ?? stateNotice)
    };
}

function mayDecide(state: string, { canDecide, insight, phase }: ApexTypes.AIPanelView): boolean {
    if (insight?.status !== 'Proposed') return false;
    return state === 'stale' ? DECIDING_PHASES.includes(phase) : canDecide === true;
}

function announcement(state: string, notice: PanelNotice | undefined): string {
    if (notice) return `${notice.what} ${notice.advice}`.trim();
    if (state === 'stale') return STALE;
    return state === 'done' ? DONE : '';
}
