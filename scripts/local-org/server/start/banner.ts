import { formatAccessToken } from '../http/access-token.ts';
import type { LocalServices } from '../services.ts';

/** What `npm start` prints when the server answers: where, as whom, and what the results are worth. */
export function banner({ orgId, personas, modelLabel, defaultPersona }: LocalServices, url: string): string {
    const width = Math.max(...personas.map(({ name }) => name.length));
    const tokens = personas.map(
        ({ name }) => `  ${name.padEnd(width)}  ${formatAccessToken({ orgId, persona: name })}`
    );
    return [
        `Tandem is ready at ${url}`,
        '',
        `Model:  ${modelLabel}`,
        `You are ${defaultPersona}. To be somebody else: ${url}/lightning/page/home?as=manager`,
        '',
        'Access tokens, for Authorization: Bearer <token>',
        ...tokens,
        `Log a browser in: ${url}/secur/frontdoor.jsp?sid=<token>&retURL=/lightning/o/Case/list`,
        '',
        'This is an emulation on your machine: its results are not verified by Salesforce.',
        'Changes of Apex, metadata and components show at once. Stop with Ctrl+C.'
    ].join('\n');
}
