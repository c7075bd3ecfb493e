import FAILED from '@salesforce/label/c.AI_Failed';
import FAILED_ADVICE from '@salesforce/label/c.AI_Failed_Advice';
import { supportedGroups } from 'c/aiPanelState';
import type { PanelNotice } from 'c/aiPanelState';
import { errorMessages, formatText } from 'c/aiPanelUtils';
import { labels } from './labels';

type Turn = ApexTypes.AITurnView;

const FIRST = /^\{.*"first"\s*:\s*true/;

/** A question as it is sent: the first one of a new conversation is marked, so that nothing said before counts. */
export function sent(text: string, isFirst: boolean): string {
    return isFirst ? JSON.stringify({ text, first: true }) : text;
}

/** The turns of the conversation that goes on: from its first question. */
export function current(turns: readonly Turn[]): readonly Turn[] {
    const first = turns.map(({ question }) => FIRST.test(question ?? '')).lastIndexOf(true);
    return turns.slice(Math.max(first, 0));
}

/** What a screen reader says when the latest turn was answered; empty when it was not. */
export function announcementOf(turns: readonly Turn[]): string {
    const insight = turns.at(-1)?.insight;
    if (!insight) return '';
    const answers = supportedGroups(insight, {}).find(({ key }) => key === 'answer');
    return answers ? formatText(labels.answered, answers.statements.length) : labels.answeredNot;
}

/** For a conversation that could not be read. */
export function failed(error: unknown): PanelNotice {
    return { kind: 'failed', what: errorMessages(error).join(' ') || FAILED, advice: FAILED_ADVICE, retryable: true };
}
