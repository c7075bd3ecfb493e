import { LightningElement, api } from 'lwc';
import type { ListViewsResponse } from '../../../../protocol.ts';
import { objectLabel } from 'lib/bootstrap';
import type { RequestError } from 'lib/http';
import { objectIcon } from 'lib/icons';
import { listRecords, listView, listViews, type ListView } from 'lib/listView';
import { deleteAfterAsking } from 'lib/recordActions';
import { navigate } from 'lib/router';
import { fieldOfColumn, tableColumns, tableRow, type TableColumn, type TableRow } from 'lib/table';
import { tellTitle } from 'lib/title';
import RecordModal from 'shell/recordModal';

const PAUSE_BEFORE_SEARCH = 250;
const ROW_ACTIONS = [
    { label: 'Edit', name: 'edit' },
    { label: 'Delete', name: 'delete' }
];

interface TableElement extends HTMLElement {
    isLoading: boolean;
}

/** Records of an object, as one of its list views shows them. */
export default class ListPage extends LightningElement {
    @api isNew = false;

    private objectName = '';
    private filter: string | undefined;
    private lists: ListViewsResponse['lists'] = [];
    private view: ListView | undefined;
    private rows: TableRow[] = [];
    private totalCount = 0;
    private nextPageToken: string | null = null;
    private sortedBy = '';
    private sortDirection: 'asc' | 'desc' = 'asc';
    private searchTerm = '';
    private isLoading = true;
    private problem = '';
    private timer = 0;
    private generation = 0;

    @api
    get objectApiName(): string {
        return this.objectName;
    }
    set objectApiName(name: string) {
        if (name !== this.objectName) {
            this.objectName = name;
            this.openSoon();
        }
    }

    @api
    get filterName(): string | undefined {
        return this.filter;
    }
    set filterName(name: string | undefined) {
        if (name !== this.filter) {
            this.filter = name;
            this.openSoon();
        }
    }

    connectedCallback(): void {
        if (this.isNew) {
            void this.handleNew();
        }
    }

    get label(): string {
        return objectLabel(this.objectName, true);
    }

    get iconName(): string {
        return objectIcon(this.objectName);
    }

    get title(): string {
        return this.view?.listInfo.label ?? '…';
    }

    get choices() {
        return this.lists.map(({ apiName, label }) => ({ apiName, label, checked: apiName === this.view?.apiName }));
    }

    get columns(): (TableColumn | object)[] {
        const columns = this.view ? tableColumns(this.view.listInfo.displayColumns, this.view.info) : [];
        const rowActions = ROW_ACTIONS.filter(({ name }) => (name === 'edit' ? this.canEdit : this.canDelete));
        return rowActions.length > 0 ? [...columns, { type: 'action', typeAttributes: { rowActions } }] : columns;
    }

    get sortedColumn(): string {
        const names = (this.columns as TableColumn[]).map(({ fieldName }) => fieldName ?? '');
        return names.find((name) => fieldOfColumn(name) === this.sortedBy) ?? this.sortedBy;
    }

    get canCreate(): boolean {
        return this.view?.info.createable ?? false;
    }

    get canEdit(): boolean {
        return this.view?.info.updateable ?? false;
    }

    get canDelete(): boolean {
        return this.view?.info.deletable ?? false;
    }

    get isFirstLoad(): boolean {
        return this.isLoading && this.rows.length === 0;
    }

    get isEmpty(): boolean {
        return !this.isLoading && this.rows.length === 0;
    }

    get hasMore(): boolean {
        return this.nextPageToken !== null;
    }

    get summary(): string {
        if (this.isFirstLoad || this.problem) {
            return '';
        }
        const shown = this.hasMore ? `${this.rows.length} of ${this.totalCount}` : String(this.totalCount);
        const column = this.view?.info.fields[this.sortedBy]?.label;
        const items = this.totalCount === 1 ? 'item' : 'items';
        return column ? `${shown} ${items} · Sorted by ${column}` : `${shown} ${items}`;
    }

    get emptyText(): string {
        return this.searchTerm ? `Nothing in this list contains “${this.searchTerm}”.` : 'This list has no records.';
    }

    handleList(event: CustomEvent<{ value: string }>): void {
        navigate(`/lightning/o/${this.objectName}/list?filterName=${event.detail.value}`);
    }

    handleSearch(event: CustomEvent<{ value: string }>): void {
        this.searchTerm = event.detail.value.trim();
        clearTimeout(this.timer);
        this.timer = window.setTimeout(() => void this.loadRows(), PAUSE_BEFORE_SEARCH);
    }

    handleSort(event: CustomEvent<{ fieldName: string; sortDirection: 'asc' | 'desc' }>): void {
        this.sortedBy = fieldOfColumn(event.detail.fieldName);
        this.sortDirection = event.detail.sortDirection;
        void this.loadRows();
    }

    handleRefresh(): void {
        void this.loadRows();
    }

    async handleMore(event: Event): Promise<void> {
        const table = event.target as TableElement;
        if (this.hasMore && !this.isLoading) {
            table.isLoading = true;
            await this.loadRows(this.nextPageToken!);
            table.isLoading = false;
        }
    }

    async handleNew(): Promise<void> {
        const id = await RecordModal.open({ size: 'medium', objectApiName: this.objectName });
        if (id) {
            navigate(`/lightning/r/${this.objectName}/${id as string}/view`);
        }
    }

    async handleRowAction(event: CustomEvent<{ action: { name: string }; row: TableRow }>): Promise<void> {
        const { action, row } = event.detail;
        const changed =
            action.name === 'edit'
                ? await RecordModal.open({ size: 'medium', objectApiName: this.objectName, recordId: row.id })
                : await deleteAfterAsking(row.id, objectLabel(this.objectName));
        if (changed) {
            void this.loadRows();
        }
    }

    private openSoon(): void {
        clearTimeout(this.timer);
        this.timer = window.setTimeout(() => void this.openList(), 0);
    }

    private async openList(): Promise<void> {
        this.problem = '';
        this.rows = [];
        this.isLoading = true;
        this.searchTerm = '';
        tellTitle(this, this.label);
        try {
            this.lists = (await listViews(this.objectName)).lists;
            this.view = await listView(this.objectName, this.filter);
            const [order] = this.view.listInfo.orderedByInfo;
            this.sortedBy = order?.fieldApiName ?? '';
            this.sortDirection = order?.isAscending === false ? 'desc' : 'asc';
            await this.loadRows();
        } catch (error) {
            this.fail(error as RequestError);
        }
    }

    private async loadRows(pageToken?: string): Promise<void> {
        const view = this.view!;
        const generation = ++this.generation;
        this.isLoading = true;
        try {
            const sortBy =
                this.sortedBy && `${this.sortDirection === 'desc' ? '-' : ''}${this.objectName}.${this.sortedBy}`;
            const page = await listRecords(view, { pageToken, sortBy, searchTerm: this.searchTerm });
            if (generation === this.generation) {
                const rows = page.records.map((record) => tableRow(view.listInfo.displayColumns, view.info, record));
                this.rows = pageToken ? [...this.rows, ...rows] : rows;
                this.totalCount = page.totalCount ?? this.rows.length;
                this.nextPageToken = page.nextPageToken;
                this.problem = '';
                this.isLoading = false;
            }
        } catch (error) {
            this.fail(error as RequestError);
        }
    }

    private fail({ status, message }: RequestError): void {
        this.isLoading = false;
        this.problem =
            status === 403 ? `You have no access to ${this.label}. An admin can give you a permission set.` : message;
    }
}
