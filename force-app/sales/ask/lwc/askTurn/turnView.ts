import { stateNotice, supportedGroups } from 'c/aiPanelState';
import type { PanelNotice, PanelState } from 'c/aiPanelState';
import { exactTime, formatText, relativeTime } from 'c/aiPanelUtils';
import { labels } from './labels';

/** What a turn shows. */
export interface TurnView {
    readonly question: string;
    /** "Asked 5 minutes ago", and the exact time. */
    readonly asked: string;
    readonly askedExact: string;
    readonly insight: ApexTypes.AIInsightView | undefined;
    /** The records tell nothing of what was asked, and no wording says so. */
    readonly isNotTold: boolean;
    /** What became of a question without an answer. */
    readonly notice: PanelNotice | undefined;
    readonly facts: string | undefined;
    /** There is no answer, and asking the same again may bring one. */
    readonly canAskAgain: boolean;
}

const ENDED: readonly string[] = ['done', 'failed', 'nothing', 'ready', 'overBudget'];

/** The headings of an answer by property of the response schema of Ask_Record. */
export const HEADINGS: Readonly<Record<string, string>> = { answer: labels.answer, unknown: labels.unknown };

/** The words of a question, which may be stored as JSON with the mark of a new conversation. */
export function questionOf(stored: string | null | undefined): { text: string; isFirst: boolean } {
    const text = stored ?? '';
    if (!text.startsWith('{')) return { text, isFirst: false };
    try {
        const parts = JSON.parse(text) as { text?: unknown; first?: unknown };
        if (typeof parts.text === 'string') return { text: parts.text, isFirst: parts.first === true };
    } catch {
        // Somebody asked about something in braces.
    }
    return { text, isFirst: false };
}

/** What a turn of a conversation shows. */
export function turnView(turn: ApexTypes.AITurnView): TurnView {
    const insight = turn.insight ?? undefined;
    const asked = turn.askedDate ?? '';
    return {
        question: questionOf(turn.question).text,
        asked: asked ? formatText(labels.asked, relativeTime(asked)) : '',
        askedExact: asked ? exactTime(asked) : '',
        insight,
        isNotTold: insight !== undefined && supportedGroups(insight, HEADINGS).length === 0,
        notice: insight ? undefined : noticeOf(turn),
        facts: turn.facts ?? undefined,
        canAskAgain: !insight && ENDED.includes(turn.state ?? '')
    };
}

function noticeOf({ state, message, advice }: ApexTypes.AITurnView): PanelNotice | undefined {
    const view = { state, message, advice, retryable: false };
    const notice = stateNotice({ state: state as PanelState, view, saving: false });
    const said = { kind: 'info' as const, what: message ?? '', advice: advice ?? '', retryable: false };
    return notice ?? (message ? said : undefined);
}
