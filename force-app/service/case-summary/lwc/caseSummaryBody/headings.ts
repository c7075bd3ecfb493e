import CUSTOMER_WANTS from '@salesforce/label/c.Case_Summary_Customer_Wants';
import HEADLINE from '@salesforce/label/c.Case_Summary_Headline';
import NEXT_STEP from '@salesforce/label/c.Case_Summary_Next_Step';
import OPEN from '@salesforce/label/c.Case_Summary_Open';
import SENTIMENT from '@salesforce/label/c.Case_Summary_Sentiment';
import TRIED from '@salesforce/label/c.Case_Summary_Tried';

/** Headings by property of the response schema of Case_Summary, in the order of reading. */
export const HEADINGS: Readonly<Record<string, string>> = {
    headline: HEADLINE,
    customerWants: CUSTOMER_WANTS,
    tried: TRIED,
    open: OPEN,
    sentiment: SENTIMENT,
    nextStep: NEXT_STEP
};
