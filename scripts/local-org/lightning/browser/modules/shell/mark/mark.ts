import { LightningElement } from 'lwc';

/** Tandem's own mark: two wheels that overlap. */
export default class Mark extends LightningElement {}
