import { LightningElement, api } from 'lwc';
import { focusOn } from 'c/aiPanelUtils';
import { labels } from './labels';
import { outcomeOf } from './outcome';
import type { Outcome } from './outcome';

type Decision = ApexTypes.AIDecisionView | null | undefined;
type FocusTarget = 'reason' | 'dismiss' | 'accept' | 'outcome';

/**
 * A person's decision about one statement. Sends `accept`, `dismiss` with the reason as detail, and `revoke`. The default
 * slot stands beside what became of it, for a link to what was created.
 */
export default class AiItemDecision extends LightningElement {
    @api acceptLabel: string = labels.accept;
    @api acceptedText: string = labels.accepted;
    /** Names the statement to a screen reader, since every row has the same buttons. */
    @api itemLabel: string | undefined;
    @api canDecide = false;
    @api saving = false;

    readonly labels = labels;
    decided: Decision;
    isDismissing = false;
    reason = '';
    /** The person has pressed a button here and waits for what comes of it. */
    isExpecting = false;
    focusNext: FocusTarget | undefined;

    @api
    get decision(): Decision {
        return this.decided;
    }
    set decision(value: Decision) {
        const hasChanged = Boolean(value) !== Boolean(this.decided);
        this.decided = value;
        if (!hasChanged) return;
        this.isDismissing = false;
        this.reason = '';
        if (this.isExpecting) this.focusNext = value ? 'outcome' : 'accept';
        this.isExpecting = false;
    }

    renderedCallback(): void {
        if (!this.focusNext) return;
        focusOn(this.refs?.[this.focusNext]);
        this.focusNext = undefined;
    }

    get outcome(): Outcome | undefined {
        return outcomeOf(this.decided, this.acceptedText);
    }

    /** Read out politely; empty until something was decided. */
    get announcement(): string {
        return this.outcome?.what ?? '';
    }

    handleAccept(): void {
        this.send('accept');
    }

    handleRevoke(): void {
        this.send('revoke');
    }

    handleDismissOpen(): void {
        this.isDismissing = true;
        this.focusNext = 'reason';
    }

    handleDismissCancel(): void {
        this.isDismissing = false;
        this.focusNext = 'dismiss';
    }

    handleReasonChange(event: CustomEvent<{ value: string }>): void {
        event.stopPropagation();
        this.reason = event.detail.value;
    }

    handleReasonKey(event: KeyboardEvent): void {
        if (event.key === 'Enter') this.handleDismiss();
        if (event.key !== 'Escape') return;
        // A console would take the same key as a wish to leave more than this field.
        event.stopPropagation();
        this.handleDismissCancel();
    }

    handleDismiss(): void {
        const reason = this.reason.trim();
        if (reason !== '') this.send('dismiss', reason);
        else (this.refs?.reason as (HTMLElement & { reportValidity(): boolean }) | undefined)?.reportValidity();
    }

    private send(name: string, detail?: string): void {
        if (this.saving) return;
        this.isExpecting = true;
        this.dispatchEvent(new CustomEvent(name, { detail }));
    }
}
