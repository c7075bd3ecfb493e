import { LightningElement, api } from 'lwc';
import { hostForm, RecordForm } from 'lib/recordForm';
import { watchRecord } from 'lib/records';

/** `lightning-record-view-form`: shows a record with the output fields inside it. */
export default class RecordViewForm extends LightningElement {
    @api recordId!: string;
    @api objectApiName!: string | { objectApiName: string };
    @api density = 'auto';

    private form!: RecordForm;
    private loading = false;
    problem = '';
    private stopWatching: () => void = () => undefined;

    connectedCallback(): void {
        const { objectApiName } = this;
        const name = typeof objectApiName === 'string' ? objectApiName : objectApiName.objectApiName;
        this.form = new RecordForm(name, this.recordId);
        this.stopWatching = watchRecord(this.recordId, () => this.load());
        hostForm(
            this as unknown as EventTarget,
            () => this.form,
            () => this.loadSoon()
        );
    }

    disconnectedCallback(): void {
        this.stopWatching();
    }

    private loadSoon(): void {
        if (!this.loading) {
            this.loading = true;
            queueMicrotask(() => void this.load());
        }
    }

    private async load(): Promise<void> {
        this.problem = '';
        try {
            await this.form.load();
            const { record, info } = this.form;
            const detail = { records: { [this.recordId]: record }, objectInfos: { [this.form.objectApiName]: info } };
            this.dispatchEvent(new CustomEvent('load', { detail }));
        } catch (error) {
            this.problem = (error as Error).message;
        } finally {
            this.loading = false;
        }
    }
}
