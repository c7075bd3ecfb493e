import FAILED_ADVICE from '@salesforce/label/c.Rep_Copilot_Failed_Advice';
import FOLLOWS from '@salesforce/label/c.Rep_Copilot_Follows';
import NO_ACCESS from '@salesforce/label/c.Rep_Copilot_No_Access';
import NO_ACCESS_ADVICE from '@salesforce/label/c.Rep_Copilot_No_Access_Advice';
import NO_PAGE from '@salesforce/label/c.Rep_Copilot_No_Page';
import PERMISSION_SET from '@salesforce/label/c.Rep_Copilot_Permission_Set';
import UNKNOWN from '@salesforce/label/c.Rep_Copilot_Unknown';
import type { NoticeKind, PanelNotice } from 'c/aiPanelState';
import { errorMessages, formatText, isNoAccess } from 'c/aiPanelUtils';

/** What is said instead of capabilities; undefined when there are some, or nothing is known yet. */
export function copilotNotice(
    recordId: string | undefined,
    view: ApexTypes.RepCopilotView | undefined,
    error: unknown
): PanelNotice | undefined {
    if (!recordId) return say('info', NO_PAGE, FOLLOWS);
    if (error) return isNoAccess(error) ? noAccess() : failed(error);
    if (!view) return undefined;
    if (!view.isKnown) return say('info', UNKNOWN, FOLLOWS);
    return (view.capabilities ?? []).length === 0 ? noAccess() : undefined;
}

function noAccess(): PanelNotice {
    return say('off', NO_ACCESS, formatText(NO_ACCESS_ADVICE, PERMISSION_SET));
}

function failed(error: unknown): PanelNotice {
    return { kind: 'failed', what: errorMessages(error).join(' '), advice: FAILED_ADVICE, retryable: true };
}

function say(kind: NoticeKind, what: string, advice: string): PanelNotice {
    return { kind, what, advice, retryable: false };
}
