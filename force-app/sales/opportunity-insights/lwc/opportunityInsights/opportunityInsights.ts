import { LightningElement, api } from 'lwc';
import { LOADING_PRESENTATION } from 'c/aiPanelState';
import type { Presentation } from 'c/aiPanelState';
import { headings, labels, words } from './labels';

/** What puts a deal at risk: the computed signals first, with or without AI, then a model's explanation of them. */
export default class OpportunityInsights extends LightningElement {
    @api recordId: string | undefined;
    @api objectApiName: string | undefined;

    readonly headings = headings;
    readonly labels = labels;
    readonly words = words;
    show: Presentation = LOADING_PRESENTATION;

    handleChange(event: CustomEvent<Presentation>): void {
        this.show = event.detail;
    }
}
