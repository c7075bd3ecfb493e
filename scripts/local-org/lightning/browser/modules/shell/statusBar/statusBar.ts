import { LightningElement } from 'lwc';
import { bootstrap } from 'lib/bootstrap';

/** Says at all times what this is, and which model answers. */
export default class StatusBar extends LightningElement {
    readonly modelLabel = bootstrap.modelLabel;
}
