import { LightningElement } from 'lwc';

/** Top of the window: the mark, global search and the user. */
export default class GlobalHeader extends LightningElement {}
