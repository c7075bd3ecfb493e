import { errorMessages, formatText } from 'c/aiPanelUtils';
import type { NoticeKind } from 'c/aiPanelState';
import { labels } from './labels';

/** What came of an action, in words for the administrator. */
export interface KeyNotice {
    readonly kind: NoticeKind;
    readonly what: string;
    readonly advice?: string;
}

/** The key of the provider was saved. */
export function savedNotice(provider: string): KeyNotice {
    return { kind: 'success', what: formatText(labels.saved, provider), advice: labels.savedAdvice };
}

/** The key of the provider was removed. */
export function removedNotice(provider: string): KeyNotice {
    return { kind: 'info', what: formatText(labels.removed, provider), advice: labels.removedAdvice };
}

/** What a test of the key showed. */
export function testNotice({ works, message, advice }: ApexTypes.AIKeyTrialView): KeyNotice {
    return { kind: works ? 'success' : 'failed', what: message ?? '', advice: advice ?? '' };
}

/** Why an action failed. */
export function failedNotice(error: unknown): KeyNotice {
    return { kind: 'failed', what: errorMessages(error).join(' ') };
}
