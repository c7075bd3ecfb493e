import { LightningElement, api } from 'lwc';
import type { AppMenuItem } from '../../../../protocol.ts';
import { itemOf, itemUrl } from 'lib/apps';
import { objectLabel } from 'lib/bootstrap';
import { objectIcon } from 'lib/icons';
import { parseUrl } from 'lib/pageReference';
import { navigate } from 'lib/router';
import { tabOf, type Workspace } from 'lib/workspace';

interface Tab {
    url: string;
    /** Where a click leads: for a tab with subtabs the one shown last. */
    target: string;
    label: string;
    icon: string;
    closeLabel: string;
    tabClass: string;
    current: 'page' | undefined;
}

/**
 * Navigation of a console app: the switch between its objects, a tab for every open record, and below it a row of
 * subtabs. Fires `closetab` with the address to close.
 */
export default class ConsoleTabs extends LightningElement {
    @api app!: AppMenuItem;
    @api url = '';
    @api workspace!: Workspace;
    @api titles: Record<string, string> = {};

    private lastItemUrl = '';

    get items() {
        return this.app.items.map((item) => ({ value: itemUrl(item), label: item.label }));
    }

    get openTab() {
        return tabOf(this.workspace, this.url);
    }

    get tabs(): Tab[] {
        return this.workspace.tabs.map(({ url }) => ({
            ...this.describe(url, this.openTab?.url === url, 'tab'),
            target: this.workspace.lastShown[url] ?? url
        }));
    }

    get subtabs(): Tab[] {
        const tab = this.openTab;
        return tab ? [tab, ...tab.subtabs].map(({ url }) => this.describe(url, url === this.url, 'subtab')) : [];
    }

    get hasSubtabs(): boolean {
        return this.subtabs.length > 1;
    }

    /** The item whose page is shown or was shown last. */
    get item() {
        const shown = this.openTab ? undefined : itemOf(this.app, this.url);
        return shown ?? this.app.items.find((item) => itemUrl(item) === this.lastItemUrl) ?? this.app.items[0];
    }

    get itemLabel(): string {
        return this.item?.label ?? 'Home';
    }

    get itemTarget(): string {
        return this.lastItemUrl || (this.item ? itemUrl(this.item) : '/lightning/page/home');
    }

    get itemClass(): string {
        return this.openTab ? 'item' : 'item active';
    }

    get itemCurrent(): 'page' | undefined {
        return this.openTab ? undefined : 'page';
    }

    renderedCallback(): void {
        if (!this.openTab) {
            this.lastItemUrl = this.url;
        }
        this.template!.querySelector('.tab.active')?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
    }

    handleItem(event: CustomEvent<{ value: string }>): void {
        navigate(event.detail.value);
    }

    handleClose(event: Event): void {
        const { url } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('closetab', { detail: url }));
    }

    private describe(url: string, isActive: boolean, baseClass: string): Tab {
        const objectApiName = parseUrl(url)?.attributes.objectApiName;
        const label = this.titles[url] ?? (objectApiName ? objectLabel(objectApiName) : 'Loading…');
        return {
            url,
            target: url,
            label,
            icon: objectIcon(objectApiName),
            closeLabel: `Close ${label}`,
            tabClass: isActive ? `${baseClass} active` : baseClass,
            current: isActive ? 'page' : undefined
        };
    }
}
