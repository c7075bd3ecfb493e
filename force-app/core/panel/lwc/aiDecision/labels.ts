import approve from '@salesforce/label/c.AI_Approve';
import approving from '@salesforce/label/c.AI_Approving';
import blocked from '@salesforce/label/c.AI_Approve_Blocked';
import cancel from '@salesforce/label/c.AI_Cancel';
import discard from '@salesforce/label/c.AI_Edit_Discard';
import edit from '@salesforce/label/c.AI_Edit';
import editEmpty from '@salesforce/label/c.AI_Edit_Empty';
import editLabel from '@salesforce/label/c.AI_Edit_Label';
import reject from '@salesforce/label/c.AI_Reject';
import rejectEmpty from '@salesforce/label/c.AI_Reject_Empty';
import rejectHelp from '@salesforce/label/c.AI_Reject_Help';
import rejectLabel from '@salesforce/label/c.AI_Reject_Label';
import restored from '@salesforce/label/c.AI_Edit_Restored';

export const labels = {
    approve,
    approving,
    blocked,
    cancel,
    discard,
    edit,
    editEmpty,
    editLabel,
    reject,
    rejectEmpty,
    rejectHelp,
    rejectLabel,
    restored
};
