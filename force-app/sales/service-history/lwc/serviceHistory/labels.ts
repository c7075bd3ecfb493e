import ask from '@salesforce/label/c.Service_History_Ask';
import askAgain from '@salesforce/label/c.Service_History_Ask_Again';
import attached from '@salesforce/label/c.Service_History_Attached';
import attachedAdvice from '@salesforce/label/c.Service_History_Attached_Advice';
import attachedMessage from '@salesforce/label/c.Service_History_Attached_Message';
import done from '@salesforce/label/c.Service_History_Done';
import facts from '@salesforce/label/c.Service_History_Facts';
import ready from '@salesforce/label/c.Service_History_Ready';
import removed from '@salesforce/label/c.Service_History_Removed';
import removedMessage from '@salesforce/label/c.Service_History_Removed_Message';
import title from '@salesforce/label/c.Service_History_Title';
import type { AnswerWords } from 'c/aiPanelState';

export const labels = { ask, askAgain, attached, attachedMessage, ready, title };

export const words: Partial<AnswerWords> = {
    appliedAdvice: attachedAdvice,
    approvedText: attached,
    done,
    facts,
    undone: removed,
    undoneMessage: removedMessage
};
