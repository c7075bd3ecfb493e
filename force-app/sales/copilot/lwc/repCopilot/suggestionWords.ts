import LOCALE from '@salesforce/i18n/locale';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import BECAUSE from '@salesforce/label/c.Rep_Copilot_Reason';
import ACCOUNT from '@salesforce/label/c.Rep_Copilot_Reason_Account';
import ALL_DAY from '@salesforce/label/c.Rep_Copilot_Reason_All_Day';
import CALL_ENDED from '@salesforce/label/c.Rep_Copilot_Reason_Call_Ended';
import CONTACT from '@salesforce/label/c.Rep_Copilot_Reason_Contact';
import LEAD from '@salesforce/label/c.Rep_Copilot_Reason_Lead';
import MEETING_ENDED from '@salesforce/label/c.Rep_Copilot_Reason_Meeting_Ended';
import MEETING_NOW from '@salesforce/label/c.Rep_Copilot_Reason_Meeting_Now';
import MEETING_TODAY from '@salesforce/label/c.Rep_Copilot_Reason_Meeting_Today';
import OPEN_DEAL from '@salesforce/label/c.Rep_Copilot_Reason_Open_Deal';
import TRANSCRIPT from '@salesforce/label/c.Rep_Copilot_Reason_Transcript';
import WON_DEAL from '@salesforce/label/c.Rep_Copilot_Reason_Won_Deal';
import { formatText } from 'c/aiPanelUtils';

const WORDS: Readonly<Record<string, string>> = {
    MeetingNow: MEETING_NOW,
    MeetingToday: MEETING_TODAY,
    MeetingEnded: MEETING_ENDED,
    CallEnded: CALL_ENDED,
    TranscriptWaiting: TRANSCRIPT,
    OpenDeal: OPEN_DEAL,
    WonDeal: WON_DEAL,
    Lead: LEAD,
    Contact: CONTACT,
    Account: ACCOUNT
};

/** Why the page suggests what it suggests, such as "Suggested: Meeting today at 14:00: Design review". Empty without a reason. */
export function suggestionWords(suggestion: ApexTypes.RepSuggestionView | null | undefined): string {
    const { reason, subject, moment } = suggestion ?? {};
    const isAllDay = reason === 'MeetingToday' && !moment;
    const words = isAllDay ? ALL_DAY : (WORDS[reason ?? ''] ?? '');
    const why = formatText(words, moment ? timeOfDay(moment) : '', subject ?? '').trim();
    return why ? formatText(BECAUSE, why) : '';
}

/** The time of day in the user's locale and time zone. */
function timeOfDay(moment: string): string {
    const options: Intl.DateTimeFormatOptions = { timeStyle: 'short', timeZone: TIME_ZONE };
    return new Intl.DateTimeFormat(LOCALE, options).format(new Date(moment));
}
