import create from '@salesforce/label/c.Call_Task_Create';
import createNew from '@salesforce/label/c.Call_Task_Create_New';
import due from '@salesforce/label/c.Call_Task_Due';
import owner from '@salesforce/label/c.Call_Task_Owner';
import said from '@salesforce/label/c.Call_Task_Said';
import subject from '@salesforce/label/c.Call_Task_Subject';
import theirs from '@salesforce/label/c.Call_Task_Theirs';

export const labels = { create, createNew, due, owner, said, subject, theirs };
