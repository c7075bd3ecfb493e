import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { recordPage } from './recordPage';

/** A link to a record: opens in the app, in a console as a tab, and can be opened in a new window like any other link. */
export default class SalesRecordLink extends NavigationMixin(LightningElement) {
    @api label = '';

    record: string | undefined;
    url = '#';

    @api
    get recordId(): string | undefined {
        return this.record;
    }
    set recordId(value: string | undefined) {
        this.record = value;
        if (this.isConnected) this.address();
    }

    connectedCallback(): void {
        this.address();
    }

    handleOpen(event: MouseEvent): void {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        this[NavigationMixin.Navigate](recordPage(this.record));
    }

    private async address(): Promise<void> {
        if (!this.record) return;
        this.url = (await this[NavigationMixin.GenerateUrl](recordPage(this.record))) as string;
    }
}
