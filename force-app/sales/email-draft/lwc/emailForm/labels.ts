import advice from '@salesforce/label/c.Email_Draft_Opted_Out_Advice';
import form from '@salesforce/label/c.Email_Draft_Form';
import language from '@salesforce/label/c.Email_Draft_Language';
import note from '@salesforce/label/c.Email_Draft_Note';
import noteHelp from '@salesforce/label/c.Email_Draft_Note_Help';
import optedOut from '@salesforce/label/c.Email_Draft_Opted_Out';
import purpose from '@salesforce/label/c.Email_Draft_Purpose';
import recipient from '@salesforce/label/c.Email_Draft_Recipient';
import recipientNone from '@salesforce/label/c.Email_Draft_Recipient_None';
import tone from '@salesforce/label/c.Email_Draft_Tone';

export const labels = { advice, form, language, note, noteHelp, optedOut, purpose, recipient, recipientNone, tone };
