import { LightningElement, api } from 'lwc';
import { LOADING_PRESENTATION } from 'c/aiPanelState';
import type { Presentation } from 'c/aiPanelState';
import { printSheet } from 'c/aiPrint';
import { HEADINGS } from './headings';
import { labels, words } from './labels';
import { briefSheet } from './briefSheet';

/** The Meeting Brief of a record: asked for, read with its sources, printed or copied. It writes nothing. */
export default class MeetingBrief extends LightningElement {
    @api recordId: string | undefined;
    @api objectApiName: string | undefined;

    readonly labels = labels;
    readonly words = words;
    readonly headings = HEADINGS;
    show: Presentation = LOADING_PRESENTATION;

    get isPrintable(): boolean {
        return Boolean(this.show.facts) || this.show.isReviewed;
    }

    handleChange(event: CustomEvent<Presentation>): void {
        this.show = event.detail;
    }

    handlePrint(): void {
        printSheet(briefSheet(this.show));
    }
}
