import { LightningElement, api } from 'lwc';
import form from '@salesforce/apex/AfterCallController.form';
import { dropWork, errorMessages, formatText, keepWork, keptWork } from 'c/aiPanelUtils';
import type { TaskDraft } from 'c/callTask';
import { labels } from './labels';
import { actionItems, newTask, startOf, valuesOf } from './logDraft';
import type { LogDraft } from './logDraft';

type Form = ApexTypes.CallFormView;
const CHECKED = 'lightning-input, lightning-textarea, c-call-task';

/** What is logged of a call: summary, follow-up tasks, next step, e-mail draft. Sends `log` with the values; keeps what was typed. */
export default class CallLogForm extends LightningElement {
    @api transcriptId: string | undefined;
    /** The notes that the form starts with; without them the person writes their own. */
    @api insight: ApexTypes.AIInsightView | undefined;
    @api saving = false;

    readonly labels = labels;
    form: Form | undefined;
    draft: LogDraft | undefined;
    isRestored = false;
    isCopied = false;
    error: string | undefined;

    connectedCallback(): void {
        this.load();
    }

    /** Forgets what was typed: it is saved now. */
    @api
    clear(): void {
        dropWork(this.workKey);
    }

    get owners(): readonly ApexTypes.CallChoice[] {
        return this.form?.owners ?? [];
    }

    get persons(): { value: string; label: string }[] {
        const persons = (this.form?.persons ?? []).map(({ value, label }) => ({
            value: value ?? '',
            label: label ?? ''
        }));
        return [{ value: '', label: labels.nobody }, ...persons];
    }

    get hasPersons(): boolean {
        return this.persons.length > 1;
    }

    get saveLabel(): string {
        return this.saving ? labels.saving : labels.save;
    }

    get nextStepNow(): string {
        return this.form?.nextStep ? formatText(labels.nextStepNow, this.form.nextStep) : labels.nextStepNone;
    }

    get isNextStepLocked(): boolean {
        return this.saving || !this.draft?.isNextStepChosen;
    }

    get hasEmail(): boolean {
        return Boolean(this.insight);
    }

    handleField(event: CustomEvent<{ value?: string; checked?: boolean }>): void {
        event.stopPropagation();
        const { field } = (event.currentTarget as HTMLElement).dataset;
        const { value, checked } = event.detail;
        this.change({ [field ?? '']: field?.startsWith('is') ? checked : (value ?? '') });
    }

    handleTask(event: CustomEvent<Partial<TaskDraft>>): void {
        const { key } = (event.currentTarget as HTMLElement).dataset;
        const tasks = this.draft?.tasks.map((task) => (task.key === key ? { ...task, ...event.detail } : task));
        this.change({ tasks });
    }

    handleAddTask(): void {
        const tasks = this.draft?.tasks ?? [];
        this.change({ tasks: [...tasks, newTask(`new.${tasks.length}`, this.owners[0]?.value ?? '')] });
    }

    async handleCopy(): Promise<void> {
        const { emailSubject = '', emailBody = '' } = this.draft ?? {};
        // Without permission to the clipboard the text can still be marked and copied.
        await navigator.clipboard?.writeText(`${emailSubject}\n\n${emailBody}`).then(
            () => (this.isCopied = true),
            () => undefined
        );
    }

    handleDiscard(): void {
        this.clear();
        this.load();
    }

    handleSave(): void {
        const fields = [...(this.template?.querySelectorAll(CHECKED) ?? [])] as unknown as {
            reportValidity(): boolean;
        }[];
        const areValid = fields.map((field) => field.reportValidity()).every((isValid) => isValid !== false);
        if (!areValid || !this.draft || !this.form) return;
        this.dispatchEvent(new CustomEvent('log', { detail: valuesOf(this.draft, this.form) }));
    }

    handleRetry(): void {
        this.load();
    }

    private change(change: Partial<LogDraft>): void {
        if (!this.draft) return;
        this.draft = { ...this.draft, ...change };
        keepWork(this.workKey, JSON.stringify(this.draft));
    }

    private async load(): Promise<void> {
        const items = actionItems(this.insight).map(({ key, values }) => ({ key, ...values }));
        try {
            this.form = (await form({ transcriptId: this.transcriptId, items: JSON.stringify(items) })) as Form;
            const kept = keptWork(this.workKey);
            this.isRestored = kept !== undefined;
            this.draft = kept ? (JSON.parse(kept) as LogDraft) : startOf(this.insight, this.form);
            this.error = undefined;
        } catch (problem) {
            this.error = errorMessages(problem).join(' ');
        }
    }

    private get workKey(): string {
        return `${this.transcriptId}.${this.insight?.id ?? 'byHand'}.log`;
    }
}
