import { keepWork, keptWork } from 'c/aiPanelUtils';

/** An e-mail in plain text, an empty line between paragraphs. */
export interface Email {
    readonly subject: string;
    readonly body: string;
}

/** The subject is the first line of a draft, the body what follows the empty line after it. */
export function emailOf(text: string | null | undefined): Email {
    const [subject = '', ...paragraphs] = (text ?? '').replace(/\r\n/g, '\n').split('\n\n');
    return { subject, body: paragraphs.join('\n\n') };
}

/** Subject and body as one text, as a draft is. */
export function textOfEmail({ subject, body }: Email): string {
    return `${subject}\n\n${body}`;
}

/** Keeps what a person wrote until the browser tab is closed. */
export function keepEmail(key: string, email: Email): void {
    keepWork(key, textOfEmail(email));
}

/** What was kept under the key, or undefined. */
export function keptEmail(key: string): Email | undefined {
    const kept = keptWork(key);
    return kept === undefined ? undefined : emailOf(kept);
}
