/** What opens and closes a letter, by the language that the request names; English otherwise. */
const FORMS: Record<string, readonly [greeting: string, closing: string]> = {
    english: ['Dear', 'Kind regards'],
    german: ['Guten Tag', 'Mit freundlichen Grüßen'],
    french: ['Bonjour', 'Cordialement'],
    spanish: ['Buenos días', 'Saludos cordiales'],
    italian: ['Buongiorno', 'Cordiali saluti'],
    dutch: ['Beste', 'Met vriendelijke groet'],
    portuguese: ['Bom dia', 'Atenciosamente']
};
const GREETING = /(?:^|\.)(?:greeting|salutation)(?:\.|$)/i;
const CLOSING = /(?:^|\.)(?:closing|sign-?off|valediction)(?:\.|$)/i;
const SUBJECT = /(?:^|\.)subject(?:\.|$)/i;
/** An e-mail among the sources, whose first line is its subject. */
const EMAILS = /<source\b[^>]*label="e-?mail\b[^>]*>\n(?:re: *)?([^\n<]{3,80})\n/gi;
const REQUESTS = /<request\b[^>]*>([\s\S]*?)<\/request\s*>/g;

/**
 * Whether a place of the answer is a part of a letter that is no sentence of a source, by its property names joined by dots. A subject is
 * one when there is an e-mail to answer.
 */
export function isLetterPart(path: string, prompt: string): boolean {
    return GREETING.test(path) || CLOSING.test(path) || (SUBJECT.test(path) && subjects(prompt).length > 0);
}

/** The words for such a place; the greeting names the first person whom the requests of the prompt name. */
export function letterPart(path: string, prompt: string): string {
    if (SUBJECT.test(path)) return `Re: ${subjects(prompt).at(-1)}`;
    const asked = [...prompt.matchAll(REQUESTS)].map(([, text]) => text).join('\n');
    const language = /\blanguage: (\w+)/i.exec(asked)?.[1]?.toLowerCase() ?? '';
    const [greeting, closing] = FORMS[language] ?? FORMS.english;
    if (CLOSING.test(path)) return closing;
    const person = /\[NAME_[\d.]+\]/.exec(asked)?.[0];
    return person === undefined ? `${greeting},` : `${greeting} ${person},`;
}

function subjects(prompt: string): string[] {
    return [...prompt.matchAll(EMAILS)].map(([, subject]) => subject);
}
