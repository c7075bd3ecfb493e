import intro from '@salesforce/label/c.AI_Key_Intro';
import loading from '@salesforce/label/c.AI_Key_Loading';
import noPermission from '@salesforce/label/c.AI_Key_No_Permission';
import none from '@salesforce/label/c.AI_Key_None';
import noneAdvice from '@salesforce/label/c.AI_Key_None_Advice';
import title from '@salesforce/label/c.AI_Key_Title';

export const labels = { intro, loading, noPermission, none, noneAdvice, title };
