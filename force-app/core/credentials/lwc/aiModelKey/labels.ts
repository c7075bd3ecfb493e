import cancel from '@salesforce/label/c.AI_Cancel';
import fieldEmpty from '@salesforce/label/c.AI_Key_Field_Empty';
import fieldHelp from '@salesforce/label/c.AI_Key_Field_Help';
import field from '@salesforce/label/c.AI_Key_Field';
import isNotSet from '@salesforce/label/c.AI_Key_Is_Not_Set';
import isSet from '@salesforce/label/c.AI_Key_Is_Set';
import keep from '@salesforce/label/c.AI_Key_Keep';
import models from '@salesforce/label/c.AI_Key_Models';
import remove from '@salesforce/label/c.AI_Key_Remove';
import removeQuestion from '@salesforce/label/c.AI_Key_Remove_Question';
import removed from '@salesforce/label/c.AI_Key_Removed';
import removedAdvice from '@salesforce/label/c.AI_Key_Removed_Advice';
import replace from '@salesforce/label/c.AI_Key_Replace';
import replaceWarning from '@salesforce/label/c.AI_Key_Replace_Warning';
import save from '@salesforce/label/c.AI_Key_Save';
import saved from '@salesforce/label/c.AI_Key_Saved';
import savedAdvice from '@salesforce/label/c.AI_Key_Saved_Advice';
import set from '@salesforce/label/c.AI_Key_Set';
import test from '@salesforce/label/c.AI_Key_Test';
import testing from '@salesforce/label/c.AI_Key_Testing';
import working from '@salesforce/label/c.AI_Key_Working';

export const labels = {
    cancel,
    field,
    fieldEmpty,
    fieldHelp,
    isNotSet,
    isSet,
    keep,
    models,
    remove,
    removeQuestion,
    removed,
    removedAdvice,
    replace,
    replaceWarning,
    save,
    saved,
    savedAdvice,
    set,
    test,
    testing,
    working
};
