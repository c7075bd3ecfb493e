import { LightningElement, api } from 'lwc';
import type { FieldInfo, RecordRepresentation } from '../../../../protocol.ts';
import { fieldLabel } from 'lib/fields';
import { joinForm, type RecordForm } from 'lib/recordForm';

/** `lightning-output-field`: shows a field of the form around it. A field that the user may not see shows nothing. */
export default class OutputField extends LightningElement {
    @api fieldName!: string | { fieldApiName: string };
    @api variant = 'standard';
    @api fieldClass = '';

    private form: RecordForm | undefined;
    private leave: () => void = () => undefined;
    state: { field?: FieldInfo; record?: RecordRepresentation } = {};

    connectedCallback(): void {
        const { form, leave } = joinForm(this as unknown as EventTarget, this.apiName, () => this.show());
        this.form = form;
        this.leave = leave ?? this.leave;
        this.show();
    }

    disconnectedCallback(): void {
        this.leave();
    }

    get apiName(): string {
        return typeof this.fieldName === 'string' ? this.fieldName : this.fieldName.fieldApiName;
    }

    get label(): string {
        return this.state.field ? fieldLabel(this.state.field) : '';
    }

    get labelClass(): string {
        return this.variant === 'label-hidden' ? 'slds-assistive-text' : 'slds-form-element__label';
    }

    private show(): void {
        this.state = { field: this.form?.field(this.apiName), record: this.form?.record };
    }
}
