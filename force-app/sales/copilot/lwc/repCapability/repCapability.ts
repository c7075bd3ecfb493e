import { LightningElement, api } from 'lwc';

/** Shows the component of a use case. One of these shows one capability as long as it lives. */
export default class RepCapability extends LightningElement {
    /** Developer name, such as Meeting_Brief. */
    @api useCase = '';
    @api recordId: string | undefined;
    @api objectApiName: string | undefined;

    /** Which of them it is, for the template. */
    get is(): Readonly<Record<string, boolean>> {
        return { [this.useCase]: true };
    }
}
