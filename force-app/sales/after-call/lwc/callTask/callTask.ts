import { LightningElement, api } from 'lwc';
import { formatText } from 'c/aiPanelUtils';
import { labels } from './labels';

/** A follow-up task as a person edits it. */
export interface TaskDraft {
    readonly key: string;
    readonly isChosen: boolean;
    readonly subject: string;
    readonly ownerId: string;
    /** As 2026-03-06; empty without a day. */
    readonly due: string;
    /** Words of the call that it comes from. */
    readonly said: string;
    /** Who and when, as it was said; empty when nobody said it. */
    readonly saidWho: string;
    readonly saidWhen: string;
    /** It is somebody's who is no user. */
    readonly isTheirs: boolean;
}

interface Choice {
    readonly value: string;
    readonly label: string;
}

/** One follow-up task of a call. Sends `edit` with what the person changed. */
export default class CallTask extends LightningElement {
    @api task: Partial<TaskDraft> = {};
    @api owners: readonly Choice[] = [];
    @api disabled = false;

    readonly labels = labels;

    get isLocked(): boolean {
        return this.disabled || this.task.isChosen !== true;
    }

    /** What was said of who and when, if it was; a person checks what was made of it. */
    get note(): string {
        const { saidWho, saidWhen, isTheirs } = this.task;
        const parts = [saidWho, saidWhen].map((part) => part?.trim().replace(/\.$/, ''));
        const said = [...new Set(parts)].filter(Boolean).join(', ');
        if (!said) return '';
        return formatText(isTheirs ? labels.theirs : labels.said, said);
    }

    get chooseLabel(): string {
        return this.task.subject ? formatText(labels.create, this.task.subject) : labels.createNew;
    }

    /** The subject of a task that is to be created must be there. Whether it is. */
    @api
    reportValidity(): boolean {
        const field = this.refs?.subject as unknown as { reportValidity(): boolean } | undefined;
        return this.isLocked || field?.reportValidity() !== false;
    }

    handleChosen(event: CustomEvent<{ checked: boolean }>): void {
        this.edit(event, { isChosen: event.detail.checked });
    }

    handleSubject(event: CustomEvent<{ value: string }>): void {
        this.edit(event, { subject: event.detail.value });
    }

    handleOwner(event: CustomEvent<{ value: string }>): void {
        this.edit(event, { ownerId: event.detail.value });
    }

    handleDue(event: CustomEvent<{ value: string | null }>): void {
        this.edit(event, { due: event.detail.value ?? '' });
    }

    private edit(event: Event, change: Partial<TaskDraft>): void {
        event.stopPropagation();
        this.dispatchEvent(new CustomEvent('edit', { detail: change }));
    }
}
