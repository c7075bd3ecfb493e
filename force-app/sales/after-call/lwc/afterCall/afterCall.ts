import { LightningElement, api } from 'lwc';
import transcripts from '@salesforce/apex/AfterCallController.transcripts';
import { errorMessages } from 'c/aiPanelUtils';
import { callOptions } from './callOptions';
import type { CallOption } from './callOptions';
import { labels } from './labels';

type Call = ApexTypes.CallView;

/** The calls of a record: one is chosen or added, then summarised, reviewed and logged. */
export default class AfterCall extends LightningElement {
    @api objectApiName: string | undefined;

    readonly labels = labels;
    record: string | undefined;
    calls: Call[] = [];
    chosenId: string | undefined;
    isAdding = false;
    isLoading = true;
    error: string | undefined;

    @api
    get recordId(): string | undefined {
        return this.record;
    }
    set recordId(value: string | undefined) {
        this.record = value;
        if (this.isConnected) this.load();
    }

    connectedCallback(): void {
        this.load();
    }

    get call(): Call | undefined {
        return this.calls.find(({ id }) => id === this.chosenId);
    }

    get options(): CallOption[] {
        return callOptions(this.calls);
    }

    /** The form to add a transcript is open because the person wants it, or because there is none. */
    get isUploadOpen(): boolean {
        return this.isAdding || this.calls.length === 0;
    }

    get canCancel(): boolean {
        return this.calls.length > 0;
    }

    get isShown(): boolean {
        return !this.isLoading && !this.error && !this.isUploadOpen && this.call !== undefined;
    }

    handleChoose(event: CustomEvent<{ value: string }>): void {
        event.stopPropagation();
        this.chosenId = event.detail.value;
    }

    handleAdd(): void {
        this.isAdding = true;
    }

    handleCancel(): void {
        this.isAdding = false;
    }

    async handleSaved(event: CustomEvent<ApexTypes.CallSaved>): Promise<void> {
        this.isAdding = false;
        await this.load(event.detail.transcriptId ?? undefined);
    }

    handleLogged(): void {
        this.load(this.chosenId);
    }

    handleRetry(): void {
        this.load();
    }

    private async load(wanted?: string): Promise<void> {
        const { record } = this;
        if (!record) return;
        try {
            const calls = ((await transcripts({ recordId: record })) ?? []) as Call[];
            // Another record may have been opened while this one was read.
            if (record !== this.record) return;
            this.calls = calls;
            this.chosenId = wanted ?? calls[0]?.id ?? undefined;
            this.error = undefined;
        } catch (problem) {
            this.error = errorMessages(problem).join(' ');
        } finally {
            this.isLoading = false;
        }
    }
}
