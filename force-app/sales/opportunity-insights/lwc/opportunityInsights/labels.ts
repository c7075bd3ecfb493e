import done from '@salesforce/label/c.Insights_Done';
import explain from '@salesforce/label/c.Insights_Explain';
import explainAgain from '@salesforce/label/c.Insights_Explain_Again';
import inFavour from '@salesforce/label/c.Insights_In_Favour';
import lookAt from '@salesforce/label/c.Insights_Look_At';
import ready from '@salesforce/label/c.Insights_Ready';
import risks from '@salesforce/label/c.Insights_Risks';
import title from '@salesforce/label/c.Insights_Title';
import together from '@salesforce/label/c.Insights_Together';
import type { AnswerWords } from 'c/aiPanelState';

export const labels = { explain, explainAgain, ready, title };

export const words: Partial<AnswerWords> = { done };

/** Headings by property of the response schema, in the order of reading. */
export const headings: Readonly<Record<string, string>> = { together, risks, inFavour, lookAt };
