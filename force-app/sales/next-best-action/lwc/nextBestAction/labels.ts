import again from '@salesforce/label/c.Next_Step_Again';
import accepted from '@salesforce/label/c.Next_Step_Accepted';
import ask from '@salesforce/label/c.Next_Step_Ask';
import create from '@salesforce/label/c.Next_Step_Create';
import created from '@salesforce/label/c.Next_Step_Created';
import createdMessage from '@salesforce/label/c.Next_Step_Created_Message';
import done from '@salesforce/label/c.Next_Step_Done';
import list from '@salesforce/label/c.Next_Step_List';
import openTask from '@salesforce/label/c.Next_Step_Open_Task';
import ready from '@salesforce/label/c.Next_Step_Ready';
import removed from '@salesforce/label/c.Next_Step_Removed';
import removedMessage from '@salesforce/label/c.Next_Step_Removed_Message';
import title from '@salesforce/label/c.Next_Step_Title';
import type { AnswerWords } from 'c/aiPanelState';

export const labels = {
    accepted,
    again,
    ask,
    create,
    created,
    createdMessage,
    list,
    openTask,
    ready,
    removed,
    removedMessage,
    title
};

export const words: Partial<AnswerWords> = { done };
