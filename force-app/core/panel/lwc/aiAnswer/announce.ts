import type { LightningElement } from 'lwc';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';

type Insight = ApexTypes.AIInsightView | undefined;

/** Lets the page read again what a decision changed: the record, and the records that were created from the answer. */
export function announceChange(recordId: string | undefined, insight: Insight): void {
    const created = (insight?.decisions ?? []).flatMap(({ recordIds }) => recordIds ?? []);
    notifyRecordUpdateAvailable([recordId ?? '', ...created].map((id) => ({ recordId: id })));
}

/** Tells that something was saved. */
export function announceSaved(component: LightningElement, title: string, message: string): void {
    component.dispatchEvent(new ShowToastEvent({ title, message, variant: 'success' }));
}
