import { LightningElement, api, wire } from 'lwc';
import openOpportunities from '@salesforce/apex/ServiceHistoryController.openOpportunities';
import { labels } from './labels';
import { dealOptions } from './dealOptions';
import type { DealOption } from './dealOptions';

type Deals = readonly ApexTypes.OpenDealView[];

interface Answer {
    readonly data?: Deals | undefined;
    readonly error?: unknown;
}

interface Field extends HTMLElement {
    reportValidity(): boolean;
}

/**
 * Where a service history goes, and with which text. Sends `attach` with text and opportunity as detail, and `reject` with
 * the reason. On an account the person chooses among its open opportunities; an opportunity is its own choice.
 */
export default class ServiceHistoryNote extends LightningElement {
    @api recordId: string | undefined;
    @api draftText: string | null | undefined;
    @api workKey = '';
    @api blocked = false;
    @api saving = false;

    readonly labels = labels;
    deals: Deals | undefined;
    error: unknown;
    opportunityId: string | null = null;

    @wire(openOpportunities, { recordId: '$recordId' })
    receiveDeals({ data, error }: Answer): void {
        this.error = error;
        this.deals = data;
        if (data?.length === 1) this.opportunityId = data[0].id ?? null;
    }

    get isNoneOpen(): boolean {
        return this.deals?.length === 0;
    }

    /** The record itself leaves no choice. */
    get isChoice(): boolean {
        return this.deals?.some(({ id }) => id !== this.recordId) ?? false;
    }

    get options(): DealOption[] {
        return dealOptions(this.deals ?? []);
    }

    handleChoice(event: CustomEvent<{ value: string }>): void {
        event.stopPropagation();
        this.opportunityId = event.detail.value;
        // A message about the missing choice goes now; when the field is left it would go from under the pointer.
        (event.currentTarget as Field).reportValidity();
    }

    handleApprove(event: CustomEvent<string>): void {
        event.stopPropagation();
        if (!this.opportunityId) {
            const field = this.refs?.opportunity as Field | undefined;
            field?.reportValidity();
            field?.focus();
            return;
        }
        const detail = { text: event.detail, opportunityId: this.opportunityId };
        this.dispatchEvent(new CustomEvent('attach', { detail }));
    }

    handleReject(event: CustomEvent<string>): void {
        event.stopPropagation();
        this.dispatchEvent(new CustomEvent('reject', { detail: event.detail }));
    }
}
