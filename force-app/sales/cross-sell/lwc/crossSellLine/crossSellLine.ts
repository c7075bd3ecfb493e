import { LightningElement, api } from 'lwc';
import LOCALE from '@salesforce/i18n/locale';
import offer from '@salesforce/apex/CrossSellController.offer';
import { errorMessages, focusOn, formatText } from 'c/aiPanelUtils';
import { labels } from './labels';

/** What a person wants to add: to which opportunity, how many, at which price of a unit. */
export interface LineDetail {
    readonly opportunityId: string;
    readonly quantity: string;
    readonly price: string;
}

type Field = HTMLElement & { reportValidity(): boolean };

/** Quantity and price of a product that is to be added to an opportunity. Sends `save` with a LineDetail, and `cancel`. */
export default class CrossSellLine extends LightningElement {
    @api recordId: string | undefined;
    @api productId: string | undefined;
    @api productName = '';
    @api deals: readonly ApexTypes.CrossSellDeal[] = [];
    @api saving = false;

    readonly labels = labels;
    opportunityId: string | undefined;
    quantity = '1';
    price = '';
    found: ApexTypes.CrossSellOffer | undefined;
    isRefused = false;
    problem: string | undefined;

    /** Units that others buy at a time; the form begins with a whole number of them. */
    @api
    get usualQuantity(): number | undefined {
        return Number(this.quantity);
    }
    set usualQuantity(value: number | null | undefined) {
        this.quantity = String(Math.max(1, Math.round(value ?? 1)));
    }

    connectedCallback(): void {
        if (this.deals.length === 1) this.choose(this.deals[0].id);
    }

    /** Moves the focus to the first field. */
    @api
    focus(): void {
        focusOn(this.template?.querySelector('[data-field]'));
    }

    get heading(): string {
        return formatText(labels.form, this.productName);
    }

    get hasChoice(): boolean {
        return this.deals.length > 1;
    }

    get options(): { label: string; value: string }[] {
        return this.deals.map(({ id, name, stage }) => ({
            label: [name, stage].filter(Boolean).join(' · '),
            value: String(id)
        }));
    }

    get listPrice(): string {
        const { price, currencyCode, priceBookName } = this.found ?? {};
        const style: Intl.NumberFormatOptions = { style: 'currency', currency: currencyCode ?? 'USD' };
        return formatText(labels.listPrice, priceBookName, new Intl.NumberFormat(LOCALE, style).format(price ?? 0));
    }

    get cannotSave(): boolean {
        return this.saving || !this.found;
    }

    handleOpportunity(event: CustomEvent<{ value: string }>): void {
        event.stopPropagation();
        this.choose(event.detail.value);
    }

    handleQuantity(event: CustomEvent<{ value: string }>): void {
        event.stopPropagation();
        this.quantity = event.detail.value;
        this.checkAgain(event);
    }

    handlePrice(event: CustomEvent<{ value: string }>): void {
        event.stopPropagation();
        this.price = event.detail.value;
        this.checkAgain(event);
    }

    handleKey(event: KeyboardEvent): void {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        this.handleCancel();
    }

    handleSave(): void {
        const fields = [...(this.template?.querySelectorAll<Field>('[data-field]') ?? [])];
        const areValid = fields.map((field) => field.reportValidity()).every(Boolean);
        this.isRefused = !areValid;
        if (!areValid || !this.opportunityId) return;
        const detail: LineDetail = { opportunityId: this.opportunityId, quantity: this.quantity, price: this.price };
        this.dispatchEvent(new CustomEvent('save', { detail }));
    }

    handleCancel(): void {
        this.dispatchEvent(new CustomEvent('cancel'));
    }

    /** A message that went only when the field is left would move the button away from under the pointer. */
    private checkAgain(event: Event): void {
        if (this.isRefused) (event.currentTarget as Field).reportValidity();
    }

    /** Reads the price of the product in the price book of the opportunity. */
    private async choose(opportunityId: string | null | undefined): Promise<void> {
        this.opportunityId = opportunityId ?? undefined;
        this.found = undefined;
        this.problem = undefined;
        try {
            const found = await offer({ recordId: this.recordId, opportunityId, productId: this.productId });
            if (opportunityId !== this.opportunityId) return;
            this.found = found;
            this.price = String(found.price ?? '');
        } catch (error) {
            if (opportunityId === this.opportunityId) this.problem = errorMessages(error).join(' ');
        }
    }
}
