import { LightningElement, api } from 'lwc';
import type { FieldInfo, RecordRepresentation } from '../../../../protocol.ts';
import { displayText, recordUrl, referenceTarget } from 'lib/fields';

const TEXT_TYPES = ['TextArea', 'LongTextArea'];

/** Shows the value of a field the way its type asks for. */
export default class Value extends LightningElement {
    @api field?: FieldInfo;
    @api record?: RecordRepresentation;
    /** Links the name field to the record's page. */
    @api linkName = false;

    get raw(): unknown {
        return this.field && this.record?.fields[this.field.apiName]?.value;
    }

    get isEmpty(): boolean {
        return this.raw === null || this.raw === undefined || this.raw === '';
    }

    get text(): string {
        return this.field ? displayText(this.record, this.field.apiName) : '';
    }

    get reference() {
        return this.field?.dataType === 'Reference' ? referenceTarget(this.record, this.field) : null;
    }

    get nameUrl(): string | null {
        return this.linkName && this.record ? recordUrl(this.record.id) : null;
    }

    get isBoolean(): boolean {
        return this.field?.dataType === 'Boolean';
    }

    get isDateTime(): boolean {
        return this.field?.dataType === 'DateTime';
    }

    get isDate(): boolean {
        return this.field?.dataType === 'Date';
    }

    get isEmail(): boolean {
        return this.field?.dataType === 'Email';
    }

    get isPhone(): boolean {
        return this.field?.dataType === 'Phone';
    }

    get isUrl(): boolean {
        return this.field?.dataType === 'Url';
    }

    get isLongText(): boolean {
        return TEXT_TYPES.includes(this.field?.dataType ?? '');
    }

    get checkClass(): string {
        return this.raw ? 'box checked' : 'box';
    }

    get checkText(): string {
        return this.raw ? 'True' : 'False';
    }
}
