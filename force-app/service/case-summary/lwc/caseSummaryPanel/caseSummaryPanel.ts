import { LightningElement, api } from 'lwc';
import type AiAnswer from 'c/aiAnswer';
import { LOADING_PRESENTATION } from 'c/aiPanelState';
import type { Presentation } from 'c/aiPanelState';
import { dropWork } from 'c/aiPanelUtils';
import { labels, words } from './labels';

/** Case Summary review panel: a person asks for a summary, checks its evidence and decides what is saved to the case. */
export default class CaseSummaryPanel extends LightningElement {
    @api recordId: string | undefined;

    readonly labels = labels;
    readonly words = words;
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

    async handleApprove(event: CustomEvent<string>): Promise<void> {
        const { workKey } = this;
        if (await this.answer?.approve(event.detail)) dropWork(workKey);
    }

    async handleReject(event: CustomEvent<string>): Promise<void> {
        const { workKey } = this;
        if (await this.answer?.reject(event.detail)) dropWork(workKey);
    }

    private get answer(): AiAnswer | undefined {
        return this.refs?.answer as unknown as AiAnswer | undefined;
    }
}
