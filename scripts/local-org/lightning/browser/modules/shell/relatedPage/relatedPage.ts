import { LightningElement, api } from 'lwc';
import type { RecordRepresentation } from '../../../../protocol.ts';
import { recordUrl } from 'lib/fields';
import { relatedList, relatedRecords, type RelatedList } from 'lib/relatedList';
import { tableColumns, tableRow } from 'lib/table';
import { tellTitle } from 'lib/title';

const PAGE_SIZE = 50;

/** All records of one related list. */
export default class RelatedPage extends LightningElement {
    @api recordId!: string;
    @api objectApiName!: string;
    @api relatedListId!: string;

    private related: RelatedList | undefined;
    private records: RecordRepresentation[] = [];
    private totalCount = 0;
    private nextPageToken: string | null = null;
    problem = '';

    connectedCallback(): void {
        void this.load();
    }

    get parentUrl(): string | null {
        return recordUrl(this.recordId);
    }

    get title(): string {
        return this.related ? `${this.related.list.label} (${this.totalCount})` : '…';
    }

    get columns() {
        return tableColumns(this.related!.list.displayColumns, this.related!.info).map((column) => ({
            ...column,
            sortable: false
        }));
    }

    get rows() {
        const { list, info } = this.related!;
        return this.records.map((record) => tableRow(list.displayColumns, info, record));
    }

    get hasMore(): boolean {
        return this.nextPageToken !== null;
    }

    handleMore(): void {
        void this.load();
    }

    private async load(): Promise<void> {
        try {
            this.related ??= await relatedList(this.objectApiName, this.relatedListId);
            tellTitle(this, this.related.list.label);
            const pageToken = this.nextPageToken ?? undefined;
            const page = await relatedRecords(this.related, this.recordId, { pageSize: PAGE_SIZE, pageToken });
            this.records = [...this.records, ...page.records];
            this.totalCount = page.totalCount ?? this.records.length;
            this.nextPageToken = page.nextPageToken;
        } catch (error) {
            this.problem = (error as Error).message;
        }
    }
}
