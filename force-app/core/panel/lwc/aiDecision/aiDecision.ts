import { LightningElement, api } from 'lwc';
import { dropWork, focusOn, keepWork, keptWork } from 'c/aiPanelUtils';
import { labels } from './labels';

type Mode = 'deciding' | 'editing' | 'rejecting';
type FocusTarget = 'text' | 'reason' | 'edit' | 'reject';

/** A person's decision about a draft. Sends `approve` with the text or `reject` with the reason as detail. */
export default class AiDecision extends LightningElement {
    @api draftText: string | null | undefined;
    /** Names the draft: edits are kept under this name until they are saved or discarded. */
    @api workKey = '';
    /** The draft is out of date and must be refreshed first. */
    @api blocked = false;
    @api saving = false;
    /** What the approving button is called, when approving does something of its own. */
    @api approveText: string = labels.approve;

    readonly labels = labels;
    mode: Mode = 'deciding';
    text = '';
    reason = '';
    isRestored = false;
    focusNext: FocusTarget | undefined;

    connectedCallback(): void {
        const kept = keptWork(this.workKey);
        this.isRestored = kept !== undefined;
        this.text = kept ?? this.draftText ?? '';
        if (this.isRestored) this.mode = 'editing';
    }

    renderedCallback(): void {
        if (!this.focusNext) return;
        focusOn(this.refs?.[this.focusNext]);
        this.focusNext = undefined;
    }

    get isEditing(): boolean {
        return this.mode === 'editing';
    }

    get isRejecting(): boolean {
        return this.mode === 'rejecting';
    }

    get approveLabel(): string {
        return this.saving ? labels.approving : this.approveText;
    }

    get approveDisabled(): boolean {
        return this.blocked || this.saving || this.isEmpty;
    }

    /** An answer without a single supported statement leaves nothing to save until the person writes something. */
    private get isEmpty(): boolean {
        return !this.isEditing && this.text.trim() === '';
    }

    handleEdit(): void {
        this.show('editing', 'text');
    }

    handleTextChange(event: CustomEvent<{ value: string }>): void {
        this.text = event.detail.value;
        keepWork(this.workKey, this.text);
    }

    handleDiscard(): void {
        dropWork(this.workKey);
        this.text = this.draftText ?? '';
        this.isRestored = false;
        this.show('deciding', 'edit');
    }

    handleApprove(): void {
        if (this.isFilled(this.text, 'text')) this.dispatchEvent(new CustomEvent('approve', { detail: this.text }));
    }

    handleRejectOpen(): void {
        this.show('rejecting', 'reason');
    }

    handleReasonChange(event: CustomEvent<{ value: string }>): void {
        this.reason = event.detail.value;
    }

    handleRejectCancel(): void {
        this.show(keptWork(this.workKey) === undefined ? 'deciding' : 'editing', 'reject');
    }

    handleReject(): void {
        if (this.isFilled(this.reason, 'reason')) {
            this.dispatchEvent(new CustomEvent('reject', { detail: this.reason.trim() }));
        }
    }

    private show(mode: Mode, focusNext: FocusTarget): void {
        this.mode = mode;
        this.focusNext = focusNext;
    }

    private isFilled(value: string, field: 'text' | 'reason'): boolean {
        if (value.trim() !== '') return true;
        const element = this.refs?.[field] as (HTMLElement & { reportValidity(): boolean }) | undefined;
        element?.reportValidity();
        element?.focus();
        return false;
    }
}
