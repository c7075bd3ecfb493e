import PURPOSE_FOLLOWUP from '@salesforce/label/c.Email_Draft_Purpose_FollowUp';
import PURPOSE_INTRODUCTION from '@salesforce/label/c.Email_Draft_Purpose_Introduction';
import PURPOSE_PROPOSAL from '@salesforce/label/c.Email_Draft_Purpose_Proposal';
import PURPOSE_MEETINGREQUEST from '@salesforce/label/c.Email_Draft_Purpose_MeetingRequest';
import PURPOSE_CHECKIN from '@salesforce/label/c.Email_Draft_Purpose_CheckIn';
import PURPOSE_THANKYOU from '@salesforce/label/c.Email_Draft_Purpose_ThankYou';
import PURPOSE_RENEWAL from '@salesforce/label/c.Email_Draft_Purpose_Renewal';
import TONE_FRIENDLY from '@salesforce/label/c.Email_Draft_Tone_Friendly';
import TONE_FORMAL from '@salesforce/label/c.Email_Draft_Tone_Formal';
import TONE_CONCISE from '@salesforce/label/c.Email_Draft_Tone_Concise';
import LANGUAGE_EN from '@salesforce/label/c.Email_Draft_Language_en';
import LANGUAGE_DE from '@salesforce/label/c.Email_Draft_Language_de';
import LANGUAGE_FR from '@salesforce/label/c.Email_Draft_Language_fr';
import LANGUAGE_ES from '@salesforce/label/c.Email_Draft_Language_es';
import LANGUAGE_IT from '@salesforce/label/c.Email_Draft_Language_it';
import LANGUAGE_NL from '@salesforce/label/c.Email_Draft_Language_nl';
import LANGUAGE_PT from '@salesforce/label/c.Email_Draft_Language_pt';
import NO_ADDRESS from '@salesforce/label/c.Email_Draft_Recipient_No_Address';
import { formatText } from 'c/aiPanelUtils';

/** An entry of a list. */
export interface Entry {
    readonly value: string;
    readonly label: string;
}

/** What an e-mail can be for, by the names that Apex knows. */
export const PURPOSES: readonly Entry[] = [
    { value: 'FollowUp', label: PURPOSE_FOLLOWUP },
    { value: 'Introduction', label: PURPOSE_INTRODUCTION },
    { value: 'Proposal', label: PURPOSE_PROPOSAL },
    { value: 'MeetingRequest', label: PURPOSE_MEETINGREQUEST },
    { value: 'CheckIn', label: PURPOSE_CHECKIN },
    { value: 'ThankYou', label: PURPOSE_THANKYOU },
    { value: 'Renewal', label: PURPOSE_RENEWAL }
];
/** How it can sound. */
export const TONES: readonly Entry[] = [
    { value: 'Friendly', label: TONE_FRIENDLY },
    { value: 'Formal', label: TONE_FORMAL },
    { value: 'Concise', label: TONE_CONCISE }
];
/** Words for the codes of languages. */
export const LANGUAGES: readonly Entry[] = [
    { value: 'en', label: LANGUAGE_EN },
    { value: 'de', label: LANGUAGE_DE },
    { value: 'fr', label: LANGUAGE_FR },
    { value: 'es', label: LANGUAGE_ES },
    { value: 'it', label: LANGUAGE_IT },
    { value: 'nl', label: LANGUAGE_NL },
    { value: 'pt', label: LANGUAGE_PT }
];

/** The languages that Apex offers; one without a word of its own is shown by its code. */
export function languageEntries(codes: readonly string[]): Entry[] {
    return codes.map((code) => LANGUAGES.find(({ value }) => value === code) ?? { value: code, label: code });
}

/** Whom to write to: name, what they are, and whether they have an address. */
export function recipientEntries(recipients: readonly ApexTypes.EmailRecipientView[]): Entry[] {
    return recipients.map(({ id, name, title, email }) => {
        const label = [name, title].filter(Boolean).join(', ');
        return { value: id ?? '', label: email ? label : formatText(NO_ADDRESS, label) };
    });
}
