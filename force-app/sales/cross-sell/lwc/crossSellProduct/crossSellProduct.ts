import { LightningElement, api } from 'lwc';
import { focusOn, formatText } from 'c/aiPanelUtils';
import { labels } from './labels';

type Mode = 'reading' | 'adding' | 'dismissing';

/** One product with its figures and what AI says of it. Sends `add` with a LineDetail, and `dismiss` with the reason as detail. */
export default class CrossSellProduct extends LightningElement {
    @api recordId: string | undefined;
    @api candidate: ApexTypes.CrossSellCandidate = {};
    @api statement: ApexTypes.AIStatementView | undefined;
    @api insightId: string | undefined;
    @api deals: readonly ApexTypes.CrossSellDeal[] = [];
    @api currencyCode: string | undefined;
    @api canAdd = false;
    @api saving = false;

    readonly labels = labels;
    mode: Mode = 'reading';
    reason = '';
    focusNext: 'form' | 'reason' | 'add' | 'dismiss' | undefined;

    renderedCallback(): void {
        if (!this.focusNext) return;
        focusOn(this.refs?.[this.focusNext]);
        this.focusNext = undefined;
    }

    get isAdding(): boolean {
        return this.mode === 'adding';
    }

    get isDismissing(): boolean {
        return this.mode === 'dismissing';
    }

    get isOffered(): boolean {
        return this.canAdd && this.deals.length > 0;
    }

    get buyers(): string {
        return formatText(labels.buyersOf, this.candidate.buyers, this.candidate.likeAccounts);
    }

    get addTitle(): string {
        return formatText(labels.addProduct, this.candidate.name);
    }

    get dismissTitle(): string {
        return formatText(labels.dismissProduct, this.candidate.name);
    }

    get hasPrice(): boolean {
        return this.candidate.price !== undefined && this.candidate.price !== null;
    }

    get quantity(): string {
        return formatText(labels.usualOf, this.candidate.quantity);
    }

    /** Without a currency, prices are numbers in the corporate one. */
    get priceStyle(): string {
        return this.currencyCode ? 'currency' : 'decimal';
    }

    get together(): string {
        const others = (this.candidate.together ?? []).map(({ name, accounts, isOwn }) =>
            formatText(isOwn ? labels.togetherOwn : labels.togetherOf, name, accounts, this.candidate.buyers)
        );
        return others.join(' · ');
    }

    handleAddOpen(): void {
        this.mode = 'adding';
        this.focusNext = 'form';
    }

    handleDismissOpen(): void {
        this.mode = 'dismissing';
        this.focusNext = 'reason';
    }

    handleCancel(): void {
        this.focusNext = this.isAdding ? 'add' : 'dismiss';
        this.mode = 'reading';
    }

    handleReason(event: CustomEvent<{ value: string }>): void {
        this.reason = event.detail.value;
    }

    handleKey(event: KeyboardEvent): void {
        if (event.key === 'Enter') this.handleDismiss();
        if (event.key !== 'Escape') return;
        // A console would take the same key as a wish to leave more than this field.
        event.stopPropagation();
        this.handleCancel();
    }

    handleDismiss(): void {
        const reason = this.reason.trim();
        if (reason) this.dispatchEvent(new CustomEvent('dismiss', { detail: reason }));
        else (this.refs?.reason as (HTMLElement & { reportValidity(): boolean }) | undefined)?.reportValidity();
    }

    handleSave(event: CustomEvent): void {
        this.dispatchEvent(new CustomEvent('add', { detail: event.detail }));
    }
}
