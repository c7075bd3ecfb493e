import { LightningElement, api } from 'lwc';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { LOADING, PanelSession } from 'c/aiPanelState';
import type { PanelSnapshot } from 'c/aiPanelState';
import { dropWork, focusOn } from 'c/aiPanelUtils';
import { labels } from './labels';
import { present } from './presentation';

const USE_CASE = 'Case_Summary';

/** Case Summary review panel: a person asks for a summary, checks its evidence and decides what is saved to the case. */
export default class CaseSummaryPanel extends LightningElement {
    readonly labels = labels;
    show = present(LOADING);
    record: string | undefined;
    session: PanelSession | undefined;
    focusNext: 'panel' | 'progress' | undefined;

    @api
    get recordId(): string | undefined {
        return this.record;
    }
    set recordId(value: string | undefined) {
        this.record = value;
        if (this.isConnected) this.open();
    }

    connectedCallback(): void {
        this.open();
    }

    disconnectedCallback(): void {
        this.session?.close();
    }

    renderedCallback(): void {
        if (!this.focusNext) return;
        focusOn(this.refs?.[this.focusNext]);
        this.focusNext = undefined;
    }

    get workKey(): string {
        return `${this.record}.${this.show.insight?.id}`;
    }

    handleSummarise(): void {
        this.ask(false);
    }

    handleAgain(): void {
        this.ask(true);
    }

    handleRetry(): void {
        this.focusNext = 'progress';
        this.session?.retry();
    }

    handleCancel(): void {
        this.session?.cancel();
    }

    handleCancelWaiting(): void {
        focusOn(this.refs?.panel);
        this.session?.cancelWaiting();
    }

    handleRate(event: CustomEvent<string | null>): void {
        this.session?.rate(event.detail);
    }

    async handleApprove(event: CustomEvent<string>): Promise<void> {
        const { workKey } = this;
        if (!(await this.session?.approve(event.detail))) return;
        dropWork(workKey);
        this.announceSaved(labels.saved, labels.savedMessage);
    }

    async handleReject(event: CustomEvent<string>): Promise<void> {
        const { workKey } = this;
        if (!(await this.session?.reject(event.detail))) return;
        dropWork(workKey);
        focusOn(this.refs?.panel);
    }

    async handleUndo(): Promise<void> {
        if (await this.session?.undo()) this.announceSaved(labels.undone, labels.undoneMessage);
    }

    private open(): void {
        this.session?.close();
        this.show = present(LOADING);
        if (!this.record) return;
        this.session = new PanelSession(USE_CASE, this.record, (snapshot) => this.change(snapshot));
        this.session.open();
    }

    private ask(again: boolean): void {
        this.focusNext = 'progress';
        this.session?.ask(again);
    }

    private change(snapshot: PanelSnapshot): void {
        // Whoever waited at the cancel button goes on reading the answer; whoever went elsewhere is left alone.
        const waited = this.show.progress && this.refs?.progress === this.focused;
        if (waited && !snapshot.progress) this.focusNext = 'panel';
        this.show = present(snapshot);
    }

    private get focused(): Element | null {
        return (this.template as unknown as DocumentOrShadowRoot).activeElement;
    }

    private announceSaved(title: string, message: string): void {
        focusOn(this.refs?.panel);
        this.dispatchEvent(new ShowToastEvent({ title, message, variant: 'success' }));
        notifyRecordUpdateAvailable([{ recordId: this.record ?? '' }]);
    }
}
