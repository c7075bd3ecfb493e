import { LightningElement, api } from 'lwc';
import { bundleName, loadComponent, type ComponentConstructor } from 'lib/components';
import { tellTitle } from 'lib/title';

/** A component of the project as a whole page. */
export default class Component extends LightningElement {
    @api name = '';

    private constructorToShow: ComponentConstructor | null = null;
    isMissing = false;

    async connectedCallback(): Promise<void> {
        tellTitle(this, bundleName(this.name));
        this.constructorToShow = await loadComponent(this.name);
        this.isMissing = !this.constructorToShow;
    }
}
