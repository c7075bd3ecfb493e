import { LightningElement, api } from 'lwc';
import EXPLANATION from '@salesforce/label/c.AI_Unsupported_Explanation';
import HEADING from '@salesforce/label/c.AI_Unsupported_Heading';
import { formatText } from 'c/aiPanelUtils';

/** Statements whose evidence was not found: apart from the others, closed until a person opens them. */
export default class AiUnsupported extends LightningElement {
    @api statements: readonly ApexTypes.AIStatementView[] = [];

    readonly labels = { explanation: EXPLANATION };

    get heading(): string {
        return formatText(HEADING, this.statements.length);
    }
}
