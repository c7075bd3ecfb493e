import { LightningElement, api } from 'lwc';
import type { AppMenuItem } from '../../../../protocol.ts';
import type { PageReference } from 'lib/pageReference';
import { providePage } from 'lightning/navigation';

/** One open page, chosen by its address. Pages fire `pagetitle` with what to call them. */
export default class Page extends LightningElement {
    @api page: PageReference | null = null;
    @api app!: AppMenuItem;
    /** Open in a console, but behind another page. */
    @api isHidden = false;

    constructor() {
        super();
        providePage(this, { consumerConnectedCallback: (consumer) => consumer.provide({ page: this.page }) });
    }

    get type(): string {
        return this.page?.type ?? '';
    }

    get attributes() {
        return this.page?.attributes ?? {};
    }

    get state() {
        return this.page?.state ?? {};
    }

    get isList(): boolean {
        return this.type === 'standard__objectPage';
    }

    get isNew(): boolean {
        return this.attributes.actionName === 'new';
    }

    get isRecord(): boolean {
        return this.type === 'standard__recordPage' && Boolean(this.attributes.objectApiName);
    }

    get isEdit(): boolean {
        return this.attributes.actionName === 'edit';
    }

    get isRelated(): boolean {
        return this.type === 'standard__recordRelationshipPage';
    }

    get isHome(): boolean {
        return this.type === 'standard__namedPage' && this.attributes.pageName === 'home';
    }

    get isSearch(): boolean {
        return this.type === 'standard__search';
    }

    /** An item of the app: the page of a FlexiPage tab, or a component. */
    get item() {
        const { apiName } = this.attributes;
        return this.type === 'standard__navItemPage'
            ? this.app.items.find(({ developerName }) => developerName === apiName)
            : undefined;
    }

    get flexiPageName(): string | undefined {
        return this.item?.flexiPage;
    }

    get componentName(): string | undefined {
        return (
            this.item?.component ?? (this.type === 'standard__component' ? this.attributes.componentName : undefined)
        );
    }

    get componentLabel(): string | undefined {
        return this.item?.label;
    }
}
