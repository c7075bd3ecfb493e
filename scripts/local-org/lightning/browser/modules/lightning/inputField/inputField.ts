import { LightningElement, api } from 'lwc';
import type { FieldInfo } from '../../../../protocol.ts';
import { fieldLabel, referenceTarget } from 'lib/fields';
import { joinForm, type PicklistOption, type RecordForm } from 'lib/recordForm';

interface Editor extends HTMLElement {
    reportValidity(): boolean;
}

/** `lightning-input-field`: edits a field of the form around it. A field that the user may not see shows nothing. */
export default class InputField extends LightningElement {
    @api fieldName!: string | { fieldApiName: string };
    @api disabled = false;
    @api readOnly = false;
    @api required = false;
    @api variant = 'standard';

    private form: RecordForm | undefined;
    private leave: () => void = () => undefined;
    private preset: unknown;
    private state: { field?: FieldInfo; value?: unknown; error?: string; options: PicklistOption[] } = { options: [] };

    /** The value; setting it counts as a change. */
    @api
    get value(): unknown {
        return this.form ? this.form.value(this.apiName) : this.preset;
    }
    set value(value: unknown) {
        this.preset = value;
        this.form?.change(this.apiName, value);
    }

    connectedCallback(): void {
        const { form, leave } = joinForm(this as unknown as EventTarget, this.apiName, () => this.show());
        this.form = form;
        this.leave = leave ?? this.leave;
        if (this.preset !== undefined) {
            form?.change(this.apiName, this.preset);
        }
        this.show();
    }

    disconnectedCallback(): void {
        this.leave();
    }

    /** Takes back the change of this field. */
    @api
    reset(): void {
        this.form?.change(this.apiName, this.form.record?.fields[this.apiName]?.value ?? null);
    }

    @api
    reportValidity(): boolean {
        return this.editor?.reportValidity() ?? true;
    }

    @api
    focus(): void {
        this.editor?.focus();
    }

    get editor(): Editor | null {
        return this.template!.querySelector<Editor>('shell-field-editor');
    }

    get apiName(): string {
        return typeof this.fieldName === 'string' ? this.fieldName : this.fieldName.fieldApiName;
    }

    get label(): string {
        return this.state.field ? fieldLabel(this.state.field) : '';
    }

    get isEditable(): boolean {
        const { field } = this.state;
        const allowed = this.form?.recordId ? field?.updateable : field?.createable;
        return Boolean(allowed) && !this.readOnly;
    }

    get valueLabel(): string {
        const { field, value } = this.state;
        const stored = this.form?.record?.fields[this.apiName]?.value;
        return field && value === stored ? (referenceTarget(this.form?.record, field)?.label ?? '') : '';
    }

    get record() {
        return this.form?.record;
    }

    handleChange(event: CustomEvent<unknown>): void {
        this.form?.change(this.apiName, event.detail);
        this.dispatchEvent(new CustomEvent('change', { detail: { value: event.detail } }));
    }

    private show(): void {
        const { form, apiName } = this;
        this.state = {
            field: form?.field(apiName),
            value: form?.value(apiName),
            error: form?.errors[apiName],
            options: form?.options(apiName) ?? []
        };
    }
}
