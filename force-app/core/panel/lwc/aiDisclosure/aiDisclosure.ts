import { LightningElement, api } from 'lwc';

/** Content behind a label, closed until a person opens it. */
export default class AiDisclosure extends LightningElement {
    @api label = '';
}
