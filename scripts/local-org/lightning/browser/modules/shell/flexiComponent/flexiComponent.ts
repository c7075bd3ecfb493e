import { LightningElement, api } from 'lwc';
import type { ComponentInstance, PageContext } from 'lib/flexiPage';
import { renderable, type Renderable } from 'lib/pageComponents';

/** One component of a page. A component that fails leaves a card that says so, and the rest of the page alone. */
export default class FlexiComponent extends LightningElement {
    @api instance!: ComponentInstance;
    @api context!: PageContext;

    rendered: Renderable | null = null;
    problem = '';

    async connectedCallback(): Promise<void> {
        try {
            this.rendered = await renderable(this.instance, this.context);
        } catch (error) {
            this.fail(error as Error);
        }
    }

    errorCallback(error: Error): void {
        this.rendered = null;
        this.fail(error);
    }

    get label(): string {
        return `${this.instance.componentName} stopped with an error`;
    }

    private fail(error: Error): void {
        this.problem = error.message;
        setTimeout(() => {
            throw error;
        });
    }
}
