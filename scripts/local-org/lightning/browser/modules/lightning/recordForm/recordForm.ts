import { LightningElement, api } from 'lwc';
import { layout, layoutFields } from 'lib/objects';

/** `lightning-record-form`: a form made from a list of fields or from a layout, with its own Save and Cancel. */
export default class RecordForm extends LightningElement {
    @api recordId?: string;
    @api objectApiName!: string;
    @api fields?: (string | { fieldApiName: string })[];
    @api layoutType?: 'Full' | 'Compact';
    @api columns: number | string = 1;
    @api mode?: 'view' | 'edit' | 'readonly';

    private names: string[] = [];
    isEditing = false;

    async connectedCallback(): Promise<void> {
        this.isEditing = !this.recordId || this.mode === 'edit';
        const given = (this.fields ?? []).map((field) => (typeof field === 'string' ? field : field.fieldApiName));
        const ofLayout = this.layoutType ? layoutFields(await layout(this.objectApiName, this.layoutType)) : [];
        this.names = [...new Set([...given, ...ofLayout])];
    }

    get hasFields(): boolean {
        return this.names.length > 0;
    }

    get canEdit(): boolean {
        return this.mode !== 'readonly';
    }

    get columnClass(): string {
        return `slds-p-horizontal_small slds-size_1-of-1 slds-medium-size_1-of-${this.columns || 1}`;
    }

    handleEdit(): void {
        this.isEditing = true;
    }

    handleCancel(): void {
        this.isEditing = this.mode === 'edit' || !this.recordId;
        this.dispatchEvent(new CustomEvent('cancel'));
    }

    handleSuccess(event: CustomEvent<unknown>): void {
        this.isEditing = this.mode === 'edit';
        this.dispatchEvent(new CustomEvent('success', { detail: event.detail }));
    }

    handleOther(event: CustomEvent<unknown>): void {
        this.dispatchEvent(new CustomEvent(event.type, { detail: event.detail }));
    }
}
