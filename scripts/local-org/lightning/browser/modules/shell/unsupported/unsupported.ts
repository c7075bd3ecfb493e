import { LightningElement, api } from 'lwc';

/** In the place of a component that the local org does not have: says which. */
export default class Unsupported extends LightningElement {
    @api name = '';
    @api recordId?: string;
    @api objectApiName?: string;

    get text(): string {
        return `The page names ${this.name}, which is neither a component of the project nor one that the local org has.`;
    }
}
