import { LightningElement, api, wire } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import type { PageReference } from 'lightning/navigation';
import { refreshApex } from '@salesforce/apex';
import readPage from '@salesforce/apex/RepCopilotController.view';
import LOADING from '@salesforce/label/c.Rep_Copilot_Loading';
import TITLE from '@salesforce/label/c.Rep_Copilot_Title';
import type { PanelNotice } from 'c/aiPanelState';
import { focusOn, keepWork, keptWork } from 'c/aiPanelUtils';
import { capabilitiesOf } from './capabilities';
import type { Capability } from './capabilities';
import { copilotNotice } from './notice';
import { withCurrent } from './shownCapabilities';
import type { ShownCapability } from './shownCapabilities';
import { suggestionWords } from './suggestionWords';

interface WiredView {
    readonly data?: ApexTypes.RepCopilotView;
    readonly error?: unknown;
}

/**
 * What a rep can do with AI on the page of a record: the capabilities on one side, the chosen one on the other. Without a record
 * of its own, in the utility bar, it follows the record of the page.
 */
export default class RepCopilot extends LightningElement {
    @api recordId: string | undefined;
    /** Given by record pages; the copilot reads it from the record's id. */
    @api objectApiName: string | undefined;

    @wire(CurrentPageReference) pageReference: PageReference | null | undefined;

    readonly labels = { loading: LOADING, title: TITLE };
    wired: WiredView = {};
    /** The record that `wired` tells about: what it said of another says nothing of this one. */
    wiredRecordId: string | undefined;
    /** The capability that the person chose, by record. */
    chosen: Readonly<Record<string, string | undefined>> = {};
    shown: readonly ShownCapability[] = [];
    focusCapability = false;

    @wire(readPage, { recordId: '$currentRecordId' })
    wiredView(value: WiredView): void {
        this.wired = value;
        this.wiredRecordId = value.data?.recordId ?? this.currentRecordId;
        this.showCurrent();
    }

    renderedCallback(): void {
        if (!this.focusCapability) return;
        this.focusCapability = false;
        focusOn(this.template?.querySelector('[data-part="capability"]'));
    }

    get currentRecordId(): string | undefined {
        if (this.recordId) return this.recordId;
        const { type, attributes } = this.pageReference ?? {};
        return type?.startsWith('standard__record') ? attributes?.recordId : undefined;
    }

    get notice(): PanelNotice | undefined {
        const { data, error } = this.answer;
        return copilotNotice(this.currentRecordId, data, error);
    }

    get isLoading(): boolean {
        return !this.notice && !this.answer.data;
    }

    get capabilities(): Capability[] {
        const record = this.currentRecordId ?? '';
        return capabilitiesOf(this.answer.data, this.chosen[record] ?? keptWork(placeOf(record)));
    }

    get current(): Capability | undefined {
        return this.capabilities.find(({ isCurrent }) => isCurrent);
    }

    /** Why the capability on show was suggested; said no more once the person has chosen another. */
    get reason(): string {
        return this.current?.isSuggested ? suggestionWords(this.answer.data?.suggestion) : '';
    }

    get sections(): (ShownCapability & { readonly part: string | null; readonly isHidden: boolean })[] {
        const key = this.current ? `${this.currentRecordId}.${this.current.useCase}` : '';
        return this.shown.map((entry) => ({
            ...entry,
            part: entry.key === key ? 'capability' : null,
            isHidden: entry.key !== key
        }));
    }

    handleChoose(event: CustomEvent<string>): void {
        const record = this.currentRecordId ?? '';
        this.chosen = { ...this.chosen, [record]: event.detail };
        keepWork(placeOf(record), event.detail);
        this.showCurrent();
        this.focusCapability = true;
    }

    handleSkip(): void {
        focusOn(this.template?.querySelector('[data-part="capability"]'));
    }

    handleRetry(): void {
        refreshApex(this.wired);
    }

    private get answer(): WiredView {
        return isSameRecord(this.wiredRecordId, this.currentRecordId) ? this.wired : {};
    }

    private showCurrent(): void {
        const { current, currentRecordId: recordId } = this;
        const objectApiName = this.answer.data?.objectApiName;
        if (current && recordId && objectApiName) {
            this.shown = withCurrent(this.shown, { recordId, objectApiName }, current);
        }
    }
}

/** Apex says ids with 18 characters; an address may have the first 15 of them. */
function isSameRecord(one: string | undefined, other: string | undefined): boolean {
    return one?.slice(0, 15) === other?.slice(0, 15);
}

/** Name under which the chosen capability of a record is kept. */
function placeOf(recordId: string): string {
    return `repCopilot.${recordId}`;
}
