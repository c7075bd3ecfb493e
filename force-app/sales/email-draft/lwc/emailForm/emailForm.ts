import { LightningElement, api } from 'lwc';
import { formatText } from 'c/aiPanelUtils';
import type { Choices } from 'c/emailText';
import { PURPOSES, TONES, languageEntries, recipientEntries } from './entries';
import type { Entry } from './entries';
import { labels } from './labels';

/** What to write and to whom. Sends `choose` with all choices whenever one of them changes. */
export default class EmailForm extends LightningElement {
    @api choices: Partial<Choices> = {};
    @api options: ApexTypes.EmailOptionsView = {};

    readonly labels = labels;
    readonly purposes = PURPOSES;
    readonly tones = TONES;

    get languages(): Entry[] {
        return languageEntries(this.options.languages ?? []);
    }

    get recipients(): Entry[] {
        return recipientEntries(this.options.recipients ?? []);
    }

    get hasRecipients(): boolean {
        return this.recipients.length > 0;
    }

    /** Said when the recipient wants no e-mails. */
    get optedOut(): string | undefined {
        const { name, optedOut } = this.recipient(this.choices.recipientId) ?? {};
        return optedOut ? formatText(labels.optedOut, name) : undefined;
    }

    handleChange(event: CustomEvent<{ value: string }>): void {
        event.stopPropagation();
        const field = (event.currentTarget as HTMLElement).dataset.field ?? '';
        const { value } = event.detail;
        const language = field === 'recipientId' ? this.recipient(value)?.language : undefined;
        const change = { [field]: value, ...(language ? { language } : {}) };
        this.dispatchEvent(new CustomEvent('choose', { detail: { ...this.choices, ...change } }));
    }

    private recipient(id: string | undefined): ApexTypes.EmailRecipientView | undefined {
        return this.options.recipients?.find((recipient) => recipient.id === id);
    }
}
