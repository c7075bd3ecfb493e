import { LightningElement, api } from 'lwc';
import type { FlexiPage } from '../../../../protocol.ts';
import type { PageContext } from 'lib/flexiPage';
import type { Utility } from 'lib/utilityBar';
import { provideUtilityId } from 'lightning/platformUtilityBarApi';

/** The component of a utility belongs to no page: it gets neither a record id nor facets. */
const NO_PAGE: FlexiPage = {
    developerName: '',
    masterLabel: '',
    type: 'UtilityBar',
    sobjectType: null,
    template: '',
    flexiPageRegions: []
};

/** The panel of a utility. Fires `minimize` with its id; Escape does so, too. */
export default class UtilityPanel extends LightningElement {
    @api utility!: Utility;

    readonly context: PageContext = { page: NO_PAGE };

    constructor() {
        super();
        provideUtilityId(this, {
            consumerConnectedCallback: (consumer) => consumer.provide({ utilityId: this.utility.id })
        });
    }

    /** Moves the focus into the panel, so that reading goes on there. */
    @api focusPanel(): void {
        this.template!.querySelector<HTMLElement>('[data-utility-panel]')?.focus();
    }

    get instance() {
        return this.utility.item.componentInstance;
    }

    get minimizeLabel(): string {
        return `Minimize ${this.utility.panelLabel}`;
    }

    get panelStyle(): string {
        return `width: ${this.utility.width}px; height: ${this.utility.height}px`;
    }

    get bodyClass(): string {
        return this.utility.isScrollable ? 'body scrollable' : 'body';
    }

    handleKey(event: KeyboardEvent): void {
        if (event.key === 'Escape' && !event.defaultPrevented) {
            event.stopPropagation();
            this.handleMinimize();
        }
    }

    handleMinimize(): void {
        this.dispatchEvent(new CustomEvent('minimize', { detail: this.utility.id }));
    }
}
