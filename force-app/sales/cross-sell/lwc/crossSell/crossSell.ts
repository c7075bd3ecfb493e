import { LightningElement, api } from 'lwc';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import addLine from '@salesforce/apex/CrossSellController.addLine';
import bringBack from '@salesforce/apex/CrossSellController.bringBack';
import dismiss from '@salesforce/apex/CrossSellController.dismiss';
import open from '@salesforce/apex/CrossSellController.open';
import removeLine from '@salesforce/apex/CrossSellController.removeLine';
import type AiAnswer from 'c/aiAnswer';
import { decisionOf, LOADING_PRESENTATION, unsupportedStatements } from 'c/aiPanelState';
import type { Presentation } from 'c/aiPanelState';
import { errorMessages, focusOn, formatText } from 'c/aiPanelUtils';
import type { LineDetail } from 'c/crossSellLine';
import { additionOf, additionsFrom } from './additions';
import type { Addition } from './additions';
import { awayOf, cardsOf, comparedWith, hasOthers, hintOf, supportedStatements } from './figures';
import type { AwayRow, Hint, ProductCard } from './figures';
import { labels } from './labels';

/** Products that the account lacks and accounts like it have: figures from Apex, words from AI, added to an opportunity by a person. */
export default class CrossSell extends LightningElement {
    @api objectApiName: string | undefined;

    readonly labels = labels;
    show: Presentation = LOADING_PRESENTATION;
    record: string | undefined;
    view: ApexTypes.CrossSellView | undefined;
    /** What went wrong with reading the figures, or with an action. */
    problem: string | undefined;
    saving = false;
    added: readonly Addition[] = [];
    focusNext: 'added' | 'dismissed' | 'failed' | 'start' | undefined;

    @api
    get recordId(): string | undefined {
        return this.record;
    }
    set recordId(value: string | undefined) {
        this.record = value;
        this.view = undefined;
        this.problem = undefined;
        this.added = [];
        if (this.isConnected) this.load();
    }

    connectedCallback(): void {
        this.load();
    }

    renderedCallback(): void {
        if (!this.focusNext) return;
        focusOn(this.refs?.[this.focusNext]);
        this.focusNext = undefined;
    }

    get isLoading(): boolean {
        return !this.view && !this.problem;
    }

    get hint(): Hint | undefined {
        return this.view && hintOf(this.view);
    }

    get intro(): string {
        const compared = this.view ? comparedWith(this.view) : '';
        return `${compared} ${formatText(labels.ownRights, labels.kinds)}`;
    }

    get cards(): ProductCard[] {
        return this.view ? cardsOf(this.view, this.show) : [];
    }

    get away(): AwayRow[] {
        return this.view ? awayOf(this.view) : [];
    }

    get additions(): Addition[] {
        return [...this.added, ...additionsFrom(this.show)];
    }

    get hasNoOpportunity(): boolean {
        return this.cards.length > 0 && this.view?.opportunities?.length === 0;
    }

    get insightId(): string | null | undefined {
        return this.show.insight?.id;
    }

    get askLabel(): string {
        return this.cards.length ? labels.ask : '';
    }

    get againLabel(): string {
        return this.cards.length ? labels.askAgain : '';
    }

    get readyText(): string {
        return this.cards.length ? labels.ready : '';
    }

    get hasLeftOut(): boolean {
        return this.view !== undefined && hasOthers(this.cards, this.show);
    }

    get unsupported(): ApexTypes.AIStatementView[] {
        return unsupportedStatements(this.show.insight);
    }

    handleChange(event: CustomEvent<Presentation>): void {
        this.show = event.detail;
    }

    handleRetry(): void {
        this.problem = undefined;
        this.load();
    }

    async handleAdd(event: CustomEvent<LineDetail>): Promise<void> {
        const { opportunityId, quantity, price } = event.detail;
        const card = this.cardOf(event);
        const deal = this.view?.opportunities?.find(({ id }) => id === opportunityId);
        const name = card.candidate.name ?? '';
        await this.act('added', async () => {
            const key = this.statementKey(card);
            if (key && !(await this.answer?.perform(key, 'Line', { opportunityId, quantity, price }))) return false;
            if (!key) await this.addAlone(card, event.detail, deal?.name ?? '');
            notifyRecordUpdateAvailable([{ recordId: opportunityId }]);
            this.tell(labels.added, formatText(labels.addedMessage, name, deal?.name ?? ''));
            return true;
        });
    }

    async handleDismiss(event: CustomEvent<string>): Promise<void> {
        const card = this.cardOf(event);
        await this.act('dismissed', async () => {
            const key = this.statementKey(card);
            if (key) return (await this.answer?.dismiss(key, event.detail)) === true;
            await dismiss({ recordId: this.record, productId: card.key, reason: event.detail });
            return true;
        });
    }

    async handleUndo(event: Event): Promise<void> {
        const wanted = (event.currentTarget as HTMLElement).dataset.key;
        const addition = this.additions.find(({ key }) => key === wanted);
        if (!addition) return;
        await this.act('start', async () => {
            const { statementKey, lineId } = addition;
            if (statementKey && !(await this.answer?.revoke(statementKey))) return false;
            if (lineId) await removeLine({ lineId });
            this.added = this.added.filter(({ key }) => key !== addition.key);
            this.tell(labels.undone, formatText(labels.undoneMessage, addition.name));
            return true;
        });
    }

    async handleBringBack(event: Event): Promise<void> {
        const productId = (event.currentTarget as HTMLElement).dataset.key;
        await this.act('start', async () => {
            const key = this.dismissedStatement(productId);
            if (key) return (await this.answer?.revoke(key)) === true;
            await bringBack({ recordId: this.record, productId });
            return true;
        });
    }

    private async load(): Promise<void> {
        const wanted = this.record;
        if (!wanted) return;
        try {
            const view = await open({ recordId: wanted });
            if (wanted === this.record) this.view = view;
        } catch (error) {
            if (wanted === this.record) this.fail(error);
        }
    }

    /** Carries out an action, then reads the figures again: what was done changes them. */
    private async act(focus: typeof this.focusNext, action: () => Promise<boolean>): Promise<void> {
        if (this.saving) return;
        this.saving = true;
        this.problem = undefined;
        try {
            if (await action()) {
                await this.load();
                this.focusNext = focus;
            }
        } catch (error) {
            this.fail(error);
        } finally {
            this.saving = false;
        }
    }

    private async addAlone(card: ProductCard, line: LineDetail, opportunity: string): Promise<void> {
        const lineId = await addLine({ recordId: this.record, productId: card.key, ...line });
        this.added = [...this.added, additionOf(lineId, card.candidate.name ?? '', opportunity)];
    }

    private fail(error: unknown): void {
        this.problem = errorMessages(error).join(' ');
        this.focusNext = 'failed';
    }

    private tell(title: string, message: string): void {
        this.dispatchEvent(new ShowToastEvent({ title, message, variant: 'success' }));
    }

    private cardOf(event: Event): ProductCard {
        const key = (event.currentTarget as HTMLElement).dataset.key;
        return this.cards.find((card) => card.key === key) as ProductCard;
    }

    /** The statement that an action on this product decides; undefined where AI said nothing, or may not be acted on. */
    private statementKey({ statement }: ProductCard): string | undefined {
        return this.show.view.canAct ? (statement?.key ?? undefined) : undefined;
    }

    private dismissedStatement(productId: string | undefined): string | undefined {
        const name = this.view?.away?.find((one) => one.productId === productId)?.name;
        const own = supportedStatements(this.show).filter(
            (one) => decisionOf(this.show.insight, one.key)?.status === 'Dismissed'
        );
        const found = own.find((one) => (one.evidence ?? []).some(({ label }) => label?.startsWith(`${name}`)));
        return this.show.view.canAct ? (found?.key ?? undefined) : undefined;
    }

    private get answer(): AiAnswer | undefined {
        return this.refs?.answer as unknown as AiAnswer | undefined;
    }
}
