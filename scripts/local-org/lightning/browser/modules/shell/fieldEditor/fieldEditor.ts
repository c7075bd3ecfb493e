import { LightningElement, api } from 'lwc';
import type { FieldInfo } from '../../../../protocol.ts';
import { fieldLabel } from 'lib/fields';
import type { PicklistOption } from 'lib/recordForm';

const INPUT_TYPES: Record<string, string> = {
    Boolean: 'checkbox',
    Int: 'number',
    Double: 'number',
    Currency: 'number',
    Percent: 'number',
    Date: 'date',
    DateTime: 'datetime',
    Time: 'time',
    Email: 'email',
    Phone: 'tel',
    Url: 'url'
};
const NONE = { label: '--None--', value: '' };

interface Validatable extends HTMLElement {
    setCustomValidity(message: string): void;
    reportValidity(): boolean;
}

/** Edits a field with the base component for its type. Fires `valuechange` with the new value as detail. */
export default class FieldEditor extends LightningElement {
    @api field!: FieldInfo;
    @api value?: unknown;
    @api valueLabel = '';
    @api options: PicklistOption[] = [];
    @api required = false;
    @api disabled = false;
    @api variant = 'standard';

    private message = '';

    /** What is wrong with the value, shown at the input; empty when nothing is. */
    @api
    get error(): string {
        return this.message;
    }
    set error(message: string | undefined) {
        this.message = message ?? '';
    }

    /** Whether the value can be saved; shows what is wrong when it can not. */
    @api
    reportValidity(): boolean {
        return this.input?.reportValidity() ?? true;
    }

    @api
    focus(): void {
        this.input?.focus();
    }

    renderedCallback(): void {
        this.input?.setCustomValidity?.(this.message);
        if (this.message) {
            this.input?.reportValidity();
        }
    }

    get input(): Validatable | null {
        return this.template!.querySelector<Validatable>('.editor');
    }

    get label(): string {
        return fieldLabel(this.field);
    }

    get isReference(): boolean {
        return this.field.dataType === 'Reference';
    }

    get isPicklist(): boolean {
        return this.field.dataType === 'Picklist';
    }

    get isMultiPicklist(): boolean {
        return this.field.dataType === 'MultiPicklist';
    }

    get isLongText(): boolean {
        return this.field.dataType === 'TextArea' || this.field.dataType === 'LongTextArea';
    }

    get isBoolean(): boolean {
        return this.field.dataType === 'Boolean';
    }

    get isRequired(): boolean {
        return (this.required || this.field.required) && !this.isBoolean;
    }

    get inputType(): string {
        return INPUT_TYPES[this.field.dataType] ?? 'text';
    }

    get step(): string | undefined {
        return this.inputType === 'number' ? String(10 ** -(this.field.scale ?? 0)) : undefined;
    }

    get maxLength(): number | undefined {
        return this.field.length > 0 ? this.field.length : undefined;
    }

    get choices(): PicklistOption[] {
        return this.isRequired ? this.options : [NONE, ...this.options];
    }

    get chosen(): string[] {
        return String(this.value ?? '')
            .split(';')
            .filter(Boolean);
    }

    get text(): string {
        return this.value === null || this.value === undefined ? '' : String(this.value);
    }

    get referenceTo(): string {
        return this.field.referenceToInfos[0]?.apiName ?? '';
    }

    handleCheck(event: CustomEvent<{ checked: boolean }>): void {
        this.tell(event.detail.checked);
    }

    handleChoice(event: CustomEvent<{ value: string[] }>): void {
        this.tell(event.detail.value.join(';') || null);
    }

    handleChange(event: CustomEvent<{ value: string | null }>): void {
        const { value } = event.detail;
        const empty = value === '' || value === null || value === undefined;
        this.tell(empty ? null : this.inputType === 'number' ? Number(value) : value);
    }

    private tell(value: unknown): void {
        this.dispatchEvent(new CustomEvent('valuechange', { detail: value }));
    }
}
