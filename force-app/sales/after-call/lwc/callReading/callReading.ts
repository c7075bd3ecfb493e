import { LightningElement, api } from 'lwc';
import parts from '@salesforce/apex/AfterCallController.parts';
import readParts from '@salesforce/apex/AfterCallController.readParts';
import { errorMessages } from 'c/aiPanelUtils';
import { labels } from './labels';
import { readingOf } from './reading';
import type { Reading } from './reading';

type Part = ApexTypes.CallPartView;
const POLL_MS = 3000;

/**
 * How far the parts of a long transcript are read. Sends `progress` with the reading whenever it is known, `complete` when parts that were
 * waited for are all read, `goon` when the person goes on without the others.
 */
export default class CallReading extends LightningElement {
    /** The person has chosen to go on without the parts that are not read. */
    @api leftOut = false;

    readonly labels = labels;
    transcript: string | undefined;
    parts: Part[] = [];
    isLoaded = false;
    isStarting = false;
    error: string | undefined;
    timer: number | undefined;
    isWatching = false;

    @api
    get transcriptId(): string | undefined {
        return this.transcript;
    }
    set transcriptId(value: string | undefined) {
        this.transcript = value;
        this.isLoaded = false;
        this.isWatching = false;
        if (this.isConnected) this.load();
    }

    connectedCallback(): void {
        this.load();
    }

    disconnectedCallback(): void {
        window.clearTimeout(this.timer);
    }

    get reading(): Reading {
        return readingOf(this.parts, this.leftOut);
    }

    get isShown(): boolean {
        return this.isLoaded && !this.reading.isDone;
    }

    async handleRead(): Promise<void> {
        this.isStarting = true;
        this.error = undefined;
        try {
            await readParts({ transcriptId: this.transcript });
            this.isWatching = true;
            await this.load();
        } catch (problem) {
            this.error = errorMessages(problem).join(' ');
        } finally {
            this.isStarting = false;
        }
    }

    handleGoOn(): void {
        this.dispatchEvent(new CustomEvent('goon'));
    }

    private async load(): Promise<void> {
        const { transcript } = this;
        window.clearTimeout(this.timer);
        if (!transcript) return;
        try {
            const found = ((await parts({ transcriptId: transcript })) ?? []) as Part[];
            if (transcript === this.transcript) this.show(found);
        } catch (problem) {
            this.error = errorMessages(problem).join(' ');
        }
    }

    private show(found: Part[]): void {
        this.parts = found;
        this.isLoaded = true;
        const { reading } = this;
        this.dispatchEvent(new CustomEvent('progress', { detail: reading }));
        if (reading.isWaiting) {
            this.isWatching = true;
            // Without the user's help: the jobs answer one after the other, also while the page is left.
            // eslint-disable-next-line @lwc/lwc/no-async-operation
            this.timer = window.setTimeout(() => this.load(), POLL_MS);
        } else if (this.isWatching && reading.isComplete) {
            this.isWatching = false;
            this.dispatchEvent(new CustomEvent('complete'));
        }
    }
}
