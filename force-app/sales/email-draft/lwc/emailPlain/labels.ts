import notSaved from '@salesforce/label/c.AI_Not_Saved';
import loading from '@salesforce/label/c.AI_Panel_Loading';
import plain from '@salesforce/label/c.Email_Draft_Plain';
import plainAdvice from '@salesforce/label/c.Email_Draft_Plain_Advice';
import undo from '@salesforce/label/c.AI_Undo';

export const labels = { notSaved, loading, plain, plainAdvice, undo };
