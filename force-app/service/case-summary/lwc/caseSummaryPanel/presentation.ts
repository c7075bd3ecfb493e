import DONE from '@salesforce/label/c.Case_Summary_Done';
import STALE from '@salesforce/label/c.AI_Changes_Heading';
import type { PanelNotice, PanelSnapshot } from 'c/aiPanelState';
import { summaryNotice } from './summaryNotice';

const DECIDING_PHASES: readonly (string | null | undefined)[] = ['Assisted', 'Automated'];

/** What the template draws for a snapshot. */
export interface Presentation extends PanelSnapshot {
    readonly view: ApexTypes.AIPanelView;
    readonly insight: ApexTypes.AIInsightView | undefined;
    /** Of the state; `notice` is of the last action and stands beside the buttons. */
    readonly stateNotice: PanelNotice | undefined;
    readonly isLoading: boolean;
    readonly isReady: boolean;
    /** There was too little to work with, and nothing earlier to show. */
    readonly isNothing: boolean;
    /** No statement has a source: there is nothing to approve. */
    readonly isUnsupported: boolean;
    readonly isStale: boolean;
    readonly isApplied: boolean;
    readonly isRejected: boolean;
    /** Supported and unsupported statements are on show, with feedback on them. */
    readonly isReviewed: boolean;
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
        isNothing: state === 'nothing' && !insight,
        isUnsupported: isReviewed && insight.supportedCount === 0,
        isStale: state === 'stale',
        isApplied: state === 'applied',
        isRejected: state === 'rejected',
        isReviewed,
        canDecide: state !== 'working' && mayDecide(state, view),
        canUndo: insight?.status === 'Approved',
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
