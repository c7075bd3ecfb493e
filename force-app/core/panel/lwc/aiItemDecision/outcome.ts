import { exactTime, formatText, relativeTime } from 'c/aiPanelUtils';
import { labels } from './labels';

type Decision = ApexTypes.AIDecisionView | null | undefined;

/** What became of an item, as its row tells it. */
export interface Outcome {
    readonly what: string;
    /** Who decided and how long ago; empty when that is not known. */
    readonly decided: string;
    readonly exact: string;
    readonly icon: string;
    readonly variant: string | undefined;
}

/** What became of the item, or undefined while nobody has decided. */
export function outcomeOf(decision: Decision, acceptedText: string): Outcome | undefined {
    if (!decision) return undefined;
    const isAccepted = decision.status === 'Accepted';
    const what = isAccepted ? acceptedText : formatText(labels.dismissed, decision.reason);
    const { decidedBy, decidedDate } = decision;
    return {
        what,
        decided: decidedBy && decidedDate ? formatText(labels.decided, decidedBy, relativeTime(decidedDate)) : '',
        exact: decidedDate ? exactTime(decidedDate) : '',
        icon: isAccepted ? 'utility:success' : 'utility:ban',
        variant: isAccepted ? 'success' : undefined
    };
}
