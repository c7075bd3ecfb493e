import { LightningElement, api } from 'lwc';
import rate from '@salesforce/apex/AIPanelController.rate';
import { errorMessages, focusOn } from 'c/aiPanelUtils';
import { labels } from './labels';
import { HEADINGS, turnView } from './turnView';
import type { TurnView } from './turnView';

/** One question and its answer. Sends `again` with the question as detail when the person wants it asked once more. */
export default class AskTurn extends LightningElement {
    readonly labels = labels;
    readonly headings = HEADINGS;
    show: TurnView = turnView({});
    rating: string | null | undefined;
    problem = '';
    /** No question can be asked now. */
    @api disabled = false;

    @api
    get turn(): ApexTypes.AITurnView {
        return this.given;
    }
    set turn(value: ApexTypes.AITurnView) {
        this.given = value;
        this.show = turnView(value);
        this.rating = value.insight?.rating;
    }

    private given: ApexTypes.AITurnView = {};

    /** Moves the focus to the question, where the answer begins. */
    @api
    focus(): void {
        focusOn(this.refs?.question);
    }

    handleAgain(): void {
        this.dispatchEvent(new CustomEvent('again', { detail: this.show.question }));
    }

    async handleRate(event: CustomEvent<string | null>): Promise<void> {
        const rating = event.detail;
        this.problem = '';
        try {
            await rate({ insightId: this.show.insight?.id, rating });
            this.rating = rating;
        } catch (error) {
            this.problem = errorMessages(error).join(' ');
        }
    }
}
