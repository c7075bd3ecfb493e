import { LightningElement, api } from 'lwc';
import SOURCE from '@salesforce/label/c.AI_Source_Chip';
import { focusOn, formatText } from 'c/aiPanelUtils';

/** Names one source of a statement. Sends `toggle` when its source is to be shown or hidden. */
export default class AiEvidenceChip extends LightningElement {
    @api label = '';
    /** The words of the source that back the statement, shown on hover. */
    @api quote = '';
    @api expanded = false;

    @api
    focus(): void {
        focusOn(this.refs?.button);
    }

    get name(): string {
        return formatText(SOURCE, this.label);
    }

    get ariaExpandedText(): string {
        return String(this.expanded);
    }

    handleClick(): void {
        this.dispatchEvent(new CustomEvent('toggle'));
    }
}
