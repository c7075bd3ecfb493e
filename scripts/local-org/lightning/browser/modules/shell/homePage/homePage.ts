import { LightningElement, api } from 'lwc';
import type { AppMenuItem, FlexiPage } from '../../../../protocol.ts';
import { bootstrap } from 'lib/bootstrap';
import { flexiPage } from 'lib/flexiPage';
import { tellTitle } from 'lib/title';

const MOST_CARDS = 4;

/** Home: the page that the project ships for the app or, without one, the lists of the app's objects. */
export default class HomePage extends LightningElement {
    @api app!: AppMenuItem;

    page: FlexiPage | null = null;
    isLoading = true;

    async connectedCallback(): Promise<void> {
        tellTitle(this, 'Home');
        this.page = await flexiPage({ home: 'true', app: this.app.developerName });
        this.isLoading = false;
    }

    get greeting(): string {
        return `Welcome, ${bootstrap.user.name.split(' ')[0]}`;
    }

    get subtitle(): string {
        return this.app.description || this.app.label;
    }

    get objects() {
        return this.app.items.filter(({ kind }) => kind === 'object').slice(0, MOST_CARDS);
    }
}
