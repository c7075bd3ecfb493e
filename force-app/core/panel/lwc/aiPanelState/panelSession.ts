import open from '@salesforce/apex/AIPanelController.open';
import begin from '@salesforce/apex/AIPanelController.begin';
import cancel from '@salesforce/apex/AIPanelController.cancel';
import ask from '@salesforce/apexContinuation/AIPanelController.ask';
import approve from '@salesforce/apex/AIPanelController.approve';
import reject from '@salesforce/apex/AIPanelController.reject';
import undo from '@salesforce/apex/AIPanelController.undo';
import perform from '@salesforce/apex/AIPanelController.perform';
import dismiss from '@salesforce/apex/AIPanelController.dismiss';
import revoke from '@salesforce/apex/AIPanelController.revoke';
import rate from '@salesforce/apex/AIPanelController.rate';
import { isNoAccess } from 'c/aiPanelUtils';
import { cancelled, decisionFailed, isMessage, keptAfter, requestCancelled, requestFailed } from './panelNotice';
import { LOADING, showing } from './panelSnapshot';
import type { PanelProgress, PanelSnapshot } from './panelSnapshot';
import { WaitingPoll } from './waitingPoll';

/** States in which an answer is there after a decision about a part of it. */
const DECIDED: readonly string[] = ['done', 'stale', 'applied', 'rejected'];

/** One panel's conversation with Apex about one record. Tells its panel of every change by handing it a new snapshot. */
export class PanelSession {
    private readonly useCase: string;
    private readonly recordId: string;
    private readonly onChange: (snapshot: PanelSnapshot) => void;
    private snapshot: PanelSnapshot = LOADING;
    // Answers to any but the latest request are dropped: the person cancelled, or the panel was closed.
    private latestRequest = 0;
    private question: string | undefined;
    private readonly poll = new WaitingPoll(() => this.look());

    constructor(useCase: string, recordId: string, onChange: (snapshot: PanelSnapshot) => void) {
        this.useCase = useCase;
        this.recordId = recordId;
        this.onChange = onChange;
    }

    /** Reads what there is to show. Calls no model. */
    async open(): Promise<void> {
        await this.request(async () => open(this.subject));
    }

    /**
     * Asks the model; with `again` even when the sources have not changed since the last answer. The question is what the
     * person adds: text, or choices as JSON.
     */
    async ask(again: boolean, question?: string): Promise<void> {
        this.question = question;
        await this.request(async (isLatest) => {
            const sourceCount = this.snapshot.view?.sourceCount ?? undefined;
            this.work({ stage: 'gathering', sourceCount });
            const { traceId, modelLabel, view } = await begin({ ...this.subject, refresh: again, question });
            if (view || !isLatest()) return view ?? undefined;
            this.work({ stage: 'asking', sourceCount, modelLabel: modelLabel ?? undefined });
            return ask({ ...this.subject, traceId });
        });
    }

    /** Gives up the request that waits to be tried again. */
    async cancelWaiting(): Promise<void> {
        const earlier = this.snapshot.view?.insight?.id;
        await this.request(async () => cancel(this.subject));
        const { state, view, notice } = this.snapshot;
        // The answer, or a failure, may have been quicker than the person: then that is what there is to say.
        const isQuicker = isMessage(state) || view?.insight?.id !== earlier;
        if (!isQuicker && !notice) this.change({ ...this.snapshot, notice: requestCancelled() });
    }

    /** Repeats what failed: reading what there is, or asking the model. */
    async retry(): Promise<void> {
        await (this.snapshot.view ? this.ask(false, this.question) : this.open());
    }

    /** Stops waiting for the model and goes back to what was shown before. Only a panel that was opened can ask. */
    cancel(): void {
        this.close();
        // Nobody waits for the server to forget it: a request that is not forgotten lapses by itself.
        cancel(this.subject).catch(() => undefined);
        this.change(showing(this.snapshot.view ?? { state: 'ready' }, cancelled()));
    }

    /** Drops whatever is still on its way. Call it when the panel goes away. */
    close(): void {
        this.latestRequest += 1;
        this.poll.stop();
    }

    /** Saves the text to the record. Returns whether it was saved. */
    async approve(text: string): Promise<boolean> {
        return this.decide(['applied'], (insightId) => approve({ insightId, text }));
    }

    /** Rejects the answer for the reason given. Returns whether that was recorded. */
    async reject(reason: string): Promise<boolean> {
        return this.decide(['rejected'], (insightId) => reject({ insightId, reason }));
    }

    /** Takes an approval back. Returns whether that succeeded. */
    async undo(): Promise<boolean> {
        return this.decide(['done', 'stale'], (insightId) => undo({ insightId }));
    }

    /** Carries an action out on one statement, or on the answer as a whole without a key. Returns whether that succeeded. */
    async perform(statementKey: string | null, action: string, values: object): Promise<boolean> {
        const details = JSON.stringify(values);
        return this.decide(DECIDED, (insightId) => perform({ insightId, statementKey, action, values: details }));
    }

    /** Dismisses one statement for the reason given. Returns whether that was recorded. */
    async dismiss(statementKey: string | null, reason: string): Promise<boolean> {
        return this.decide(DECIDED, (insightId) => dismiss({ insightId, statementKey, reason }));
    }

    /** Takes back what was decided about one statement, or the answer as a whole. Returns whether that succeeded. */
    async revoke(statementKey: string | null): Promise<boolean> {
        return this.decide(DECIDED, (insightId) => revoke({ insightId, statementKey }));
    }

    /** Records the thumb, `Up` or `Down`, or takes it back with null. */
    async rate(rating: string | null): Promise<void> {
        const { view } = this.snapshot;
        if (!view?.insight) return;
        try {
            await rate({ insightId: view.insight.id, rating });
            this.change({ ...this.snapshot, view: { ...view, insight: { ...view.insight, rating } } });
        } catch (error) {
            this.change({ ...this.snapshot, notice: decisionFailed(error) });
        }
    }

    private get subject(): { useCase: string; recordId: string } {
        return { useCase: this.useCase, recordId: this.recordId };
    }

    private async request(
        send: (isLatest: () => boolean) => Promise<ApexTypes.AIPanelView | undefined>
    ): Promise<void> {
        this.latestRequest += 1;
        const request = this.latestRequest;
        const isLatest = (): boolean => request === this.latestRequest;
        try {
            const view = await send(isLatest);
            if (view && isLatest()) this.answer(view);
        } catch (error) {
            if (isLatest()) this.fail(error);
        }
    }

    private answer(answered: ApexTypes.AIPanelView): void {
        const earlier = this.snapshot.view;
        const view = { ...answered, recordName: answered.recordName ?? earlier?.recordName };
        if (view.state === 'waiting' || view.state === 'off') {
            this.change(showing({ ...view, insight: view.insight ?? stillOfUse(earlier?.insight) }));
            return;
        }
        const keepEarlier = isMessage(view.state) && !view.insight && earlier?.insight;
        this.change(keepEarlier ? showing(earlier, keptAfter(view)) : showing(view));
    }

    private fail(error: unknown): void {
        const { view } = this.snapshot;
        if (isNoAccess(error)) this.change({ state: 'noAccess', saving: false });
        else if (view?.insight) this.change(showing(view, requestFailed(error)));
        else this.change({ state: 'failed', view, notice: requestFailed(error), saving: false });
    }

    private async decide(
        wanted: readonly string[],
        send: (insightId: string) => Promise<ApexTypes.AIPanelView>
    ): Promise<boolean> {
        this.change({ ...this.snapshot, saving: true, notice: undefined });
        try {
            const view = await send(this.snapshot.view?.insight?.id ?? '');
            this.answer(view);
            return wanted.includes(view.state ?? '');
        } catch (error) {
            this.change({ ...this.snapshot, saving: false, notice: decisionFailed(error) });
            return false;
        }
    }

    private work(progress: PanelProgress): void {
        this.change({ state: 'working', view: this.snapshot.view, progress, saving: false });
    }

    /** Looks whether the request that waits has ended. A look that fails is no news: the next one follows. */
    private async look(): Promise<void> {
        const request = this.latestRequest;
        const view = await open(this.subject).catch(() => this.snapshot.view);
        if (view && request === this.latestRequest) this.answer(view);
    }

    private change(snapshot: PanelSnapshot): void {
        this.snapshot = snapshot;
        this.poll.follow(snapshot.state === 'waiting');
        this.onChange(snapshot);
    }
}

/** An answer that was not rejected as a whole may stay on show beside what is said of the next request. */
function stillOfUse(insight: ApexTypes.AIInsightView | null | undefined): ApexTypes.AIInsightView | undefined {
    return insight && insight.status !== 'Rejected' ? insight : undefined;
}
