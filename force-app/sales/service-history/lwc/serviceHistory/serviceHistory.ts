import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import type AiAnswer from 'c/aiAnswer';
import { LOADING_PRESENTATION } from 'c/aiPanelState';
import type { Presentation } from 'c/aiPanelState';
import { dropWork } from 'c/aiPanelUtils';
import { HEADINGS } from './headings';
import { labels, words } from './labels';

/** What a person decided to attach, and where. */
export interface Attachment {
    readonly text: string;
    /** Null where the record itself is the opportunity. */
    readonly opportunityId: string | null;
}

/** The service history of an account or of an opportunity's account; attached as a note once a person has read it. */
export default class ServiceHistory extends LightningElement {
    @api recordId: string | undefined;
    @api objectApiName: string | undefined;

    readonly labels = labels;
    readonly words = words;
    readonly headings = HEADINGS;
    show: Presentation = LOADING_PRESENTATION;

    get workKey(): string {
        return `${this.recordId}.${this.show.insight?.id}`;
    }

    get draftText(): string | null | undefined {
        return this.show.insight?.draftText;
    }

    handleChange(event: CustomEvent<Presentation>): void {
        this.show = event.detail;
    }

    async handleAttach(event: CustomEvent<Attachment>): Promise<void> {
        const { workKey } = this;
        if (!(await this.answer?.perform(null, 'Note', event.detail))) return;
        dropWork(workKey);
        this.answer?.focus();
        this.dispatchEvent(
            new ShowToastEvent({ title: labels.attached, message: labels.attachedMessage, variant: 'success' })
        );
    }

    async handleReject(event: CustomEvent<string>): Promise<void> {
        const { workKey } = this;
        if (await this.answer?.reject(event.detail)) dropWork(workKey);
    }

    private get answer(): AiAnswer | undefined {
        return this.refs?.answer as unknown as AiAnswer | undefined;
    }
}
