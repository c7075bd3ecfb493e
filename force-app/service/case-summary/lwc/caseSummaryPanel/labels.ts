import approvedText from '@salesforce/label/c.Case_Summary_Approved_Text';
import cancelWaiting from '@salesforce/label/c.AI_Waiting_Cancel';
import facts from '@salesforce/label/c.Case_Summary_Facts';
import generated from '@salesforce/label/c.AI_Generated';
import loading from '@salesforce/label/c.AI_Panel_Loading';
import readOnly from '@salesforce/label/c.AI_Read_Only_Phase';
import ready from '@salesforce/label/c.Case_Summary_Ready';
import saved from '@salesforce/label/c.Case_Summary_Saved';
import savedMessage from '@salesforce/label/c.Case_Summary_Saved_Message';
import statements from '@salesforce/label/c.Case_Summary_Statements';
import summarise from '@salesforce/label/c.Case_Summary_Summarise';
import summariseAgain from '@salesforce/label/c.Case_Summary_Summarise_Again';
import suspicious from '@salesforce/label/c.AI_Notice_Suspicious';
import suspiciousAdvice from '@salesforce/label/c.AI_Notice_Suspicious_Advice';
import title from '@salesforce/label/c.Case_Summary_Title';
import unsupported from '@salesforce/label/c.AI_Notice_Unsupported';
import unsupportedAdvice from '@salesforce/label/c.AI_Notice_Unsupported_Advice';
import undo from '@salesforce/label/c.AI_Undo';
import undone from '@salesforce/label/c.Case_Summary_Undone';
import undoneMessage from '@salesforce/label/c.Case_Summary_Undone_Message';

export const labels = {
    approvedText,
    cancelWaiting,
    facts,
    generated,
    loading,
    readOnly,
    ready,
    saved,
    savedMessage,
    statements,
    summarise,
    summariseAgain,
    suspicious,
    suspiciousAdvice,
    title,
    undo,
    undone,
    undoneMessage,
    unsupported,
    unsupportedAdvice
};
