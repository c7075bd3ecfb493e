import { LightningElement, api } from 'lwc';
import { bundleName, loadComponent, type ComponentConstructor } from 'lib/components';
import { tellTitle } from 'lib/title';

/** A component of the project as a whole page. */
export default class Component extends LightningElement {
    @api name = '';
    /** Label of the tab that leads here, if one does. */
    @api label: string | undefined;

    private constructorToShow: ComponentConstructor | null = null;
    isMissing = false;

    get title(): string {
        return this.label ?? bundleName(this.name);
    }

    async connectedCallback(): Promise<void> {
        tellTitle(this, this.title);
        this.constructorToShow = await loadComponent(this.name);
        this.isMissing = !this.constructorToShow;
    }
}
