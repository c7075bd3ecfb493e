import type { PageReference } from 'lightning/navigation';
import { encodeDefaultFieldValues } from 'lightning/pageReferenceUtils';
import type { Email } from './email';

/** Key prefixes of contacts and leads: people, whom an e-mail goes to instead of being about them. */
const PEOPLE = ['003', '00Q'];

/**
 * The platform's own composer with the e-mail in it. Source: Lightning Web Components Developer Guide, Create an Email as a Quick
 * Action.
 */
export function composerPage(recordId: string, { subject, body }: Email, address: string | undefined): PageReference {
    const related = PEOPLE.includes(recordId.slice(0, 3)) ? {} : { RelatedToId: recordId };
    const values = { Subject: subject, HtmlBody: htmlOf(body), ToAddress: address ?? '', ...related };
    return {
        type: 'standard__quickAction',
        attributes: { apiName: 'Global.SendEmail' },
        state: { recordId, defaultFieldValues: encodeDefaultFieldValues(values) }
    };
}

function htmlOf(body: string): string {
    const paragraphs = body.trim().split(/\n{2,}/);
    return paragraphs.map((paragraph) => `<p>${escaped(paragraph).replace(/\n/g, '<br>')}</p>`).join('');
}

function escaped(text: string): string {
    return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
