import { LightningElement, api } from 'lwc';
import { objectInfo } from 'lib/objects';

/** A section of fields that the page itself names; not there when the user may see none of them. */
export default class FieldSection extends LightningElement {
    @api label = '';
    @api recordId!: string;
    @api objectApiName!: string;
    /** Field names, column by column. */
    @api columns: string[][] = [];

    shownColumns: { key: number; fields: string[] }[] = [];

    async connectedCallback(): Promise<void> {
        const { fields } = await objectInfo(this.objectApiName);
        this.shownColumns = this.columns
            .map((names, key) => ({ key, fields: names.filter((name) => fields[name]) }))
            .filter((column) => column.fields.length > 0);
    }

    get hasFields(): boolean {
        return this.shownColumns.length > 0;
    }
}
