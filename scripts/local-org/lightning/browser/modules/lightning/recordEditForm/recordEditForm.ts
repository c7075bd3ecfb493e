import { LightningElement, api } from 'lwc';
import { RequestError } from 'lib/http';
import { formErrors, hostForm, RecordForm } from 'lib/recordForm';

/** `lightning-record-edit-form`: edits or, without a record id, creates a record with the input fields inside it. */
export default class RecordEditForm extends LightningElement {
    @api recordId?: string;
    @api objectApiName!: string | { objectApiName: string };
    @api density = 'auto';
    @api formClass = '';

    private form!: RecordForm;
    private loading = false;
    private errors: string[] = [];

    connectedCallback(): void {
        const { objectApiName } = this;
        const name = typeof objectApiName === 'string' ? objectApiName : objectApiName.objectApiName;
        this.form = new RecordForm(name, this.recordId ?? undefined);
        hostForm(
            this as unknown as EventTarget,
            () => this.form,
            () => this.loadSoon()
        );
    }

    get hasErrors(): boolean {
        return this.errors.length > 0;
    }

    /** Saves the changes of the fields and, where given, these values. */
    @api
    async submit(fields: Record<string, unknown> = {}): Promise<void> {
        this.errors = [];
        try {
            const saved = await this.form.save(fields);
            this.tell('success', { ...saved });
        } catch (error) {
            this.fail(error as RequestError);
        }
    }

    handleSubmit(event: Event): void {
        event.preventDefault();
        const fields = this.form.changedFields;
        const asked = new CustomEvent('submit', { detail: { fields }, cancelable: true });
        if (this.dispatchEvent(asked)) {
            void this.submit(fields);
        }
    }

    /** A lightning-button of type submit is no descendant of the form element for the browser. */
    handleClick(event: Event): void {
        const button = event.target as HTMLElement & { type?: string };
        if (button.tagName === 'LIGHTNING-BUTTON' && button.type === 'submit') {
            this.handleSubmit(event);
        }
    }

    private loadSoon(): void {
        if (!this.loading) {
            this.loading = true;
            queueMicrotask(() => void this.load());
        }
    }

    private async load(): Promise<void> {
        try {
            await this.form.load();
            const { record, info } = this.form;
            const records = record ? { [record.id]: record } : {};
            this.tell('load', { records, objectInfos: { [this.form.objectApiName]: info }, record: record ?? null });
        } catch (error) {
            this.fail(error as RequestError);
        } finally {
            this.loading = false;
        }
    }

    private fail(error: RequestError): void {
        this.errors = formErrors(error);
        this.tell('error', { message: error.message, detail: this.errors.join(' '), output: error.body?.output });
    }

    private tell(name: string, detail: unknown): void {
        this.dispatchEvent(new CustomEvent(name, { detail }));
    }
}
