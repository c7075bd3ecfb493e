import { LightningElement, api } from 'lwc';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import createTask from '@salesforce/apex/NextStepController.createTask';
import removeTask from '@salesforce/apex/NextStepController.removeTask';
import steps from '@salesforce/apex/NextStepController.steps';
import { errorMessages, focusOn } from 'c/aiPanelUtils';
import { labels } from './labels';
import { created, rowsOf, scheduled } from './rows';
import type { Row } from './rows';

/** Next steps that plain rules propose: each becomes a task with one click, and can be taken back. */
export default class NextStepRules extends LightningElement {
    readonly labels = labels;
    record: string | undefined;
    rows: Row[] | undefined;
    problem: string | undefined;
    saving = false;
    focusNext: string | undefined;

    @api
    get recordId(): string | undefined {
        return this.record;
    }
    set recordId(value: string | undefined) {
        this.record = value;
        if (this.isConnected) this.load();
    }

    connectedCallback(): void {
        this.load();
    }

    renderedCallback(): void {
        if (!this.focusNext) return;
        focusOn(this.template?.querySelector(`[data-focus="${this.focusNext}"]`));
        this.focusNext = undefined;
    }

    get isLoading(): boolean {
        return !this.rows && !this.problem;
    }

    get isEmpty(): boolean {
        return this.rows?.length === 0;
    }

    handleDue(event: CustomEvent<string>): void {
        this.rows = scheduled(this.rows, keyOf(event), event.detail);
    }

    handleCreate(event: Event): void {
        const key = keyOf(event);
        const dueDate = this.rows?.find((row) => row.key === key)?.dueDate || null;
        this.change(key, async () => createTask({ recordId: this.record, stepKey: key, dueDate }));
    }

    handleUndo(event: Event): void {
        const key = keyOf(event);
        const taskId = this.rows?.find((row) => row.key === key)?.taskId;
        this.change(key, async () => {
            await removeTask({ taskId });
            return undefined;
        });
    }

    private async load(): Promise<void> {
        const recordId = this.record;
        if (!recordId) return;
        this.rows = undefined;
        this.problem = undefined;
        try {
            const found = await steps({ recordId });
            if (recordId === this.record) this.rows = rowsOf(found);
        } catch (error) {
            this.problem = errorMessages(error).join(' ');
        }
    }

    /** Creates or removes the task of a step; the focus goes to what can be done next. */
    private async change(key: string, act: () => Promise<string | null | undefined>): Promise<void> {
        this.saving = true;
        this.problem = undefined;
        try {
            this.rows = created(this.rows, key, (await act()) ?? undefined);
            this.focusNext = key;
            notifyRecordUpdateAvailable([{ recordId: this.record ?? '' }]);
        } catch (error) {
            this.problem = errorMessages(error).join(' ');
        } finally {
            this.saving = false;
        }
    }
}

function keyOf(event: Event): string {
    return (event.currentTarget as HTMLElement).dataset.key ?? '';
}
