import due from '@salesforce/label/c.Next_Step_Due';
import dueHelp from '@salesforce/label/c.Next_Step_Due_Help';
import duePast from '@salesforce/label/c.Next_Step_Due_Past';
import reason from '@salesforce/label/c.Next_Step_Reason';

export const labels = { due, dueHelp, duePast, reason };
