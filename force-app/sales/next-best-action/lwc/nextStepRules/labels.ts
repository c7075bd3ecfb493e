import accepted from '@salesforce/label/c.Next_Step_Accepted';
import create from '@salesforce/label/c.Next_Step_Create';
import loading from '@salesforce/label/c.AI_Panel_Loading';
import none from '@salesforce/label/c.Next_Step_Rules_None';
import notSaved from '@salesforce/label/c.AI_Not_Saved';
import openTask from '@salesforce/label/c.Next_Step_Open_Task';
import rules from '@salesforce/label/c.Next_Step_Rules';
import undo from '@salesforce/label/c.AI_Undo';

export const labels = { accepted, create, loading, none, notSaved, openTask, rules, undo };
