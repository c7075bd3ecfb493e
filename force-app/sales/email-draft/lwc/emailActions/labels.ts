import compose from '@salesforce/label/c.Email_Draft_Compose';
import log from '@salesforce/label/c.Email_Draft_Log';
import logHelp from '@salesforce/label/c.Email_Draft_Log_Help';
import notSent from '@salesforce/label/c.Email_Draft_Not_Sent';
import save from '@salesforce/label/c.Email_Draft_Save';

export const labels = { compose, log, logHelp, notSent, save };
