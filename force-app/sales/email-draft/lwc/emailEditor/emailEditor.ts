import { LightningElement, api } from 'lwc';
import { dropWork } from 'c/aiPanelUtils';
import { keepEmail, keptEmail } from 'c/emailText';
import type { Email } from 'c/emailText';
import { labels } from './labels';

const EMPTY: Email = { subject: '', body: '' };

/** Subject and text of an e-mail. What a person writes is kept under the work key until `forget`; `email` is the latest. */
export default class EmailEditor extends LightningElement {
    readonly labels = labels;
    source: Email = EMPTY;
    key = '';
    edited: Email = EMPTY;
    isRestored = false;

    /** The e-mail as it was drafted. */
    @api
    get draft(): Email {
        return this.source;
    }
    set draft(value: Email | undefined) {
        this.source = value ?? EMPTY;
        this.restore();
    }

    /** Names the draft: what is written is kept under it. */
    @api
    get workKey(): string {
        return this.key;
    }
    set workKey(value: string) {
        this.key = value;
        this.restore();
    }

    /** The e-mail as it stands in the fields. */
    @api
    get email(): Email {
        return this.edited;
    }

    /** Drops what was kept; the fields stay as they are. */
    @api
    forget(): void {
        dropWork(this.key);
        this.isRestored = false;
    }

    /** Whether there is a text; otherwise says what is missing, and moves the focus there. */
    @api
    check(): boolean {
        if (this.edited.body.trim() !== '') return true;
        const field = this.refs?.body as (HTMLElement & { reportValidity(): boolean }) | undefined;
        field?.reportValidity();
        field?.focus();
        return false;
    }

    get isEdited(): boolean {
        return this.edited.subject !== this.source.subject || this.edited.body !== this.source.body;
    }

    handleSubject(event: CustomEvent<{ value: string }>): void {
        event.stopPropagation();
        this.write({ ...this.edited, subject: event.detail.value });
    }

    handleBody(event: CustomEvent<{ value: string }>): void {
        event.stopPropagation();
        this.write({ ...this.edited, body: event.detail.value });
    }

    handleDiscard(): void {
        this.forget();
        this.edited = this.source;
    }

    private write(email: Email): void {
        this.edited = email;
        keepEmail(this.key, email);
    }

    private restore(): void {
        const kept = this.key ? keptEmail(this.key) : undefined;
        this.isRestored = kept !== undefined;
        this.edited = kept ?? this.source;
    }
}
