import applied from '@salesforce/label/c.AI_Answer_Applied';
import appliedAdvice from '@salesforce/label/c.AI_Answer_Applied_Advice';
import appliedNow from '@salesforce/label/c.AI_Answer_Applied_Now';
import approvedText from '@salesforce/label/c.AI_Answer_Approved_Text';
import done from '@salesforce/label/c.AI_Answer_Done';
import facts from '@salesforce/label/c.AI_Answer_Facts';
import noAccess from '@salesforce/label/c.AI_Answer_No_Access';
import noAccessAdvice from '@salesforce/label/c.AI_Answer_No_Access_Advice';
import rejected from '@salesforce/label/c.AI_Answer_Rejected';
import rejectedAdvice from '@salesforce/label/c.AI_Answer_Rejected_Advice';
import saved from '@salesforce/label/c.AI_Answer_Saved';
import savedMessage from '@salesforce/label/c.AI_Answer_Saved_Message';
import statements from '@salesforce/label/c.AI_Answer_Statements';
import undone from '@salesforce/label/c.AI_Answer_Undone';
import undoneMessage from '@salesforce/label/c.AI_Answer_Undone_Message';

/** What a panel says of any answer. A use case replaces the words that it has better ones for. */
export const ANSWER_WORDS = {
    /** {0} is who approved, {1} how long ago. */
    applied,
    appliedAdvice,
    /** {0} is who approved. */
    appliedNow,
    approvedText,
    done,
    facts,
    noAccess,
    noAccessAdvice,
    /** {0} is the reason. */
    rejected,
    rejectedAdvice,
    saved,
    savedMessage,
    statements,
    undone,
    undoneMessage
};

export type AnswerWords = Readonly<typeof ANSWER_WORDS>;
