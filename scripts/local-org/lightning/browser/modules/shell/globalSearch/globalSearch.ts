import { LightningElement } from 'lwc';
import type { SearchGroup, SearchResponse } from '../../../../protocol.ts';
import { recordUrl } from 'lib/fields';
import { local } from 'lib/http';
import { objectIcon } from 'lib/icons';
import { navigate } from 'lib/router';

const PAUSE_BEFORE_SEARCH = 200;
const MINIMUM_LENGTH = 2;

interface Option {
    id: string;
    url: string;
    title: string;
    details: string;
    icon: string;
    domId: string;
    isActive: boolean;
    optionClass: string;
}

/** Finds records of all kinds while typing; Enter opens the page with all results. */
export default class GlobalSearch extends LightningElement {
    private term = '';
    private groups: SearchGroup[] = [];
    private isOpen = false;
    private active = -1;
    private timer = 0;
    private generation = 0;
    private problem = '';

    get options(): Option[] {
        const hits = this.groups.flatMap((group) => group.records.map((record) => ({ group, record })));
        return hits.map(({ group, record }, index) => ({
            id: record.id,
            url: recordUrl(record.id) ?? '',
            title: record.title,
            details: [group.label, ...record.fields.map(({ value }) => value)].join(' · '),
            icon: objectIcon(group.objectApiName),
            domId: `result-${index}`,
            isActive: index === this.active,
            optionClass: `option slds-media slds-media_center${index === this.active ? ' active' : ''}`
        }));
    }

    readonly allClass = 'option slds-media slds-media_center';

    get isClosed(): boolean {
        return !this.isOpen;
    }

    get expanded(): string {
        return String(this.isOpen);
    }

    get activeId(): string | undefined {
        return this.options[this.active]?.domId;
    }

    get allLabel(): string {
        return `Show all results for “${this.term}”`;
    }

    get summary(): string {
        if (this.problem) {
            return this.problem;
        }
        const { length } = this.options;
        return length === 0 ? 'No results' : `${length} ${length === 1 ? 'result' : 'results'}`;
    }

    handleInput(event: InputEvent): void {
        this.term = (event.target as HTMLInputElement).value.trim();
        clearTimeout(this.timer);
        if (this.term.length < MINIMUM_LENGTH) {
            this.isOpen = false;
        } else {
            this.timer = window.setTimeout(() => void this.search(), PAUSE_BEFORE_SEARCH);
        }
    }

    handleKey(event: KeyboardEvent): void {
        const count = this.options.length;
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            this.active = count === 0 ? -1 : (this.active + (event.key === 'ArrowDown' ? 1 : -1) + count) % count;
        } else if (event.key === 'Enter') {
            event.preventDefault();
            this.go(this.options[this.active]?.url ?? this.resultsUrl);
        } else if (event.key === 'Escape') {
            this.isOpen = false;
        }
    }

    handlePick(event: MouseEvent): void {
        event.preventDefault();
        this.go((event.currentTarget as HTMLElement).dataset.url!);
    }

    handleBlur(): void {
        this.isOpen = false;
    }

    get resultsUrl(): string {
        return `/lightning/search?term=${encodeURIComponent(this.term)}`;
    }

    private go(url: string): void {
        clearTimeout(this.timer);
        this.generation++;
        this.isOpen = false;
        if (url && this.term.length >= MINIMUM_LENGTH) {
            navigate(url);
        }
    }

    private async search(): Promise<void> {
        const generation = ++this.generation;
        this.problem = '';
        try {
            const { groups } = await local<SearchResponse>('search', { term: this.term, limit: 4 });
            if (generation !== this.generation) {
                return;
            }
            this.groups = groups;
        } catch (error) {
            this.groups = [];
            this.problem = (error as Error).message;
        }
        this.active = -1;
        this.isOpen = true;
    }
}
