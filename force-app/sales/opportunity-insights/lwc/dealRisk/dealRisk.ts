import { LightningElement, api, wire } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';
import type { RecordWireValue } from 'lightning/uiRecordApi';
import signals from '@salesforce/apex/OpportunityInsightsController.signals';
import { errorMessages, exactTime, formatText, relativeTime } from 'c/aiPanelUtils';
import { labels } from './labels';
import { levelLook, signalsOf, storedText } from './looks';
import type { LevelLook, ShownSignal } from './looks';

const CHANGED = 'Opportunity.LastModifiedDate';

/** The signals of a deal as of now, computed without a model; computed again when the deal changes on the page. */
export default class DealRisk extends LightningElement {
    readonly labels = labels;
    record: string | undefined;
    risk: ApexTypes.DealRiskView | undefined;
    failure = '';
    isLoading = false;
    announcement = '';
    known: unknown;

    @api
    get recordId(): string | undefined {
        return this.record;
    }
    set recordId(value: string | undefined) {
        this.record = value;
        this.risk = undefined;
        this.known = undefined;
        this.load();
    }

    @wire(getRecord, { recordId: '$record', fields: [CHANGED] })
    follow({ data }: RecordWireValue): void {
        const changed = data?.fields.LastModifiedDate?.value;
        if (this.known && changed && changed !== this.known) this.load();
        this.known = changed ?? this.known;
    }

    get isFirst(): boolean {
        return this.isLoading && !this.risk && !this.failure;
    }

    get isClosed(): boolean {
        return this.risk?.isClosed === true;
    }

    get look(): LevelLook {
        return levelLook(this.risk?.level);
    }

    get points(): string {
        return formatText(labels.points, this.risk?.points);
    }

    get rule(): string {
        return formatText(labels.rule, this.risk?.highFrom, this.risk?.mediumFrom);
    }

    get signals(): ShownSignal[] {
        return signalsOf(this.risk);
    }

    get hasSignals(): boolean {
        return this.signals.length > 0;
    }

    get hasStages(): boolean {
        return (this.risk?.stages ?? []).length > 0;
    }

    get computed(): { text: string; exact: string } {
        const moment = this.risk?.computed ?? '';
        return { text: formatText(labels.computed, relativeTime(moment)), exact: exactTime(moment) };
    }

    get stored(): string {
        return storedText(this.risk);
    }

    async handleRefresh(): Promise<void> {
        await this.load();
        if (this.risk) this.announcement = formatText(labels.refreshed, this.look.label, this.signals.length);
    }

    private async load(): Promise<void> {
        const { record } = this;
        if (!record) return;
        this.isLoading = true;
        this.announcement = '';
        try {
            const risk = await signals({ recordId: record });
            if (record === this.record) this.show(risk, '');
        } catch (error) {
            if (record === this.record) this.show(undefined, errorMessages(error).join(' '));
        } finally {
            this.isLoading = false;
        }
    }

    private show(risk: ApexTypes.DealRiskView | undefined, failure: string): void {
        this.risk = risk;
        this.failure = failure || (risk ? '' : labels.failed);
    }
}
