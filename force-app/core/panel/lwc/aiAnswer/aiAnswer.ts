import { LightningElement, api } from 'lwc';
import { ANSWER_WORDS, LOADING, LOADING_PRESENTATION, PanelSession, decisionOf, present } from 'c/aiPanelState';
import type { AnswerWords, PanelSnapshot, Presentation } from 'c/aiPanelState';
import { focusOn } from 'c/aiPanelUtils';
import { labels } from './labels';
import { announceChange, announceSaved } from './announce';
import { askingOf } from './asking';
import type { Asking } from './asking';

type Act = (session: PanelSession) => Promise<boolean>;

/**
 * Whole life of one answer about one record. Sends `change` with the presentation as detail. Slots: `before` for what is
 * always shown, the default one for the answer, `decision` for the use case's own buttons.
 */
export default class AiAnswer extends LightningElement {
    @api useCase = '';
    /** What the person adds to the request: text, or choices as JSON. */
    @api question: string | undefined;
    @api heading = '';
    @api iconName = 'standard:einstein_replies';
    @api readyText = '';
    /** Without it the surrounding component offers to ask by itself. */
    @api askLabel = '';
    @api againLabel = '';
    /** For a use case that shows its computed figures by itself: they are not told again in words. */
    @api hideFacts = false;

    readonly labels = labels;
    said: AnswerWords = ANSWER_WORDS;
    show: Presentation = LOADING_PRESENTATION;
    record: string | undefined;
    session: PanelSession | undefined;
    /** The question of the latest request that was made here. */
    asked: string | undefined;
    focusNext: 'panel' | 'progress' | undefined;

    @api
    get recordId(): string | undefined {
        return this.record;
    }
    set recordId(value: string | undefined) {
        this.record = value;
        if (this.isConnected) this.open();
    }

    /** Words of the use case in place of the general ones. */
    @api
    get words(): Partial<AnswerWords> {
        return this.said;
    }
    set words(value: Partial<AnswerWords> | undefined) {
        this.said = { ...ANSWER_WORDS, ...value };
    }

    connectedCallback(): void {
        this.open();
    }

    disconnectedCallback(): void {
        this.session?.close();
    }

    renderedCallback(): void {
        if (!this.focusNext) return;
        focusOn(this.refs?.[this.focusNext]);
        this.focusNext = undefined;
    }

    get facts(): string | null | undefined {
        return this.hideFacts ? undefined : this.show.facts;
    }

    get asking(): Asking {
        return askingOf(this.show, this);
    }

    /** Asks the model; with `again` even when nothing has changed since the last answer. */
    @api
    async ask(again = false): Promise<void> {
        this.focusNext = 'progress';
        this.asked = this.question;
        await this.session?.ask(again, this.question);
    }

    /** Carries out an action on a statement, or on the whole answer without a key. Returns whether that succeeded. */
    @api
    async perform(statementKey: string | null, action: string, values: object = {}): Promise<boolean> {
        return this.act((session) => session.perform(statementKey, action, values));
    }

    /** Dismisses a statement for a reason. Returns whether that was recorded. */
    @api
    async dismiss(statementKey: string | null, reason: string): Promise<boolean> {
        return this.act((session) => session.dismiss(statementKey, reason));
    }

    /** Takes back what was decided about a statement. Returns whether that succeeded. */
    @api
    async revoke(statementKey: string | null): Promise<boolean> {
        return this.act((session) => session.revoke(statementKey));
    }

    /** Saves the text to the record. Returns whether it was saved. */
    @api
    async approve(text: string): Promise<boolean> {
        const isSaved = await this.act((session) => session.approve(text));
        if (isSaved) this.tell(this.said.saved, this.said.savedMessage);
        return isSaved;
    }

    /** Rejects the whole answer for a reason. Returns whether that was recorded. */
    @api
    async reject(reason: string): Promise<boolean> {
        const isRejected = (await this.session?.reject(reason)) ?? false;
        if (isRejected) this.focus();
        return isRejected;
    }

    /** Takes the decision about the whole answer back. Returns whether that succeeded. */
    @api
    async undo(): Promise<boolean> {
        const isAction = decisionOf(this.show.insight) !== undefined;
        const isUndone = await this.act((session) => (isAction ? session.revoke(null) : session.undo()));
        if (isUndone) this.tell(this.said.undone, this.said.undoneMessage);
        return isUndone;
    }

    /** Moves the focus to the start of the answer. */
    @api
    focus(): void {
        focusOn(this.refs?.panel);
    }

    // Fields in a slot send a bubbling `change` too, which is not this component's.
    handleFieldChange(event: Event): void {
        event.stopPropagation();
    }

    handleAsk(): void {
        this.ask(false);
    }

    handleAgain(): void {
        this.ask(true);
    }

    handleRetry(): void {
        this.focusNext = 'progress';
        this.session?.retry();
    }

    handleCancel(): void {
        this.session?.cancel();
    }

    handleCancelWaiting(): void {
        this.focus();
        this.session?.cancelWaiting();
    }

    handleUndo(): void {
        this.undo();
    }

    handleRate(event: CustomEvent<string | null>): void {
        this.session?.rate(event.detail);
    }

    private open(): void {
        this.session?.close();
        this.asked = undefined;
        this.draw(LOADING);
        if (!this.record) return;
        this.session = new PanelSession(this.useCase, this.record, (snapshot) => this.change(snapshot));
        this.session.open();
    }

    private change(snapshot: PanelSnapshot): void {
        // Whoever waited at the cancel button goes on reading the answer; whoever went elsewhere is left alone.
        const waited = this.show.progress && this.refs?.progress === this.focused;
        if (waited && !snapshot.progress) this.focusNext = 'panel';
        this.draw(snapshot);
    }

    private draw(snapshot: PanelSnapshot): void {
        const show = present(snapshot, this.said);
        this.dispatchEvent(new CustomEvent('change', { detail: show }));
        this.show = show;
    }

    private get focused(): Element | null {
        return (this.template as unknown as DocumentOrShadowRoot).activeElement;
    }

    private async act(act: Act): Promise<boolean> {
        const isDone = this.session ? await act(this.session) : false;
        if (isDone) announceChange(this.record, this.show.insight);
        return isDone;
    }

    private tell(title: string, message: string): void {
        this.focus();
        announceSaved(this, title, message);
    }
}
