import { LightningElement, api } from 'lwc';
import type { RelatedListInfo } from '../../../../protocol.ts';
import { relatedLists } from 'lib/objects';

/** All related lists of a record. */
export default class RelatedLists extends LightningElement {
    @api recordId!: string;
    @api objectApiName!: string;

    private lists: RelatedListInfo[] = [];
    isLoading = true;
    problem = '';

    async connectedCallback(): Promise<void> {
        try {
            this.lists = (await relatedLists(this.objectApiName)).relatedLists;
        } catch (error) {
            this.problem = (error as Error).message;
        }
        this.isLoading = false;
    }

    get isEmpty(): boolean {
        return this.lists.length === 0;
    }
}
