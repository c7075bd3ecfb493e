import ASSETS from '@salesforce/label/c.Service_History_Assets';
import DEAL from '@salesforce/label/c.Service_History_Deal';
import PARTS from '@salesforce/label/c.Service_History_Parts';
import PROBLEMS from '@salesforce/label/c.Service_History_Problems';
import SATISFACTION from '@salesforce/label/c.Service_History_Satisfaction';
import SUMMARY from '@salesforce/label/c.Service_History_Summary';

/** Headings by property of the response schema of Service_History, in the order of reading. */
export const HEADINGS: Readonly<Record<string, string>> = {
    summary: SUMMARY,
    problems: PROBLEMS,
    parts: PARTS,
    assets: ASSETS,
    satisfaction: SATISFACTION,
    deal: DEAL
};
