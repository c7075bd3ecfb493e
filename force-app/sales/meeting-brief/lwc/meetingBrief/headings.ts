import BOUGHT from '@salesforce/label/c.Meeting_Brief_Bought';
import CHANGED from '@salesforce/label/c.Meeting_Brief_Changed';
import OPEN from '@salesforce/label/c.Meeting_Brief_Open';
import QUESTIONS from '@salesforce/label/c.Meeting_Brief_Questions';
import RISKS from '@salesforce/label/c.Meeting_Brief_Risks';
import WHO from '@salesforce/label/c.Meeting_Brief_Who';

/** Headings by property of the response schema of Meeting_Brief, in the order of reading. */
export const HEADINGS: Readonly<Record<string, string>> = {
    who: WHO,
    bought: BOUGHT,
    open: OPEN,
    changed: CHANGED,
    risks: RISKS,
    questions: QUESTIONS
};
