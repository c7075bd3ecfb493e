import goOn from '@salesforce/label/c.Call_Reading_Go_On';
import missing from '@salesforce/label/c.Call_Reading_Missing';
import progress from '@salesforce/label/c.Call_Reading_Heading';
import read from '@salesforce/label/c.Call_Reading_Start';
import readAgain from '@salesforce/label/c.Call_Reading_Again';

export const labels = { goOn, missing, progress, read, readAgain };
