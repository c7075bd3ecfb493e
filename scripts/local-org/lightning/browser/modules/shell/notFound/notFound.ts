import { LightningElement } from 'lwc';
import { tellTitle } from 'lib/title';

/** For an address that leads nowhere. */
export default class NotFound extends LightningElement {
    connectedCallback(): void {
        tellTitle(this, 'Page not found');
    }
}
