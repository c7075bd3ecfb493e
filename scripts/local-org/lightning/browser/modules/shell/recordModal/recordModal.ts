import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import type { LayoutItem, LayoutSection } from '../../../../protocol.ts';
import { objectLabel } from 'lib/bootstrap';
import { layout } from 'lib/objects';
import { showToast } from 'lib/toasts';

interface Form extends HTMLElement {
    submit(): Promise<void>;
}

/** Creates or edits a record with the fields of its layout. Closes with the id of the saved record. */
export default class RecordModal extends LightningModal {
    @api objectApiName!: string;
    @api recordId?: string;

    private sections: LayoutSection[] = [];
    isSaving = false;
    private problem = '';

    async connectedCallback(): Promise<void> {
        this.label = this.title;
        try {
            const mode = this.recordId ? 'Edit' : 'Create';
            this.sections = (await layout(this.objectApiName, 'Full', mode)).sections;
        } catch (error) {
            this.problem = (error as Error).message;
        }
    }

    get title(): string {
        return `${this.recordId ? 'Edit' : 'New'} ${objectLabel(this.objectApiName)}`;
    }

    get shownSections() {
        return this.sections
            .map(({ heading, layoutRows }) => ({
                heading,
                fields: layoutRows.flatMap((row) => this.editable(row.layoutItems))
            }))
            .filter(({ fields }) => fields.length > 0);
    }

    get isLoading(): boolean {
        return this.sections.length === 0 && !this.problem;
    }

    handleCancel(): void {
        this.close();
    }

    async handleSave(): Promise<void> {
        const inputs = [
            ...this.template!.querySelectorAll<HTMLElement & { reportValidity(): boolean }>('lightning-input-field')
        ];
        if (!inputs.map((input) => input.reportValidity()).every(Boolean)) {
            return;
        }
        this.isSaving = true;
        await this.template!.querySelector<Form>('lightning-record-edit-form')!.submit();
        this.isSaving = false;
    }

    handleSuccess(event: CustomEvent<{ id: string }>): void {
        event.stopPropagation();
        showToast(`${objectLabel(this.objectApiName)} was saved.`, 'success');
        this.close(event.detail.id);
    }

    private editable(items: LayoutItem[]): { name: string; required: boolean }[] {
        return items
            .filter((item) => (this.recordId ? item.editableForUpdate : item.editableForNew))
            .flatMap(({ layoutComponents, required }) => layoutComponents.map((part) => ({ ...part, required })))
            .filter(({ componentType }) => componentType === 'Field')
            .map(({ apiName, required }) => ({ name: apiName, required }));
    }
}
