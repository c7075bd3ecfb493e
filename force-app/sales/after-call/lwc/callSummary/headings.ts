import actionItems from '@salesforce/label/c.Call_Actions';
import decisions from '@salesforce/label/c.Call_Decisions';
import emailParagraphs from '@salesforce/label/c.Call_Log_Email';
import nextStep from '@salesforce/label/c.Call_Next_Step';
import objections from '@salesforce/label/c.Call_Objections';
import summary from '@salesforce/label/c.Call_Summary';

/** Headings by property of the response schema, in the order of reading. */
export const headings = { summary, decisions, actionItems, objections, nextStep, emailParagraphs };
