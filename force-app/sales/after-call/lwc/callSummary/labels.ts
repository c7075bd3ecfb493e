import again from '@salesforce/label/c.Call_Summary_Again';
import applied from '@salesforce/label/c.Call_Summary_Applied';
import appliedAdvice from '@salesforce/label/c.Call_Summary_Applied_Advice';
import appliedNow from '@salesforce/label/c.Call_Summary_Applied_Now';
import ask from '@salesforce/label/c.Call_Summary_Ask';
import byHand from '@salesforce/label/c.Call_Log_By_Hand';
import byHandHint from '@salesforce/label/c.Call_Log_By_Hand_Hint';
import done from '@salesforce/label/c.Call_Summary_Done';
import failed from '@salesforce/label/c.Call_Log_Not_Saved';
import figures from '@salesforce/label/c.Call_Figures';
import logged from '@salesforce/label/c.Call_Log_Done';
import loggedMessage from '@salesforce/label/c.Call_Log_Done_Message';
import ready from '@salesforce/label/c.Call_Summary_Ready';
import title from '@salesforce/label/c.Call_Panel_Title';
import type { AnswerWords } from 'c/aiPanelState';

export const labels = { again, ask, byHand, byHandHint, failed, figures, logged, loggedMessage, ready, title };

export const words: Partial<AnswerWords> = { done, applied, appliedNow, appliedAdvice };
