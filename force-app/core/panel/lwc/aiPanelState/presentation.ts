import STALE from '@salesforce/label/c.AI_Changes_Heading';
import { answerNotice } from './answerNotice';
import { ANSWER_WORDS } from './answerWords';
import type { AnswerWords } from './answerWords';
import { decisionOf, hasItemDecisions } from './decisions';
import { LOADING } from './panelSnapshot';
import type { PanelNotice } from './panelNotice';
import type { PanelSnapshot } from './panelSnapshot';

const ENDED: readonly string[] = ['nothing', 'overBudget', 'failed'];
const AT_REST: readonly string[] = ['done', 'stale', 'applied', 'rejected'];
const DECIDING_PHASES: readonly (string | null | undefined)[] = ['Assisted', 'Automated'];

/** What a panel draws for a snapshot. */
export interface Presentation extends PanelSnapshot {
    readonly view: ApexTypes.AIPanelView;
    readonly insight: ApexTypes.AIInsightView | undefined;
    /** Of the state; `notice` is of the last action and stands beside the buttons. */
    readonly stateNotice: PanelNotice | undefined;
    readonly isLoading: boolean;
    readonly isReady: boolean;
    /** A request is saved and will be tried again; an earlier answer may be on show meanwhile. */
    readonly isWaiting: boolean;
    /** Nobody can ask or decide; an earlier answer may be on show as of its time. */
    readonly isOff: boolean;
    /** Facts put together without a model, because it is off or the budget is spent. */
    readonly facts: string | undefined;
    /** The last request came to nothing that trying again at once would mend; later it may, so that asking stays open. */
    readonly canAskLater: boolean;
    /** No statement has a source: there is nothing to approve. */
    readonly isUnsupported: boolean;
    readonly isStale: boolean;
    /** The text that a person approved is on show, the statements behind it. */
    readonly isApplied: boolean;
    /** The answer as a whole was rejected. */
    readonly isRejected: boolean;
    /** Supported and unsupported statements are on show, with feedback on them. */
    readonly isReviewed: boolean;
    /** The person can rate the answer or ask for another. */
    readonly hasFeedback: boolean;
    /** There are decision buttons; approving is blocked while the answer is stale. */
    readonly canDecide: boolean;
    /** Single statements can be accepted, dismissed and taken back; also once all of them are decided. */
    readonly canAct: boolean;
    /** The decision about the whole answer can be taken back. */
    readonly canUndo: boolean;
    readonly isReadOnly: boolean;
    /** What a screen reader says when the panel comes to this. */
    readonly announcement: string;
}

/** Derives what a panel draws from what it knows. */
export function present(snapshot: PanelSnapshot, words: AnswerWords = ANSWER_WORDS): Presentation {
    const { state, view = {} } = snapshot;
    const insight = state === 'working' ? undefined : (view.insight ?? undefined);
    const stateNotice = answerNotice(snapshot, words);
    const isItemwise = hasItemDecisions(insight);
    const isOff = state === 'off';
    const isApplied = isApproved(state, insight) && Boolean(insight?.approvedText);
    const isRejected = state === 'rejected' && !isItemwise;
    const isReviewed = insight !== undefined && !isApplied && !isRejected;
    return {
        ...snapshot,
        view,
        insight,
        stateNotice,
        isLoading: state === 'loading',
        isReady: state === 'ready',
        isWaiting: state === 'waiting',
        isOff,
        facts: insight ? undefined : (view.facts ?? undefined),
        canAskLater: !insight && ENDED.includes(state) && !(snapshot.notice ?? stateNotice)?.retryable,
        isUnsupported: isReviewed && insight.supportedCount === 0,
        isStale: state === 'stale',
        isApplied,
        isRejected,
        isReviewed,
        hasFeedback: insight !== undefined && state !== 'waiting' && !isOff,
        canDecide: state !== 'working' && state !== 'waiting' && !isOff && mayDecide(state, view),
        canAct: insight !== undefined && AT_REST.includes(state) && view.canAct === true,
        canUndo: state !== 'waiting' && !isOff && isDecidedAsWhole(insight),
        isReadOnly: state === 'done' && !view.canDecide,
        announcement: announcement(state, snapshot.notice ?? stateNotice, words)
    };
}

/** What a panel draws before it knows anything. */
export const LOADING_PRESENTATION: Presentation = present(LOADING);

function isApproved(state: string, insight: ApexTypes.AIInsightView | undefined): boolean {
    return state === 'applied' || (state === 'off' && insight?.status === 'Approved');
}

function mayDecide(state: string, { canDecide, insight, phase }: ApexTypes.AIPanelView): boolean {
    if (insight?.status !== 'Proposed') return false;
    return state === 'stale' ? DECIDING_PHASES.includes(phase) : canDecide === true;
}

function isDecidedAsWhole(insight: ApexTypes.AIInsightView | undefined): boolean {
    return insight?.status === 'Approved' && (!hasItemDecisions(insight) || decisionOf(insight) !== undefined);
}

function announcement(state: string, notice: PanelNotice | undefined, words: AnswerWords): string {
    if (notice) return `${notice.what} ${notice.advice}`.trim();
    if (state === 'stale') return STALE;
    return state === 'done' ? words.done : '';
}
