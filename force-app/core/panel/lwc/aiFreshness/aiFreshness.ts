import { LightningElement, api } from 'lwc';
import MADE from '@salesforce/label/c.AI_Panel_Made';
import MADE_NOW from '@salesforce/label/c.AI_Panel_Made_Now';
import { exactTime, formatText, isJustNow, relativeTime } from 'c/aiPanelUtils';

const REFRESH_MILLISECONDS = 30_000;

/** How old an answer is in words that stay true while the page is open; the exact time on hover. */
export default class AiFreshness extends LightningElement {
    /** When the answer was made, in ISO 8601. */
    @api moment: string | undefined;

    now = Date.now();
    timer: number | undefined;

    connectedCallback(): void {
        // A page stays open for hours: without a clock "just now" would become untrue.
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.timer = window.setInterval(() => (this.now = Date.now()), REFRESH_MILLISECONDS);
    }

    disconnectedCallback(): void {
        window.clearInterval(this.timer);
    }

    get text(): string {
        if (!this.moment) return '';
        return isJustNow(this.moment, this.now) ? MADE_NOW : formatText(MADE, relativeTime(this.moment, this.now));
    }

    get exact(): string {
        return this.moment ? exactTime(this.moment) : '';
    }
}
