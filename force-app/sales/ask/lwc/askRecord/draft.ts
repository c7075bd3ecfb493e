import { dropWork, keepWork, keptWork } from 'c/aiPanelUtils';

/** A question that is being written about a record. */
export interface Draft {
    readonly text: string;
    /** It begins a new conversation. */
    readonly isFirst: boolean;
}

/** The question that was being written when the tab was left. */
export function keptDraft(recordId: string): Draft {
    return { text: keptWork(textKey(recordId)) ?? '', isFirst: keptWork(firstKey(recordId)) !== undefined };
}

/** Keeps a question that is being written until the browser tab is closed. */
export function keepDraft(recordId: string, { text, isFirst }: Draft): void {
    keepOrDrop(textKey(recordId), text);
    keepOrDrop(firstKey(recordId), isFirst ? 'yes' : '');
}

function keepOrDrop(key: string, text: string): void {
    if (text) keepWork(key, text);
    else dropWork(key);
}

function textKey(recordId: string): string {
    return `ask.text.${recordId}`;
}

function firstKey(recordId: string): string {
    return `ask.first.${recordId}`;
}
