import { LightningElement, api } from 'lwc';
import type { FlexiPage as FlexiPageMetadata } from '../../../../protocol.ts';
import { gridRows, type PageContext } from 'lib/flexiPage';

/** A page from its metadata: regions side by side, one below the other where there is no room. */
export default class FlexiPage extends LightningElement {
    @api page!: FlexiPageMetadata;
    @api recordId?: string;
    @api objectApiName?: string;

    get context(): PageContext {
        return { page: this.page, recordId: this.recordId, objectApiName: this.objectApiName };
    }

    get rows() {
        return gridRows(this.page);
    }
}
