import { LightningElement, api } from 'lwc';

/** Says why there is nothing to see, and what to do. */
export default class Message extends LightningElement {
    @api iconName = 'utility:info_alt';
    @api label = '';
    @api text = '';
    /** Whether this is all that the page has to say. */
    @api isPage = false;
}
