import { LightningElement, api } from 'lwc';
import type { AppMenuItem } from '../../../../protocol.ts';
import { itemOf, itemUrl } from 'lib/apps';

/** Navigation of a standard app: its name and its items in one row. */
export default class NavigationBar extends LightningElement {
    @api app!: AppMenuItem;
    @api url = '';

    get items() {
        const current = itemOf(this.app, this.url);
        return this.app.items.map((item) => ({
            key: item.developerName,
            label: item.label,
            url: itemUrl(item),
            itemClass: item === current ? 'item active' : 'item',
            current: item === current ? 'page' : undefined
        }));
    }
}
