import { LightningElement, api } from 'lwc';
import { labels } from './labels';

/** Where an e-mail can go; never out. Sends `keep` with SaveDraft, Compose or LogTask as detail. */
export default class EmailActions extends LightningElement {
    @api saving = false;

    readonly labels = labels;

    handleKeep(event: Event): void {
        const { action } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('keep', { detail: action }));
    }
}
