import cancelWaiting from '@salesforce/label/c.AI_Waiting_Cancel';
import generated from '@salesforce/label/c.AI_Generated';
import loading from '@salesforce/label/c.AI_Panel_Loading';
import readOnly from '@salesforce/label/c.AI_Read_Only_Phase';
import suspicious from '@salesforce/label/c.AI_Notice_Suspicious';
import suspiciousAdvice from '@salesforce/label/c.AI_Notice_Suspicious_Advice';
import undo from '@salesforce/label/c.AI_Undo';
import unsupported from '@salesforce/label/c.AI_Notice_Unsupported';
import unsupportedAdvice from '@salesforce/label/c.AI_Notice_Unsupported_Advice';

export const labels = {
    cancelWaiting,
    generated,
    loading,
    readOnly,
    suspicious,
    suspiciousAdvice,
    undo,
    unsupported,
    unsupportedAdvice
};
