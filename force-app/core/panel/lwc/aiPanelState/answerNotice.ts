import { formatText, isJustNow, relativeTime } from 'c/aiPanelUtils';
import type { AnswerWords } from './answerWords';
import { decisionOf, hasItemDecisions } from './decisions';
import { stateNotice } from './panelNotice';
import type { NoticeKind, PanelNotice } from './panelNotice';
import type { PanelSnapshot } from './panelSnapshot';

/** What the panel says above or instead of an answer, if its state needs saying. */
export function answerNotice(snapshot: PanelSnapshot, words: AnswerWords): PanelNotice | undefined {
    const { state, view } = snapshot;
    if (state === 'noAccess') return say('off', words.noAccess, words.noAccessAdvice);
    // That nothing can be asked or decided matters more than what was decided.
    if (state === 'off') return stateNotice(snapshot);
    // Each decided statement tells for itself what became of it.
    if (hasItemDecisions(view?.insight) && !decisionOf(view?.insight)) return stateNotice(snapshot);
    if (state !== 'waiting' && view?.insight?.status === 'Approved')
        return say('success', approval(view.insight, words), words.appliedAdvice);
    if (state === 'rejected')
        return say('info', formatText(words.rejected, view?.insight?.rejectedReason), words.rejectedAdvice);
    return stateNotice(snapshot);
}

function say(kind: NoticeKind, what: string, advice: string): PanelNotice {
    return { kind, what, advice, retryable: false };
}

function approval({ approvedBy, approvedDate }: ApexTypes.AIInsightView, words: AnswerWords): string {
    if (!approvedDate || isJustNow(approvedDate)) return formatText(words.appliedNow, approvedBy);
    return formatText(words.applied, approvedBy, relativeTime(approvedDate));
}
