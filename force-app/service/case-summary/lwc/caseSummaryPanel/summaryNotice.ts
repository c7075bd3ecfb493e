import APPLIED from '@salesforce/label/c.Case_Summary_Applied';
import APPLIED_ADVICE from '@salesforce/label/c.Case_Summary_Applied_Advice';
import APPLIED_NOW from '@salesforce/label/c.Case_Summary_Applied_Now';
import NO_ACCESS from '@salesforce/label/c.Case_Summary_No_Access';
import NO_ACCESS_ADVICE from '@salesforce/label/c.Case_Summary_No_Access_Advice';
import PERMISSION_SET from '@salesforce/label/c.Case_Summary_Permission_Set';
import REJECTED from '@salesforce/label/c.Case_Summary_Rejected';
import REJECTED_ADVICE from '@salesforce/label/c.Case_Summary_Rejected_Advice';
import { stateNotice } from 'c/aiPanelState';
import type { NoticeKind, PanelNotice, PanelSnapshot } from 'c/aiPanelState';
import { formatText, isJustNow, relativeTime } from 'c/aiPanelUtils';

/** What the panel says above or instead of a summary, if its state needs saying. */
export function summaryNotice(snapshot: PanelSnapshot): PanelNotice | undefined {
    const { state, view } = snapshot;
    if (state === 'noAccess') return say('off', NO_ACCESS, formatText(NO_ACCESS_ADVICE, PERMISSION_SET));
    if (state !== 'waiting' && view?.insight?.status === 'Approved')
        return say('success', approval(view.insight), APPLIED_ADVICE);
    if (state === 'rejected') return say('info', formatText(REJECTED, view?.insight?.rejectedReason), REJECTED_ADVICE);
    return stateNotice(snapshot);
}

function say(kind: NoticeKind, what: string, advice: string): PanelNotice {
    return { kind, what, advice, retryable: false };
}

function approval(insight: ApexTypes.AIInsightView | null | undefined): string {
    const { approvedBy, approvedDate } = insight ?? {};
    if (!approvedDate || isJustNow(approvedDate)) return formatText(APPLIED_NOW, approvedBy);
    return formatText(APPLIED, approvedBy, relativeTime(approvedDate));
}
