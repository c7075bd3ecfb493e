import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import keep from '@salesforce/apex/EmailDraftController.keep';
import remove from '@salesforce/apex/EmailDraftController.remove';
import template from '@salesforce/apex/EmailDraftController.template';
import type EmailEditor from 'c/emailEditor';
import { errorMessages, focusOn } from 'c/aiPanelUtils';
import { choicesOf, composerPage } from 'c/emailText';
import type { Email } from 'c/emailText';
import { labels } from './labels';

/** An e-mail from a plain template, for when no model is asked: written on, kept and taken back like a draft of a model. */
export default class EmailPlain extends NavigationMixin(LightningElement) {
    @api recordId: string | undefined;
    /** Address of the recipient, for the composer. */
    @api address: string | undefined;

    readonly labels = labels;
    choices: string | undefined;
    draft: Email | undefined;
    problem: string | undefined;
    saving = false;
    action = '';
    createdId: string | undefined;

    /** The choices that the template follows, as a question. */
    @api
    get question(): string | undefined {
        return this.choices;
    }
    set question(value: string | undefined) {
        const isOther = value !== this.choices;
        this.choices = value;
        if (isOther && this.isConnected) this.load();
    }

    connectedCallback(): void {
        this.load();
    }

    get isLoading(): boolean {
        return !this.draft && !this.problem;
    }

    get workKey(): string {
        return `Email_Draft.plain.${this.recordId}`;
    }

    async handleKeep(event: CustomEvent<string>): Promise<void> {
        const { editor } = this;
        if (!editor?.check()) return;
        const { email } = editor;
        const recipientId = choicesOf(this.choices)?.recipientId || null;
        const request = { recordId: this.record, recipientId, action: event.detail, ...email };
        await this.attempt(async () => {
            this.createdId = (await keep(request)) ?? undefined;
            this.action = event.detail;
            editor.forget();
            if (event.detail === 'Compose')
                this[NavigationMixin.Navigate](composerPage(this.record, email, this.address));
        });
    }

    async handleUndo(): Promise<void> {
        await this.attempt(async () => {
            await remove({ createdId: this.createdId });
            this.action = '';
            this.createdId = undefined;
            focusOn(this.refs?.editor);
        });
    }

    private async load(): Promise<void> {
        const { choices } = this;
        if (!this.recordId || !choices) return;
        this.problem = undefined;
        try {
            const { subject, body } = await template({ recordId: this.recordId, choices });
            if (choices === this.choices) this.draft = { subject: subject ?? '', body: body ?? '' };
        } catch (error) {
            this.problem = errorMessages(error).join(' ');
        }
    }

    private async attempt(act: () => Promise<void>): Promise<void> {
        this.saving = true;
        this.problem = undefined;
        try {
            await act();
            notifyRecordUpdateAvailable([{ recordId: this.record }]);
        } catch (error) {
            this.problem = errorMessages(error).join(' ');
        } finally {
            this.saving = false;
        }
    }

    private get record(): string {
        return this.recordId ?? '';
    }

    private get editor(): EmailEditor | undefined {
        return this.refs?.editor as unknown as EmailEditor | undefined;
    }
}
