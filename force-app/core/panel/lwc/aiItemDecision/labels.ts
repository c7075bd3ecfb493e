import accept from '@salesforce/label/c.AI_Item_Accept';
import accepted from '@salesforce/label/c.AI_Item_Accepted';
import cancel from '@salesforce/label/c.AI_Cancel';
import decided from '@salesforce/label/c.AI_Item_Decided';
import dismiss from '@salesforce/label/c.AI_Item_Dismiss';
import dismissed from '@salesforce/label/c.AI_Item_Dismissed';
import reason from '@salesforce/label/c.AI_Item_Reason';
import reasonEmpty from '@salesforce/label/c.AI_Reject_Empty';
import reasonHelp from '@salesforce/label/c.AI_Item_Reason_Help';
import undo from '@salesforce/label/c.AI_Undo';

export const labels = {
    accept,
    accepted,
    cancel,
    decided,
    dismiss,
    dismissed,
    reason,
    reasonEmpty,
    reasonHelp,
    undo
};
