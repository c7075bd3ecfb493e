import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import type { ToastOptions } from 'lightning/platformShowToastEvent';
import dueDates from '@salesforce/apex/NextStepController.dueDates';
import type AiAnswer from 'c/aiAnswer';
import { LOADING_PRESENTATION, decisionOf, unsupportedStatements } from 'c/aiPanelState';
import type { Presentation } from 'c/aiPanelState';
import { labels, words } from './labels';
import { stepsOf } from './steps';
import type { DueDates, Step } from './steps';

const CREATE_TASK = 'Task';
/** States in which rules speak in place of a model. */
const WITHOUT_MODEL: readonly string[] = ['failed', 'nothing'];

/** Next steps of an opportunity or lead: suggested, made a task of with one click, dismissed with a reason, taken back. */
export default class NextBestAction extends NavigationMixin(LightningElement) {
    @api recordId: string | undefined;
    @api objectApiName: string | undefined;

    readonly labels = labels;
    readonly words = words;
    show: Presentation = LOADING_PRESENTATION;
    computed: DueDates = {};
    chosen: DueDates = {};

    async connectedCallback(): Promise<void> {
        // Without the days the fields are empty, and Apex computes them when the task is created.
        this.computed = (await dueDates({}).catch(() => ({}))) as DueDates;
    }

    get steps(): Step[] {
        return stepsOf(this.show, this.computed, this.chosen);
    }

    get unsupported(): ApexTypes.AIStatementView[] {
        return unsupportedStatements(this.show.insight);
    }

    get insightId(): string | null | undefined {
        return this.show.insight?.id;
    }

    get isRulesOnly(): boolean {
        const { insight, facts, state, isOff } = this.show;
        const isBesideAnswer = isOff && insight !== undefined;
        return isBesideAnswer || facts !== undefined || (!insight && WITHOUT_MODEL.includes(state));
    }

    handleChange(event: CustomEvent<Presentation>): void {
        if (event.detail.insight?.id !== this.show.insight?.id) this.chosen = {};
        this.show = event.detail;
    }

    handleDue(event: CustomEvent<string>): void {
        this.chosen = { ...this.chosen, [keyOf(event)]: event.detail };
    }

    async handleAccept(event: CustomEvent): Promise<void> {
        const key = keyOf(event);
        const dueDate = this.steps.find((step) => step.key === key)?.dueDate;
        if (!(await this.answer?.perform(key, CREATE_TASK, { dueDate }))) return;
        const taskId = decisionOf(this.show.insight, key)?.recordIds?.[0];
        this.tell({ title: labels.created, message: labels.createdMessage, messageData: [await this.linkTo(taskId)] });
    }

    handleDismiss(event: CustomEvent<string>): void {
        this.answer?.dismiss(keyOf(event), event.detail);
    }

    async handleRevoke(event: CustomEvent): Promise<void> {
        const key = keyOf(event);
        const isTask = Boolean(decisionOf(this.show.insight, key)?.recordIds?.length);
        const isUndone = await this.answer?.revoke(key);
        if (isUndone && isTask) this.tell({ title: labels.removed, message: labels.removedMessage });
    }

    private async linkTo(recordId: string | undefined): Promise<{ url: string; label: string }> {
        const attributes = { recordId, actionName: 'view' };
        const url = await this[NavigationMixin.GenerateUrl]({ type: 'standard__recordPage', attributes });
        return { url: String(url), label: labels.openTask };
    }

    private tell(toast: ToastOptions): void {
        this.dispatchEvent(new ShowToastEvent({ variant: 'success', ...toast }));
    }

    private get answer(): AiAnswer | undefined {
        return this.refs?.answer as unknown as AiAnswer | undefined;
    }
}

function keyOf(event: Event): string {
    return (event.currentTarget as HTMLElement).dataset.key ?? '';
}
