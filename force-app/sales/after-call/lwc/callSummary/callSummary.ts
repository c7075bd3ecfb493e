import { LightningElement, api } from 'lwc';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import logByHand from '@salesforce/apex/AfterCallController.logByHand';
import type AiAnswer from 'c/aiAnswer';
import { LOADING_PRESENTATION } from 'c/aiPanelState';
import type { Presentation } from 'c/aiPanelState';
import { errorMessages, keepWork, keptWork } from 'c/aiPanelUtils';
import type CallLogForm from 'c/callLogForm';
import { headings } from './headings';
import { labels, words } from './labels';

type Call = ApexTypes.CallView;
type Values = Record<string, unknown>;
const LOG = 'Log';
/** States without an answer in which a person may well write their own notes. */
const WITHOUT_ANSWER: readonly string[] = ['ready', 'nothing', 'off', 'overBudget', 'failed'];

interface Progress {
    readonly read: number;
    readonly isComplete: boolean;
}

/** One call: figures, reading of a long transcript, notes with evidence, and the form that logs it. Sends `logged`. */
export default class CallSummary extends LightningElement {
    /** The record whose page this is; its activities change when a call is logged. */
    @api recordId: string | undefined;

    readonly labels = labels;
    readonly words = words;
    readonly headings = headings;
    shown: Call | undefined;
    show: Presentation = LOADING_PRESENTATION;
    progress: Progress | undefined;
    isByHand = false;
    isSavingByHand = false;
    isAskDue = false;
    leftOut = false;
    error: string | undefined;

    @api
    get call(): Call | undefined {
        return this.shown;
    }
    set call(value: Call | undefined) {
        const isOther = value?.id !== this.shown?.id;
        this.shown = value;
        if (!isOther) return;
        this.show = LOADING_PRESENTATION;
        this.progress = undefined;
        this.isByHand = false;
        this.error = undefined;
        this.leftOut = keptWork(this.leftOutKey) !== undefined;
    }

    renderedCallback(): void {
        if (!this.isAskDue || !this.answer) return;
        this.isAskDue = false;
        this.answer.ask(false);
    }

    /** A long transcript can be summarised once its parts are read, or the person goes on without some. */
    get hasAnswer(): boolean {
        if (!this.shown?.isLong) return true;
        return Boolean(this.progress && (this.progress.isComplete || (this.leftOut && this.progress.read > 0)));
    }

    get isLogged(): boolean {
        return this.shown?.status === 'Logged';
    }

    /** Without notes that could be logged the person may write their own. */
    get canLogByHand(): boolean {
        const { insight, isOff, state } = this.show;
        const hasNone = !this.hasAnswer || isOff || (!insight && WITHOUT_ANSWER.includes(state));
        return hasNone && !this.isLogged;
    }

    get isHandFormShown(): boolean {
        return this.canLogByHand && this.isByHand;
    }

    /** The statements to read; the e-mail's subject says nothing of the call and stands in the form alone. */
    get notes(): ApexTypes.AIInsightView | undefined {
        const { insight } = this.show;
        const groups = insight?.groups?.filter(({ key }) => key !== 'emailSubject');
        return insight && { ...insight, groups };
    }

    handleChange(event: CustomEvent<Presentation>): void {
        this.show = event.detail;
    }

    handleProgress(event: CustomEvent<Progress>): void {
        this.progress = event.detail;
    }

    handleComplete(): void {
        this.isAskDue = true;
    }

    handleGoOn(): void {
        keepWork(this.leftOutKey, 'true');
        this.leftOut = true;
        this.isAskDue = true;
    }

    handleByHand(): void {
        this.isByHand = true;
    }

    async handleLog(event: CustomEvent<Values>): Promise<void> {
        if (!(await this.answer?.perform(null, LOG, event.detail))) return;
        (this.refs?.form as unknown as CallLogForm | undefined)?.clear();
        this.tell();
        this.answer?.focus();
    }

    async handleLogByHand(event: CustomEvent<Values>): Promise<void> {
        this.isSavingByHand = true;
        this.error = undefined;
        try {
            await logByHand({ transcriptId: this.shown?.id, values: JSON.stringify(event.detail) });
            (this.refs?.handForm as unknown as CallLogForm | undefined)?.clear();
            this.tell();
            this.dispatchEvent(new CustomEvent('logged'));
        } catch (problem) {
            this.error = errorMessages(problem).join(' ');
        } finally {
            this.isSavingByHand = false;
        }
    }

    private tell(): void {
        notifyRecordUpdateAvailable([{ recordId: this.recordId ?? '' }]);
        const { logged: title, loggedMessage: message } = labels;
        this.dispatchEvent(new ShowToastEvent({ title, message, variant: 'success' }));
    }

    private get answer(): AiAnswer | undefined {
        return this.refs?.answer as unknown as AiAnswer | undefined;
    }

    private get leftOutKey(): string {
        return `${this.shown?.id}.leftOut`;
    }
}
