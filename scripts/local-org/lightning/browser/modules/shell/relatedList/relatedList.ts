import { LightningElement, api } from 'lwc';
import type { ListInfo, RecordRepresentation } from '../../../../protocol.ts';
import { displayText, recordName, recordUrl } from 'lib/fields';
import { objectIcon } from 'lib/icons';
import { watchRecord } from 'lib/records';
import { relatedList, relatedRecords, type RelatedList as RelatedListWithInfo } from 'lib/relatedList';
import { isThread } from 'lib/thread';

const FIELDS_PER_TILE = 3;

/** One related list of a record as a card of tiles; lists of messages show the messages themselves. */
export default class RelatedList extends LightningElement {
    @api recordId!: string;
    @api objectApiName!: string;
    @api relatedListId!: string;
    @api pageSize = 6;

    private related: RelatedListWithInfo | undefined;
    private records: RecordRepresentation[] = [];
    private totalCount = 0;
    isLoading = true;
    problem = '';
    private stop: () => void = () => undefined;

    connectedCallback(): void {
        if (!this.isThread) {
            this.stop = watchRecord(this.recordId, () => this.load());
            void this.load();
        }
    }

    disconnectedCallback(): void {
        this.stop();
    }

    get isThread(): boolean {
        return isThread(this.relatedListId);
    }

    get threadLists(): string[] {
        return [this.relatedListId];
    }

    get title(): string {
        return this.related ? `${this.related.list.label} (${this.totalCount})` : '…';
    }

    get iconName(): string {
        return objectIcon(this.related?.list.objectApiName);
    }

    get hasTiles(): boolean {
        return this.records.length > 0;
    }

    get allUrl(): string {
        return `/lightning/r/${this.objectApiName}/${this.recordId}/related/${this.relatedListId}/view`;
    }

    get tiles() {
        const { info, list } = this.related!;
        const columns = list.displayColumns.filter(({ fieldApiName }) => !info.nameFields.includes(fieldApiName));
        return this.records.map((record) => {
            const ownName = recordName(record, info);
            const name = ownName || displayText(record, columns[0]?.fieldApiName ?? '') || info.label;
            const fields = ownName ? columns : columns.slice(1);
            return { id: record.id, name, url: recordUrl(record.id), fields: this.fields(record, fields) };
        });
    }

    private fields(record: RecordRepresentation, columns: ListInfo['displayColumns']) {
        return columns.slice(0, FIELDS_PER_TILE).map(({ fieldApiName, label }) => ({
            label: `${label}:`,
            key: fieldApiName,
            value: displayText(record, fieldApiName)
        }));
    }

    private async load(): Promise<void> {
        try {
            this.related = await relatedList(this.objectApiName, this.relatedListId);
            const page = await relatedRecords(this.related, this.recordId, { pageSize: this.pageSize });
            this.records = page.records;
            this.totalCount = page.totalCount ?? page.count;
        } catch (error) {
            this.problem = (error as Error).message;
        }
        this.isLoading = false;
    }
}
