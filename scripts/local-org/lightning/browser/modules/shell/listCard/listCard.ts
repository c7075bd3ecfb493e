import { LightningElement, api } from 'lwc';
import type { RecordRepresentation } from '../../../../protocol.ts';
import { objectLabel } from 'lib/bootstrap';
import { displayText, recordName, recordUrl } from 'lib/fields';
import { objectIcon } from 'lib/icons';
import { listRecords, listView, type ListView } from 'lib/listView';

/** The first records of a list view, on a card that leads to the whole list. */
export default class ListCard extends LightningElement {
    @api objectApiName!: string;
    @api filterName?: string;
    @api pageSize: number | string = 5;

    private view: ListView | undefined;
    private records: RecordRepresentation[] = [];
    isLoading = true;
    problem = '';

    async connectedCallback(): Promise<void> {
        try {
            this.view = await listView(this.objectApiName, this.filterName);
            this.records = (await listRecords(this.view, { pageSize: Number(this.pageSize) })).records;
        } catch (error) {
            this.problem = (error as Error).message;
        }
        this.isLoading = false;
    }

    get title(): string {
        const label = objectLabel(this.objectApiName, true);
        return this.view ? `${label}: ${this.view.listInfo.label}` : label;
    }

    get iconName(): string {
        return objectIcon(this.objectApiName);
    }

    get listUrl(): string {
        const filter = this.view ? `?filterName=${this.view.apiName}` : '';
        return `/lightning/o/${this.objectApiName}/list${filter}`;
    }

    get isEmpty(): boolean {
        return this.records.length === 0;
    }

    get items() {
        const { info, listInfo } = this.view!;
        const others = listInfo.displayColumns.filter(({ fieldApiName }) => !info.nameFields.includes(fieldApiName));
        return this.records.map((record) => ({
            id: record.id,
            name: recordName(record, info),
            url: recordUrl(record.id),
            details: others
                .slice(0, 3)
                .map(({ fieldApiName }) => displayText(record, fieldApiName))
                .filter(Boolean)
                .join(' · ')
        }));
    }
}
