import again from '@salesforce/label/c.Email_Draft_Again';
import ask from '@salesforce/label/c.Email_Draft_Ask';
import optionsFailed from '@salesforce/label/c.Email_Draft_Options_Failed';
import ready from '@salesforce/label/c.Email_Draft_Ready';
import title from '@salesforce/label/c.Email_Draft_Title';
import applied from '@salesforce/label/c.Email_Draft_Applied';
import appliedNow from '@salesforce/label/c.Email_Draft_Applied_Now';
import appliedAdvice from '@salesforce/label/c.Email_Draft_Applied_Advice';
import approvedText from '@salesforce/label/c.Email_Draft_Approved_Text';
import done from '@salesforce/label/c.Email_Draft_Done';
import undone from '@salesforce/label/c.Email_Draft_Removed';
import undoneMessage from '@salesforce/label/c.Email_Draft_Removed_Message';
import type { AnswerWords } from 'c/aiPanelState';

export const labels = { again, ask, optionsFailed, ready, title };

export const words: Partial<AnswerWords> = {
    applied,
    appliedAdvice,
    appliedNow,
    approvedText,
    done,
    undone,
    undoneMessage
};
