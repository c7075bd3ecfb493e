import { LightningElement, api } from 'lwc';
import { relatedLists } from 'lib/objects';
import { watchRecord } from 'lib/records';
import { readThread, THREAD_LISTS, type ThreadEntry } from 'lib/thread';

const SHOWN_AT_FIRST = 5;
const TITLES: Record<string, string> = { CaseComments: 'Case Comments', EmailMessages: 'Emails' };

/** Comments and e-mails of a case to read, newest first, and a place to write a comment. */
export default class Thread extends LightningElement {
    @api recordId!: string;
    @api objectApiName?: string;
    /** Which lists; all of them unless given. */
    @api lists: string[] = THREAD_LISTS;

    private entries: ThreadEntry[] = [];
    private showsAll = false;
    private isLoading = true;
    canComment = false;
    problem = '';
    private stop: () => void = () => undefined;

    connectedCallback(): void {
        this.stop = watchRecord(this.recordId, () => this.load());
        void this.load();
    }

    disconnectedCallback(): void {
        this.stop();
    }

    get title(): string {
        const name = this.lists.length === 1 ? (TITLES[this.lists[0]!] ?? 'Messages') : 'Conversation';
        return this.isLoading ? name : `${name} (${this.entries.length})`;
    }

    get iconName(): string {
        return this.lists.length === 1 && this.lists[0] === 'CaseComments' ? 'standard:case_comment' : 'standard:email';
    }

    get shown(): ThreadEntry[] {
        return this.showsAll ? this.entries : this.entries.slice(0, SHOWN_AT_FIRST);
    }

    get isEmpty(): boolean {
        return this.entries.length === 0;
    }

    get hasMore(): boolean {
        return this.shown.length < this.entries.length;
    }

    get moreLabel(): string {
        return `Show ${this.entries.length - this.shown.length} older`;
    }

    handleMore(): void {
        this.showsAll = true;
    }

    private async load(): Promise<void> {
        try {
            const known = (await relatedLists('Case')).relatedLists;
            const visible = this.lists.filter((name) => known.some(({ relatedListId }) => relatedListId === name));
            const comments = known.find(({ relatedListId }) => relatedListId === 'CaseComments');
            this.canComment = Boolean(this.lists.includes('CaseComments') && comments?.createable);
            this.entries = await readThread(this.recordId, visible);
        } catch (error) {
            this.problem = (error as Error).message;
        }
        this.isLoading = false;
    }
}
