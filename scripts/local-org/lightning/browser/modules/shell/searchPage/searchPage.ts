import { LightningElement, api } from 'lwc';
import type { SearchResponse } from '../../../../protocol.ts';
import { recordUrl } from 'lib/fields';
import { local } from 'lib/http';
import { objectIcon } from 'lib/icons';
import { tellTitle } from 'lib/title';

const MOST_PER_OBJECT = 20;

/** All results of a global search, object by object. */
export default class SearchPage extends LightningElement {
    private searched = '';
    private groups: SearchResponse['groups'] = [];
    isLoading = true;
    problem = '';

    @api
    get term(): string {
        return this.searched;
    }
    set term(term: string | undefined) {
        this.searched = term ?? '';
        void this.search();
    }

    connectedCallback(): void {
        tellTitle(this, this.title);
    }

    get title(): string {
        return `Results for “${this.searched}”`;
    }

    get isEmpty(): boolean {
        return this.groups.length === 0;
    }

    get shownGroups() {
        return this.groups.map((group) => ({
            ...group,
            icon: objectIcon(group.objectApiName),
            count: `${group.records.length}${group.hasMore ? '+' : ''}`,
            anchor: `#${group.objectApiName}`,
            records: group.records.map((record) => ({
                ...record,
                url: recordUrl(record.id),
                details: record.fields.map(({ label, value }) => `${label}: ${value}`).join(' · ')
            }))
        }));
    }

    private async search(): Promise<void> {
        this.isLoading = true;
        this.problem = '';
        const { searched } = this;
        try {
            const parameters = { term: searched, limit: MOST_PER_OBJECT };
            const { groups } = searched ? await local<SearchResponse>('search', parameters) : { groups: [] };
            this.groups = searched === this.searched ? groups : this.groups;
        } catch (error) {
            this.problem = (error as Error).message;
        }
        this.isLoading = false;
    }
}
