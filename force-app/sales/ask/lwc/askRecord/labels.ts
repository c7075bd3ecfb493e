import answered from '@salesforce/label/c.Ask_Answered';
import answeredNot from '@salesforce/label/c.Ask_Answered_Not';
import cancelWaiting from '@salesforce/label/c.AI_Waiting_Cancel';
import conversation from '@salesforce/label/c.Ask_Conversation';
import earlier from '@salesforce/label/c.Ask_Earlier';
import empty from '@salesforce/label/c.Ask_Empty';
import facts from '@salesforce/label/c.Ask_Facts';
import input from '@salesforce/label/c.Ask_Input';
import inputHelp from '@salesforce/label/c.Ask_Input_Help';
import loading from '@salesforce/label/c.AI_Panel_Loading';
import newConversation from '@salesforce/label/c.Ask_New';
import newReady from '@salesforce/label/c.Ask_New_Ready';
import people from '@salesforce/label/c.Ask_Suggestion_People';
import placeholder from '@salesforce/label/c.Ask_Placeholder';
import price from '@salesforce/label/c.Ask_Suggestion_Price';
import problems from '@salesforce/label/c.Ask_Suggestion_Problems';
import ready from '@salesforce/label/c.Ask_Ready';
import send from '@salesforce/label/c.Ask_Send';
import state from '@salesforce/label/c.Ask_Suggestion_State';
import suggestions from '@salesforce/label/c.Ask_Suggestions';
import title from '@salesforce/label/c.Ask_Title';

export const labels = {
    answered,
    answeredNot,
    cancelWaiting,
    conversation,
    earlier,
    empty,
    facts,
    input,
    inputHelp,
    loading,
    newConversation,
    newReady,
    placeholder,
    ready,
    send,
    suggestions,
    title
};

/** Questions to begin with. */
export const SUGGESTIONS: readonly string[] = [state, price, people, problems];
