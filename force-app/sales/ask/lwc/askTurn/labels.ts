import again from '@salesforce/label/c.Ask_Again';
import answer from '@salesforce/label/c.Ask_Answer';
import asked from '@salesforce/label/c.Ask_Asked';
import facts from '@salesforce/label/c.Ask_Facts';
import notTold from '@salesforce/label/c.Ask_Not_Told';
import notToldAdvice from '@salesforce/label/c.Ask_Not_Told_Advice';
import question from '@salesforce/label/c.Ask_Question';
import suspicious from '@salesforce/label/c.AI_Notice_Suspicious';
import suspiciousAdvice from '@salesforce/label/c.AI_Notice_Suspicious_Advice';
import unknown from '@salesforce/label/c.Ask_Unknown';

export const labels = {
    again,
    answer,
    asked,
    facts,
    notTold,
    notToldAdvice,
    question,
    suspicious,
    suspiciousAdvice,
    unknown
};
