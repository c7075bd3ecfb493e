import { keepWork, keptWork } from 'c/aiPanelUtils';

/** What a rep chose for a draft. */
export interface Choices {
    readonly purpose: string;
    readonly tone: string;
    readonly language: string;
    readonly note: string;
    /** Contact or lead; empty when nobody can be chosen. */
    readonly recipientId: string;
}

/** Purpose and tone, which stay from one record to the next. */
const HABITS = 'Email_Draft.habits';
const choicesKey = (recordId: string | undefined): string => `Email_Draft.choices.${recordId}`;

/** The choices as a question to the engine: the same choices always make the same text. */
export function questionOf({ purpose, tone, language, note, recipientId }: Choices): string {
    return JSON.stringify({ purpose, tone, language, note, recipientId });
}

/** The choices in such a question, or undefined when it holds none. */
export function choicesOf(question: string | null | undefined): Choices | undefined {
    const choices = parsed(question ?? undefined);
    if (!choices?.purpose) return undefined;
    return { purpose: '', tone: '', language: '', note: '', recipientId: '', ...choices };
}

/** Keeps the choices for the record, purpose and tone for all records, until the browser tab is closed. */
export function rememberChoices(recordId: string | undefined, choices: Choices): void {
    keepWork(choicesKey(recordId), questionOf(choices));
    keepWork(HABITS, JSON.stringify({ purpose: choices.purpose, tone: choices.tone }));
}

/**
 * What the form starts with: what was chosen for this record here, else what its latest draft was made with, else the habits with
 * the first recipient and their language. Somebody who can no longer be chosen is replaced.
 */
export function firstChoices(
    recordId: string | undefined,
    options: ApexTypes.EmailOptionsView,
    question: string | null | undefined
): Choices {
    const recipients = options.recipients ?? [];
    const known = choicesOf(keptWork(choicesKey(recordId))) ?? choicesOf(question);
    const recipient = recipients.find(({ id }) => id === known?.recipientId) ?? recipients[0];
    const language = recipient?.language ?? options.defaultLanguage ?? 'en';
    const habits = parsed(keptWork(HABITS)) ?? {};
    return {
        purpose: 'FollowUp',
        tone: 'Friendly',
        language,
        note: '',
        ...habits,
        ...known,
        recipientId: recipient?.id ?? ''
    };
}

function parsed(text: string | undefined): Partial<Choices> | undefined {
    try {
        const value: unknown = JSON.parse(text ?? 'null');
        return typeof value === 'object' && value !== null ? (value as Partial<Choices>) : undefined;
    } catch {
        return undefined;
    }
}
