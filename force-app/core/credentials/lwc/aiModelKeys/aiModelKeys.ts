import { LightningElement } from 'lwc';
import providers from '@salesforce/apex/AIKeyController.providers';
import { errorMessages, isNoAccess } from 'c/aiPanelUtils';
import { labels } from './labels';

/** Where an administrator sets, tests and removes the keys of model providers. */
export default class AiModelKeys extends LightningElement {
    readonly labels = labels;
    providers: readonly ApexTypes.AIKeyView[] = [];
    isLoading = true;
    error = '';

    connectedCallback(): void {
        this.load();
    }

    get isEmpty(): boolean {
        return this.providers.length === 0;
    }

    async load(): Promise<void> {
        this.isLoading = true;
        this.error = '';
        try {
            this.providers = await providers({});
        } catch (error) {
            this.error = isNoAccess(error) ? labels.noPermission : errorMessages(error).join(' ');
        } finally {
            this.isLoading = false;
        }
    }

    handleKeyChange(event: CustomEvent<boolean>): void {
        const { provider: changed } = (event.currentTarget as HTMLElement).dataset;
        const others = (each: ApexTypes.AIKeyView): boolean => each.provider !== changed;
        this.providers = this.providers.map((each) => (others(each) ? each : { ...each, isSet: event.detail }));
    }
}
