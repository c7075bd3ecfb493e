import addTask from '@salesforce/label/c.Call_Log_Add_Task';
import copied from '@salesforce/label/c.Call_Log_Copied';
import copy from '@salesforce/label/c.Call_Log_Copy';
import discard from '@salesforce/label/c.Call_Log_Discard';
import email from '@salesforce/label/c.Call_Log_Email';
import emailBody from '@salesforce/label/c.Call_Log_Email_Body';
import emailSubject from '@salesforce/label/c.Call_Log_Email_Subject';
import failed from '@salesforce/label/c.Call_Log_Failed';
import heading from '@salesforce/label/c.Call_Log_Heading';
import loading from '@salesforce/label/c.AI_Panel_Loading';
import nextStep from '@salesforce/label/c.Call_Next_Step';
import nextStepNone from '@salesforce/label/c.Call_Log_Next_Step_None';
import nextStepNow from '@salesforce/label/c.Call_Log_Next_Step_Now';
import nobody from '@salesforce/label/c.Call_Log_Nobody';
import person from '@salesforce/label/c.Call_Log_Person';
import restored from '@salesforce/label/c.Call_Log_Restored';
import save from '@salesforce/label/c.Call_Log_Save';
import saveEmail from '@salesforce/label/c.Call_Log_Save_Email';
import saving from '@salesforce/label/c.Call_Log_Saving';
import subject from '@salesforce/label/c.Call_Task_Subject';
import tasks from '@salesforce/label/c.Call_Log_Tasks';
import text from '@salesforce/label/c.Call_Log_Text';
import writeNextStep from '@salesforce/label/c.Call_Log_Write_Next_Step';

export const labels = {
    addTask,
    copied,
    copy,
    discard,
    email,
    emailBody,
    emailSubject,
    failed,
    heading,
    loading,
    nextStep,
    nextStepNone,
    nextStepNow,
    nobody,
    person,
    restored,
    save,
    saveEmail,
    saving,
    subject,
    tasks,
    text,
    writeNextStep
};
