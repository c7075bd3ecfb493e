import askAgain from '@salesforce/label/c.AI_Ask_Again';
import copied from '@salesforce/label/c.AI_Copied';
import copy from '@salesforce/label/c.AI_Copy';
import copyFailed from '@salesforce/label/c.AI_Copy_Failed';
import down from '@salesforce/label/c.AI_Feedback_Down';
import group from '@salesforce/label/c.AI_Feedback_Group';
import up from '@salesforce/label/c.AI_Feedback_Up';

export const labels = { askAgain, copied, copy, copyFailed, down, group, up };
