import applied from '@salesforce/label/c.Case_Summary_Applied';
import appliedAdvice from '@salesforce/label/c.Case_Summary_Applied_Advice';
import appliedNow from '@salesforce/label/c.Case_Summary_Applied_Now';
import approvedText from '@salesforce/label/c.Case_Summary_Approved_Text';
import done from '@salesforce/label/c.Case_Summary_Done';
import facts from '@salesforce/label/c.Case_Summary_Facts';
import noAccess from '@salesforce/label/c.Case_Summary_No_Access';
import noAccessAdvice from '@salesforce/label/c.Case_Summary_No_Access_Advice';
import permissionSet from '@salesforce/label/c.Case_Summary_Permission_Set';
import ready from '@salesforce/label/c.Case_Summary_Ready';
import rejected from '@salesforce/label/c.Case_Summary_Rejected';
import rejectedAdvice from '@salesforce/label/c.Case_Summary_Rejected_Advice';
import saved from '@salesforce/label/c.Case_Summary_Saved';
import savedMessage from '@salesforce/label/c.Case_Summary_Saved_Message';
import statements from '@salesforce/label/c.Case_Summary_Statements';
import summarise from '@salesforce/label/c.Case_Summary_Summarise';
import summariseAgain from '@salesforce/label/c.Case_Summary_Summarise_Again';
import title from '@salesforce/label/c.Case_Summary_Title';
import undone from '@salesforce/label/c.Case_Summary_Undone';
import undoneMessage from '@salesforce/label/c.Case_Summary_Undone_Message';
import type { AnswerWords } from 'c/aiPanelState';
import { formatText } from 'c/aiPanelUtils';

export const labels = { ready, summarise, summariseAgain, title };

export const words: AnswerWords = {
    applied,
    appliedAdvice,
    appliedNow,
    approvedText,
    done,
    facts,
    noAccess,
    noAccessAdvice: formatText(noAccessAdvice, permissionSet),
    rejected,
    rejectedAdvice,
    saved,
    savedMessage,
    statements,
    undone,
    undoneMessage
};
