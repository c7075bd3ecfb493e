import compose from '@salesforce/label/c.Email_Draft_Kept_Compose';
import draft from '@salesforce/label/c.Email_Draft_Kept_Draft';
import openDraft from '@salesforce/label/c.Email_Draft_Open_Draft';
import openTask from '@salesforce/label/c.Email_Draft_Open_Task';
import task from '@salesforce/label/c.Email_Draft_Kept_Task';

export const labels = { compose, draft, openDraft, openTask, task };
