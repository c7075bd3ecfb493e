import { LightningElement, api } from 'lwc';
import { labels } from './labels';

/** Where an e-mail can go; never out. Sends `keep` with SaveDraft, Compose or LogTask as detail. */
export default class EmailActions extends LightningElement {
    @api saving = false;
    /** The draft's sources changed: to refresh it comes first then. */
    @api stale = false;

    readonly labels = labels;

    get saveVariant(): string {
        return this.stale ? 'neutral' : 'brand';
    }

    handleKeep(event: Event): void {
        const { action } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('keep', { detail: action }));
    }
}
