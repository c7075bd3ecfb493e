import { LightningElement, api } from 'lwc';
import ABOUT from '@salesforce/label/c.AI_Panel_About';
import BACKING from '@salesforce/label/c.AI_Panel_Backing';
import DETAILS from '@salesforce/label/c.AI_Panel_Details';
import FOR_RECORD from '@salesforce/label/c.AI_Panel_For_Record';
import MADE_ON from '@salesforce/label/c.AI_Panel_Made_On';
import MODEL from '@salesforce/label/c.AI_Panel_Model';
import NO_STATEMENTS from '@salesforce/label/c.AI_Panel_Backing_None';
import PROMPT_VERSION from '@salesforce/label/c.AI_Panel_Prompt_Version';
import STALE from '@salesforce/label/c.AI_Panel_Stale';
import TRACE_ID from '@salesforce/label/c.AI_Panel_Trace_Id';
import { exactTime, focusOn, formatText } from 'c/aiPanelUtils';
import { confidenceWords } from './confidenceWords';

interface Fact {
    readonly term: string;
    readonly value: string;
    readonly definitionKey: string;
}

/**
 * Frame of every AI panel. The default slot holds the answer, the slot `actions` what a person can do with it, and the slot `tools`
 * what helps in reading it, such as printing.
 */
export default class AiPanel extends LightningElement {
    @api heading = '';
    @api iconName = 'standard:einstein_replies';
    @api recordName: string | undefined;
    @api stale = false;
    /** The answer that the panel shows, if there is one. */
    @api insight: ApexTypes.AIInsightView | undefined;
    /** Id to quote to an admin when there is no answer. */
    @api traceId: string | null | undefined;
    /** What a screen reader should say now; changes are read out politely. */
    @api announcement = '';

    readonly labels = { stale: STALE };

    /** Moves the focus to the start of the panel, where the work has moved. */
    @api
    focus(): void {
        focusOn(this.refs?.start);
    }

    get forRecord(): string {
        return this.recordName ? formatText(FOR_RECORD, this.recordName) : '';
    }

    get backing(): string {
        const { statementCount, supportedCount } = this.insight ?? {};
        return statementCount ? formatText(BACKING, supportedCount ?? 0, statementCount) : NO_STATEMENTS;
    }

    get confidence(): string {
        return confidenceWords(this.insight?.confidence);
    }

    /** Without an answer nothing was made; what is behind the disclosure then helps whoever looks for the reason. */
    get aboutLabel(): string {
        return this.insight ? ABOUT : DETAILS;
    }

    get facts(): readonly Fact[] {
        const { modelLabel, promptVersion, traceId, createdDate } = this.insight ?? {};
        const facts = [
            { term: MODEL, value: modelLabel ?? '' },
            { term: PROMPT_VERSION, value: promptVersion ?? '' },
            { term: TRACE_ID, value: traceId ?? this.traceId ?? '' },
            { term: MADE_ON, value: createdDate ? exactTime(createdDate) : '' }
        ];
        return facts
            .filter(({ value }) => value !== '')
            .map(({ term, value }) => ({ term, value, definitionKey: `${term} value` }));
    }
}
