import { LightningElement, api } from 'lwc';
import type { FlexiPage } from '../../../../protocol.ts';
import { flexiPage } from 'lib/flexiPage';
import { tellTitle } from 'lib/title';

/** The page of a FlexiPage tab. */
export default class AppPage extends LightningElement {
    @api name!: string;
    @api label = '';
    @api appName?: string;

    page: FlexiPage | null = null;
    isLoading = true;

    async connectedCallback(): Promise<void> {
        tellTitle(this, this.label);
        this.page = await flexiPage({ name: this.name, app: this.appName });
        this.isLoading = false;
    }
}
