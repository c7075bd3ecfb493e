import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import options from '@salesforce/apex/EmailDraftController.options';
import type AiAnswer from 'c/aiAnswer';
import type EmailEditor from 'c/emailEditor';
import { LOADING_PRESENTATION, decisionOf } from 'c/aiPanelState';
import type { Presentation } from 'c/aiPanelState';
import { errorMessages } from 'c/aiPanelUtils';
import { choicesOf, composerPage, emailOf, firstChoices, questionOf, rememberChoices, textOfEmail } from 'c/emailText';
import type { Choices, Email } from 'c/emailText';
import { labels, words } from './labels';

/** States in which the plain template stands in for a model. */
const WITHOUT_MODEL: readonly string[] = ['failed', 'nothing'];

/** An e-mail about a record: chosen, drafted, read against its sources, edited, kept. Nothing is ever sent from here. */
export default class EmailDraft extends NavigationMixin(LightningElement) {
    @api objectApiName: string | undefined;

    readonly labels = labels;
    readonly words = words;
    show: Presentation = LOADING_PRESENTATION;
    record: string | undefined;
    offered: ApexTypes.EmailOptionsView | undefined;
    choices: Choices | undefined;
    problem: string | undefined;

    @api
    get recordId(): string | undefined {
        return this.record;
    }
    set recordId(value: string | undefined) {
        this.record = value;
        if (this.isConnected) this.loadOptions();
    }

    connectedCallback(): void {
        this.loadOptions();
    }

    get question(): string | undefined {
        return this.choices && questionOf(this.choices);
    }

    get draft(): Email {
        return emailOf(this.show.insight?.draftText);
    }

    get workKey(): string {
        return `Email_Draft.${this.record}.${this.show.insight?.id}`;
    }

    get isEditable(): boolean {
        return this.show.canDecide;
    }

    /** To be read but not changed: the phase lets nobody decide, or somebody else did. */
    get text(): string | undefined {
        return this.show.isReviewed && !this.isEditable ? (this.show.insight?.draftText ?? undefined) : undefined;
    }

    get isPlain(): boolean {
        const { insight, facts, state } = this.show;
        return !insight && Boolean(this.choices) && (facts !== undefined || WITHOUT_MODEL.includes(state));
    }

    /** Where the draft went, once it did. */
    get kept(): ApexTypes.AIDecisionView | undefined {
        return decisionOf(this.show.insight);
    }

    get keptId(): string | undefined {
        return this.kept?.recordIds?.[0];
    }

    get address(): string | undefined {
        const { recipientId } = choicesOf(this.show.insight?.question) ?? this.choices ?? {};
        return this.offered?.recipients?.find(({ id }) => id === recipientId)?.email ?? undefined;
    }

    handleChange(event: CustomEvent<Presentation>): void {
        this.show = event.detail;
        this.choose();
    }

    handleChoose(event: CustomEvent<Choices>): void {
        this.choices = event.detail;
        rememberChoices(this.record, event.detail);
    }

    async handleKeep(event: CustomEvent<string>): Promise<void> {
        const { address, answer, editor } = this;
        if (!editor?.check()) return;
        const { email } = editor;
        const action = event.detail;
        if (!(await answer?.perform(null, action, { ...email, text: textOfEmail(email) }))) return;
        editor.forget();
        answer?.focus();
        if (action === 'Compose') this[NavigationMixin.Navigate](composerPage(this.record ?? '', email, address));
    }

    handleRetry(): void {
        this.loadOptions();
    }

    private async loadOptions(): Promise<void> {
        const { record } = this;
        this.offered = undefined;
        this.choices = undefined;
        this.problem = undefined;
        if (!record) return;
        try {
            const offered = await options({ recordId: record });
            if (record !== this.record) return;
            this.offered = offered;
            this.choose();
        } catch (error) {
            this.problem = errorMessages(error).join(' ');
        }
    }

    /** The form starts once both are known: who can be written to, and what the latest draft was made with. */
    private choose(): void {
        if (this.choices || !this.offered || this.show.isLoading) return;
        this.choices = firstChoices(this.record, this.offered, this.show.insight?.question);
    }

    private get answer(): AiAnswer | undefined {
        return this.refs?.answer as unknown as AiAnswer | undefined;
    }

    private get editor(): EmailEditor | undefined {
        return this.refs?.editor as unknown as EmailEditor | undefined;
    }
}
