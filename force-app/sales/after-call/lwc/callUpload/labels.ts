import began from '@salesforce/label/c.Call_Upload_Began';
import beganHelp from '@salesforce/label/c.Call_Upload_Began_Help';
import cancel from '@salesforce/label/c.Call_Upload_Cancel';
import file from '@salesforce/label/c.Call_Upload_File';
import fileRead from '@salesforce/label/c.Call_Upload_File_Read';
import heading from '@salesforce/label/c.Call_Upload_Heading';
import hint from '@salesforce/label/c.Call_Upload_Hint';
import lineHeading from '@salesforce/label/c.Call_Upload_Line';
import restored from '@salesforce/label/c.Call_Upload_Restored';
import save from '@salesforce/label/c.Call_Upload_Save';
import saving from '@salesforce/label/c.Call_Upload_Saving';
import text from '@salesforce/label/c.Call_Upload_Text';
import title from '@salesforce/label/c.Call_Upload_Title';
import tooLong from '@salesforce/label/c.Call_Problem_Too_Long';

export const labels = {
    began,
    beganHelp,
    cancel,
    file,
    fileRead,
    heading,
    hint,
    lineHeading,
    restored,
    save,
    saving,
    text,
    title,
    tooLong
};
