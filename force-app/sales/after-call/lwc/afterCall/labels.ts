import add from '@salesforce/label/c.Call_Add';
import choose from '@salesforce/label/c.Call_Choose';
import failed from '@salesforce/label/c.Call_List_Failed';
import loading from '@salesforce/label/c.AI_Panel_Loading';
import title from '@salesforce/label/c.Call_Panel_Title';

export const labels = { add, choose, failed, loading, title };
