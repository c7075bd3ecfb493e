import body from '@salesforce/label/c.Email_Draft_Body';
import bodyEmpty from '@salesforce/label/c.Email_Draft_Body_Empty';
import discard from '@salesforce/label/c.Email_Draft_Discard';
import editor from '@salesforce/label/c.Email_Draft_Editor';
import restored from '@salesforce/label/c.Email_Draft_Restored';
import subject from '@salesforce/label/c.Email_Draft_Subject';

export const labels = { body, bodyEmpty, discard, editor, restored, subject };
