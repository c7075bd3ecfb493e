import { LightningElement, api } from 'lwc';
import type { FlexiPageItem, RecordRepresentation } from '../../../../protocol.ts';
import type { PageContext } from 'lib/flexiPage';
import { readRecord, watchRecord } from 'lib/records';
import { fieldsInRules, isVisible } from 'lib/visibility';

/** The components of one region, without those that a rule hides at the moment. */
export default class FlexiRegion extends LightningElement {
    @api items: FlexiPageItem[] = [];
    @api context!: PageContext;

    private record: RecordRepresentation | undefined;
    private isReady = false;
    private stop: () => void = () => undefined;

    connectedCallback(): void {
        const { recordId } = this.context;
        this.stop = recordId ? watchRecord(recordId, () => this.load()) : this.stop;
        void this.load();
    }

    disconnectedCallback(): void {
        this.stop();
    }

    get instances() {
        const shown = this.items.filter(({ componentInstance }) => componentInstance);
        return shown
            .filter((item) => this.isReady && isVisible(item, this.record))
            .map(({ componentInstance }) => ({ key: componentInstance!.identifier, instance: componentInstance }));
    }

    private async load(): Promise<void> {
        const { page, recordId, objectApiName } = this.context;
        const fields = fieldsInRules(page).map((field) => `${objectApiName}.${field}`);
        if (recordId && fields.length > 0) {
            this.record = await readRecord(recordId, [], fields).catch(() => undefined);
        }
        this.isReady = true;
    }
}
