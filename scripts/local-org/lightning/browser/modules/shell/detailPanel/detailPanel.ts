import { LightningElement, api } from 'lwc';
import type { LayoutItem, LayoutSection, ObjectInfo } from '../../../../protocol.ts';
import { fieldLabel } from 'lib/fields';
import { layout, objectInfo } from 'lib/objects';
import { showToast } from 'lib/toasts';

interface Field {
    key: string;
    name: string;
    label: string;
    required: boolean;
    isEditable: boolean;
    editLabel: string;
}

interface InputField extends HTMLElement {
    fieldName: string;
    reportValidity(): boolean;
}

/** All fields of a record as its layout orders them. The pencil of a field opens them all for editing. */
export default class DetailPanel extends LightningElement {
    @api recordId!: string;
    @api objectApiName!: string;

    private info: ObjectInfo | undefined;
    private sections: LayoutSection[] = [];
    isEditing = false;
    isSaving = false;
    problem = '';
    private focusField: string | null = null;
    private closedSections = new Set<string>();

    async connectedCallback(): Promise<void> {
        try {
            const [info, full] = await Promise.all([
                objectInfo(this.objectApiName),
                layout(this.objectApiName, 'Full')
            ]);
            this.info = info;
            this.sections = full.sections;
        } catch (error) {
            this.problem = (error as Error).message;
        }
    }

    get isLoading(): boolean {
        return !this.info;
    }

    get shownSections() {
        return this.sections
            .map((section, index) => this.describe(section, String(index)))
            .filter(({ columns }) => columns.length > 0);
    }

    handleEdit(event: Event): void {
        this.focusField = (event.currentTarget as HTMLElement).dataset.field ?? null;
        this.isEditing = true;
    }

    handleToggle(event: Event): void {
        const { key } = (event.currentTarget as HTMLElement).dataset;
        const closed = new Set(this.closedSections);
        if (!closed.delete(key!)) {
            closed.add(key!);
        }
        this.closedSections = closed;
    }

    /** The form has loaded its record: the field whose pencil was clicked gets the focus. */
    handleLoad(): void {
        const wanted = this.focusField;
        this.focusField = null;
        if (wanted) {
            requestAnimationFrame(() => this.inputs.find(({ fieldName }) => fieldName === wanted)?.focus());
        }
    }

    handleCancel(): void {
        this.isEditing = false;
    }

    async handleSave(): Promise<void> {
        if (!this.inputs.map((input) => input.reportValidity()).every(Boolean)) {
            return;
        }
        this.isSaving = true;
        await this.template!.querySelector<HTMLElement & { submit(): Promise<void> }>(
            'lightning-record-edit-form'
        )!.submit();
        this.isSaving = false;
    }

    handleSuccess(): void {
        this.isEditing = false;
        showToast(`${this.info!.label} was saved.`, 'success');
    }

    get inputs(): InputField[] {
        return [...this.template!.querySelectorAll<InputField>('lightning-input-field')];
    }

    private describe({ heading, columns, layoutRows }: LayoutSection, key: string) {
        const isOpen = !this.closedSections.has(key);
        return {
            key,
            heading: heading || 'Details',
            isOpen,
            expanded: String(isOpen),
            icon: isOpen ? 'utility:chevrondown' : 'utility:chevronright',
            columns: Array.from({ length: columns }, (_, index) => ({
                key: index,
                fields: layoutRows.flatMap(({ layoutItems }) => this.fields(layoutItems[index]))
            })).filter(({ fields }) => fields.length > 0)
        };
    }

    private fields(item: LayoutItem | undefined): Field[] {
        const parts = item?.layoutComponents.filter(({ componentType }) => componentType === 'Field') ?? [];
        return parts.flatMap(({ apiName }) => {
            const field = this.info!.fields[apiName];
            const label = field ? fieldLabel(field) : apiName;
            const isEditable = Boolean(field?.updateable && item!.editableForUpdate);
            const rest = { required: item!.required, isEditable, editLabel: `Edit ${label}` };
            return field ? [{ key: apiName, name: apiName, label, ...rest }] : [];
        });
    }
}
