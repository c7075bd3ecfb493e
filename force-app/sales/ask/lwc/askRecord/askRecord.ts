import { LightningElement, api } from 'lwc';
import conversation from '@salesforce/apex/AIPanelController.conversation';
import { LOADING, PanelSession, present } from 'c/aiPanelState';
import type { PanelNotice, PanelSnapshot, Presentation } from 'c/aiPanelState';
import { focusOn } from 'c/aiPanelUtils';
import { announcementOf, current, failed, sent } from './conversation';
import { keepDraft, keptDraft } from './draft';
import { labels, SUGGESTIONS } from './labels';

type Turn = ApexTypes.AITurnView;

const USE_CASE = 'Ask_Record';
const BUSY: readonly string[] = ['working', 'waiting'];
const CLOSED: readonly string[] = ['loading', 'off', 'noAccess', ...BUSY];

/** A conversation about a record: questions, and answers with their sources. */
export default class AskRecord extends LightningElement {
    @api objectApiName: string | undefined;

    readonly labels = labels;
    readonly suggestions = SUGGESTIONS;
    show: Presentation = present(LOADING);
    turns: readonly Turn[] | undefined;
    text = '';
    isFirst = false;
    showsEarlier = false;
    /** The question that is being asked. */
    asked: string | undefined;
    said = '';
    /** Why the conversation could not be read. */
    problem: PanelNotice | undefined;
    record: string | undefined;
    session: PanelSession | undefined;
    focusInput = false;
    showInput = false;

    @api
    get recordId(): string | undefined {
        return this.record;
    }
    set recordId(value: string | undefined) {
        this.record = value;
        if (this.isConnected) this.open();
    }

    connectedCallback(): void {
        this.open();
    }

    disconnectedCallback(): void {
        this.session?.close();
    }

    renderedCallback(): void {
        const input = this.refs?.input as HTMLElement | undefined;
        if (this.focusInput) focusOn(input);
        // The answer came above the field and has moved it down.
        if (this.showInput) input?.scrollIntoView?.({ block: 'nearest' });
        this.focusInput = false;
        this.showInput = false;
    }

    get isLoading(): boolean {
        return this.show.isLoading || (!this.turns && this.show.state !== 'failed' && this.show.state !== 'noAccess');
    }

    get canAsk(): boolean {
        return !CLOSED.includes(this.show.state);
    }

    get cannotAsk(): boolean {
        return !this.canAsk;
    }

    get isClosed(): boolean {
        return this.show.state === 'off' || this.show.state === 'noAccess';
    }

    get isOpen(): boolean {
        return !this.isClosed;
    }

    /** What is said above the conversation. What became of a question is said beside it. */
    get notice(): PanelNotice | undefined {
        return this.isClosed ? this.show.stateNotice : (this.show.notice ?? this.problem);
    }

    /** Also beside earlier answers, which say nothing of what is asked now. */
    get facts(): string | undefined {
        return this.isClosed ? (this.show.view.facts ?? undefined) : undefined;
    }

    get ongoing(): readonly Turn[] {
        return this.isFirst ? [] : current(this.turns ?? []);
    }

    get shownTurns(): readonly Turn[] {
        return this.showsEarlier ? (this.turns ?? []) : this.ongoing;
    }

    get hasTurns(): boolean {
        return this.shownTurns.length > 0 || this.asked !== undefined;
    }

    get hasEarlier(): boolean {
        return !this.showsEarlier && (this.turns ?? []).length > this.ongoing.length;
    }

    get canBeginAnew(): boolean {
        return this.canAsk && this.ongoing.length > 0;
    }

    get offersSuggestions(): boolean {
        return this.canAsk && !this.hasTurns && this.turns !== undefined;
    }

    get announcement(): string {
        return this.said || this.show.announcement;
    }

    handleInput(event: CustomEvent<{ value: string }>): void {
        this.write(event.detail.value);
    }

    handleKey(event: KeyboardEvent): void {
        // While a word is being composed, Enter takes the word.
        if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
        event.preventDefault();
        this.handleSend();
    }

    handleSend(): void {
        if (this.cannotAsk) return;
        const text = this.text.trim();
        if (text) this.ask(text);
        else this.said = labels.empty;
    }

    handleSuggestion(event: Event): void {
        this.ask((event.currentTarget as HTMLElement).dataset.question ?? '');
    }

    handleAgain(event: CustomEvent<string>): void {
        if (this.canAsk) this.ask(event.detail);
    }

    handleRetry(): void {
        if (this.asked) this.ask(this.asked);
        else this.open();
    }

    handleCancel(): void {
        this.session?.cancel();
    }

    handleCancelWaiting(): void {
        this.focusInput = true;
        this.session?.cancelWaiting();
    }

    handleNew(): void {
        this.isFirst = true;
        this.showsEarlier = false;
        this.said = labels.newReady;
        this.focusInput = true;
        this.write(this.text);
    }

    handleEarlier(): void {
        this.showsEarlier = true;
    }

    private open(): void {
        this.session?.close();
        this.show = present(LOADING);
        this.turns = undefined;
        this.asked = undefined;
        this.problem = undefined;
        if (!this.record) return;
        const { text, isFirst } = keptDraft(this.record);
        this.text = text;
        this.isFirst = isFirst;
        this.session = new PanelSession(USE_CASE, this.record, (snapshot) => this.change(snapshot));
        this.session.open();
        this.load();
    }

    private write(text: string): void {
        this.text = text;
        keepDraft(this.record ?? '', { text, isFirst: this.isFirst });
    }

    private ask(text: string): void {
        const question = sent(text, this.isFirst);
        this.asked = text;
        this.said = '';
        this.focusInput = true;
        this.session?.ask(false, question);
        if (text === this.text.trim()) this.write('');
    }

    /** Whatever came of a question is in the conversation that the server keeps. */
    private change(snapshot: PanelSnapshot): void {
        const wasBusy = BUSY.includes(this.show.state);
        this.show = present(snapshot);
        if (wasBusy && snapshot.state !== 'working') this.load();
    }

    private async load(): Promise<void> {
        const recordId = this.record;
        try {
            const turns = await conversation({ useCase: USE_CASE, recordId });
            if (recordId === this.record) this.take(turns);
        } catch (error) {
            this.problem = failed(error);
            this.turns = this.turns ?? [];
        }
    }

    private take(turns: readonly Turn[]): void {
        const isNew = this.turns !== undefined && turns.at(-1)?.traceId !== this.turns.at(-1)?.traceId;
        this.problem = undefined;
        this.turns = turns;
        if (this.asked === undefined || this.show.state === 'working') return;
        if (isNew) this.finish(turns);
        else this.giveBack();
    }

    /** The question is in the conversation now. */
    private finish(turns: readonly Turn[]): void {
        this.asked = undefined;
        this.isFirst = false;
        this.showInput = true;
        this.write(this.text);
        this.said = announcementOf(turns);
    }

    /** The question did not reach the server: nothing that was typed is lost. */
    private giveBack(): void {
        if (!this.text) this.write(this.asked ?? '');
    }
}
