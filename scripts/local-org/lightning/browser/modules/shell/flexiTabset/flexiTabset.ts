import { LightningElement, api } from 'lwc';
import { facetItems, propertiesOf, type PageContext } from 'lib/flexiPage';

const STANDARD_TITLES: Record<string, string> = {
    'Standard.Tab.detail': 'Details',
    'Standard.Tab.relatedLists': 'Related',
    'Standard.Tab.feed': 'Feed',
    'Standard.Tab.activity': 'Activity',
    'Standard.Tab.collaborate': 'Chatter',
    'Standard.Tab.news': 'News'
};

/** Tabs of a page; the content of a tab is made when it is opened. */
export default class FlexiTabset extends LightningElement {
    @api context!: PageContext;
    @api tabsFacet!: string;
    @api recordId?: string;
    @api objectApiName?: string;

    private opened = new Set<string>();

    get tabs() {
        const { page } = this.context;
        const instances = facetItems(page, this.tabsFacet).flatMap((item) => item.componentInstance ?? []);
        return instances.map((instance) => {
            const { title = '', body } = propertiesOf(instance);
            return {
                key: instance.identifier,
                label: STANDARD_TITLES[title] ?? title,
                items: facetItems(page, body),
                isOpened: this.opened.has(instance.identifier)
            };
        });
    }

    /** Key of the tab that the page opens with. */
    get active(): string | undefined {
        const instances = facetItems(this.context.page, this.tabsFacet).flatMap((item) => item.componentInstance ?? []);
        const active = instances.find((instance) => propertiesOf(instance).active === 'true') ?? instances[0];
        return active?.identifier;
    }

    handleActive(event: Event): void {
        const { value } = event.target as HTMLElement & { value: string };
        this.opened = new Set([...this.opened, value]);
    }
}
