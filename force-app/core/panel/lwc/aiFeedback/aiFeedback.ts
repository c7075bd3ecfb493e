import { LightningElement, api } from 'lwc';
import { labels } from './labels';

export type Rating = 'Up' | 'Down';

/** Thumbs, copy and asking again. Sends `rate` with the rating or null as detail, and `again`. */
export default class AiFeedback extends LightningElement {
    @api rating: string | null | undefined;
    /** What is copied. */
    @api text: string | null | undefined;

    readonly labels = labels;
    message = '';

    get isUp(): boolean {
        return this.rating === 'Up';
    }

    get isDown(): boolean {
        return this.rating === 'Down';
    }

    handleUp(): void {
        this.rate('Up');
    }

    handleDown(): void {
        this.rate('Down');
    }

    async handleCopy(): Promise<void> {
        this.message = '';
        try {
            await navigator.clipboard.writeText(this.text ?? '');
            this.message = labels.copied;
        } catch {
            this.message = labels.copyFailed;
        }
    }

    handleAgain(): void {
        this.dispatchEvent(new CustomEvent('again'));
    }

    // The same thumb once more takes it back.
    private rate(rating: Rating): void {
        this.dispatchEvent(new CustomEvent('rate', { detail: this.rating === rating ? null : rating }));
    }
}
