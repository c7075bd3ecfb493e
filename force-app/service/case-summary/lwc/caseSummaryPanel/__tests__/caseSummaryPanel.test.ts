import open from '@salesforce/apex/AIPanelController.open';
import begin from '@salesforce/apex/AIPanelController.begin';
import cancel from '@salesforce/apex/AIPanelController.cancel';
import ask from '@salesforce/apexContinuation/AIPanelController.ask';
import approve from '@salesforce/apex/AIPanelController.approve';
import reject from '@salesforce/apex/AIPanelController.reject';
import undo from '@salesforce/apex/AIPanelController.undo';
import rate from '@salesforce/apex/AIPanelController.rate';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import CaseSummaryPanel from 'c/caseSummaryPanel';
import {
    find,
    findAll,
    findOptional,
    insight,
    listen,
    render,
    settle,
    textOf,
    type,
    view
} from '../../../../../core/panel/lwc/aiPanel/__tests__/panelSupport';

jest.mock('@salesforce/apex/AIPanelController.open', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.begin', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.cancel', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apexContinuation/AIPanelController.ask', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.approve', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.reject', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.undo', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.rate', () => ({ default: jest.fn() }), { virtual: true });

const RECORD_ID = '500000000000001AAA';
const INSIGHT_ID = insight().id;
const SUBJECT = { useCase: 'Case_Summary', recordId: RECORD_ID };
const mocked = (method: unknown): jest.Mock => method as jest.Mock;
const refusal = (message: string): object => ({ body: { message } });

async function panelShowing(answer: ApexTypes.AIPanelView): Promise<HTMLElement> {
    mocked(open).mockResolvedValue(answer);
    const panel = render('c-case-summary-panel', CaseSummaryPanel, { recordId: RECORD_ID });
    await settle();
    return panel;
}

/** What has the focus inside the answer. */
const focusedIn = (panel: HTMLElement): string | undefined =>
    find(panel, 'c-ai-answer').shadowRoot?.activeElement?.tagName;

async function press(panel: HTMLElement, action: string): Promise<void> {
    find(panel, `[data-action="${action}"]`).click();
    await settle();
}

beforeEach(() => {
    mocked(begin).mockResolvedValue({ traceId: 'trace-1', modelLabel: 'Model One' });
    mocked(cancel).mockResolvedValue(view('ready'));
    mocked(ask).mockResolvedValue(view('done'));
});

afterEach(() => {
    document.body.replaceChildren();
    window.sessionStorage.clear();
    jest.resetAllMocks();
});

describe('c-case-summary-panel', () => {
    it('reads what there is for the case and asks no model', async () => {
        await panelShowing(view('ready'));
        expect(open).toHaveBeenCalledWith(SUBJECT);
        expect(ask).not.toHaveBeenCalled();
    });

    it('reads again when the page moves to another case', async () => {
        const panel = await panelShowing(view('ready'));
        Object.assign(panel, { recordId: '500000000000002AAA' });
        await settle();
        expect(open).toHaveBeenLastCalledWith({ useCase: 'Case_Summary', recordId: '500000000000002AAA' });
    });

    describe('ready and working', () => {
        it('offers to summarise and says that nothing is saved yet', async () => {
            const panel = await panelShowing(view('ready'));
            expect(find(panel, '[data-action="ask"]').label).toBe('Summarise');
            expect(find(panel, '[data-part="ready"]').textContent).toContain('Nothing is saved until you approve it');
        });

        it('shows the stages while the model works', async () => {
            mocked(ask).mockReturnValue(new Promise(() => undefined));
            const panel = await panelShowing(view('ready', { sourceCount: 14 }));
            await press(panel, 'ask');
            expect(findAll(find(panel, 'c-ai-progress'), 'li').map((step) => step.textContent)).toEqual([
                'Gathering 14 sources',
                'Asking the model Model One',
                'Checking its evidence'
            ]);
        });

        it('asks for the existing answer, if there is one', async () => {
            const panel = await panelShowing(view('ready'));
            await press(panel, 'ask');
            expect(begin).toHaveBeenCalledWith({ ...SUBJECT, refresh: false });
            expect(ask).toHaveBeenCalledWith({ ...SUBJECT, traceId: 'trace-1' });
        });

        it('drops the answer of a cancelled request and says so', async () => {
            let answer: (late: ApexTypes.AIPanelView) => void = () => undefined;
            mocked(ask).mockReturnValue(new Promise((resolve) => (answer = resolve)));
            const panel = await panelShowing(view('ready'));
            await press(panel, 'ask');
            find(panel, 'c-ai-progress').dispatchEvent(new CustomEvent('cancel'));
            await settle();
            answer(view('done'));
            await settle();
            expect(findOptional(panel, 'c-case-summary-body')).toBeUndefined();
            expect(find(panel, 'c-ai-notice').what).toBe('Cancelled. The answer will not be shown here.');
            expect(findOptional(panel, '[data-action="ask"]')).toBeDefined();
        });
    });

    describe('done', () => {
        it('shows the statements in their groups, the headline first', async () => {
            const panel = await panelShowing(view('done'));
            const headings = findAll(panel, 'c-ai-statement-group').map(({ heading }) => heading);
            expect(headings).toEqual(['Summary', 'What was tried', 'Sentiment']);
        });

        it('keeps unsupported statements apart', async () => {
            const panel = await panelShowing(view('done'));
            const groups = findAll(panel, 'c-ai-statement-group').map(textOf).join(' ');
            expect(groups).not.toContain('The invoice is unpaid.');
            expect(textOf(find(panel, 'c-ai-unsupported'))).toContain('The invoice is unpaid.');
        });

        it('names the sentiment in a word', async () => {
            const panel = await panelShowing(view('done'));
            expect(find(panel, 'span[slot="mark"]').textContent).toContain('Negative');
        });

        it('warns when a source reads like an instruction', async () => {
            const panel = await panelShowing(view('done', { insight: insight({ suspicious: true }) }));
            expect(find(panel, 'c-ai-notice').what).toContain('reads like an instruction');
        });

        it('offers no decision to a person who may not decide', async () => {
            const panel = await panelShowing(view('done', { canDecide: false, phase: 'Read Only' }));
            expect(findOptional(panel, 'c-ai-decision')).toBeUndefined();
            expect(find(panel, '[data-part="read-only"]').textContent).toContain('Approving is not open to you');
        });

        it('asks the model again when the person wants another answer', async () => {
            const panel = await panelShowing(view('done'));
            await press(panel, 'again');
            expect(begin).toHaveBeenCalledWith({ ...SUBJECT, refresh: true });
        });

        it('keeps the earlier summary when a new request fails', async () => {
            const failed = view('failed', {
                message: 'The model is overloaded.',
                advice: 'Try again.',
                retryable: true
            });
            mocked(ask).mockResolvedValue(failed);
            const panel = await panelShowing(view('done'));
            await press(panel, 'again');
            expect(find(panel, 'c-ai-notice').what).toBe('The model is overloaded.');
            expect(find(panel, 'c-ai-notice').advice).toBe('Try again. Your earlier result is still here.');
            expect(findOptional(panel, 'c-case-summary-body')).toBeDefined();
        });

        it('sends the thumb and shows it', async () => {
            const panel = await panelShowing(view('done'));
            await press(panel, 'up');
            expect(rate).toHaveBeenCalledWith({ insightId: INSIGHT_ID, rating: 'Up' });
            expect(find(panel, '[data-action="up"]').selected).toBe(true);
        });
    });

    describe('waiting for another try', () => {
        const waiting = view('waiting', {
            message: 'The model is overloaded. Tried again in a minute.',
            advice: 'Leave.'
        });

        it('says so, and a person can cancel the request', async () => {
            mocked(cancel).mockResolvedValue(view('ready'));
            const panel = await panelShowing(waiting);
            expect(find(panel, 'c-ai-notice').what).toBe('The model is overloaded. Tried again in a minute.');
            expect(find(panel, 'c-ai-notice').retryable).toBe(false);
            expect(findOptional(panel, '[data-action="ask"]')).toBeUndefined();
            await expect(panel).toBeAccessible();
            await press(panel, 'cancel-waiting');
            expect(cancel).toHaveBeenCalledWith(SUBJECT);
            expect(find(panel, '[data-action="ask"]')).toBeDefined();
        });

        it('keeps an earlier summary on show, with nothing to decide', async () => {
            const panel = await panelShowing({ ...waiting, insight: insight() });
            expect(findOptional(panel, 'c-case-summary-body')).toBeDefined();
            expect(findOptional(panel, 'c-ai-decision')).toBeUndefined();
            expect(findOptional(panel, 'c-ai-feedback')).toBeUndefined();
        });

        it('shows the answer by itself when it came', async () => {
            jest.useFakeTimers();
            mocked(open).mockResolvedValue(waiting);
            const panel = render('c-case-summary-panel', CaseSummaryPanel, { recordId: RECORD_ID });
            await jest.advanceTimersByTimeAsync(1);
            mocked(open).mockResolvedValue(view('done'));
            await jest.advanceTimersByTimeAsync(4000);
            expect(findOptional(panel, 'c-case-summary-body')).toBeDefined();
            jest.useRealTimers();
        });

        it('keeps waiting when the request to cancel fails', async () => {
            mocked(cancel).mockRejectedValue(refusal('No connection.'));
            const panel = await panelShowing(waiting);
            await press(panel, 'cancel-waiting');
            expect(find(panel, 'c-ai-notice').what).toContain('No connection.');
        });
    });

    describe('after a failure that trying again at once does not mend', () => {
        const failed = view('failed', { message: 'The key was refused.', advice: 'Tell.', retryable: false });

        it('lets a person ask again later', async () => {
            const panel = await panelShowing(failed);
            await press(panel, 'ask');
            expect(begin).toHaveBeenCalledWith({ ...SUBJECT, refresh: false });
        });

        it('offers one way to try again, not two', async () => {
            const panel = await panelShowing({ ...failed, retryable: true });
            expect(find(panel, 'c-ai-notice').retryable).toBe(true);
            expect(findOptional(panel, '[data-action="ask"]')).toBeUndefined();
        });
    });

    describe('over budget', () => {
        it('shows the facts that need no model', async () => {
            const panel = await panelShowing(view('overBudget', { message: 'Spent.', facts: 'Opened on 3 Nov 2026' }));
            expect(find(panel, '[data-part="facts"]').textContent).toBe('Opened on 3 Nov 2026');
            expect(find(panel, '[data-action="ask"]').label).toBe('Summarise again');
            await expect(panel).toBeAccessible();
        });
    });

    describe('approving', () => {
        it('saves the draft, says so and lets the record page read it again', async () => {
            mocked(approve).mockResolvedValue(view('applied'));
            const panel = await panelShowing(view('done'));
            const toasts = listen(panel, 'lightning__showtoast');
            await press(panel, 'approve');
            expect(approve).toHaveBeenCalledWith({ insightId: INSIGHT_ID, text: 'The pump stops after ten minutes.' });
            expect(toasts).toHaveLength(1);
            expect(focusedIn(panel)).toBe('C-AI-PANEL');
            expect(notifyRecordUpdateAvailable).toHaveBeenCalledWith([{ recordId: RECORD_ID }]);
        });

        it('saves the text as the person edited it', async () => {
            mocked(approve).mockResolvedValue(view('applied'));
            const panel = await panelShowing(view('done'));
            await press(panel, 'edit');
            type(find(panel, 'lightning-textarea'), 'Pump 7 stops.');
            await press(panel, 'approve');
            expect(approve).toHaveBeenCalledWith({ insightId: INSIGHT_ID, text: 'Pump 7 stops.' });
        });

        it('keeps edited text when the page is left, until it is saved', async () => {
            const panel = await panelShowing(view('done'));
            await press(panel, 'edit');
            type(find(panel, 'lightning-textarea'), 'Pump 7 stops.');
            document.body.replaceChildren();
            const again = await panelShowing(view('done'));
            expect(find(again, 'lightning-textarea').value).toBe('Pump 7 stops.');
            mocked(approve).mockResolvedValue(view('applied'));
            await press(again, 'approve');
            document.body.replaceChildren();
            const afterwards = await panelShowing(view('done'));
            expect(findOptional(afterwards, 'lightning-textarea')).toBeUndefined();
        });

        it('keeps summary and text when saving fails, and says why', async () => {
            mocked(approve).mockRejectedValue(refusal('The field AI Summary is not editable.'));
            const panel = await panelShowing(view('done'));
            await press(panel, 'edit');
            type(find(panel, 'lightning-textarea'), 'Pump 7 stops.');
            const toasts = listen(panel, 'lightning__showtoast');
            await press(panel, 'approve');
            expect(find(panel, 'c-ai-notice').what).toBe('The field AI Summary is not editable.');
            expect(find(panel, 'lightning-textarea').value).toBe('Pump 7 stops.');
            expect(toasts).toHaveLength(0);
        });

        it('asks for a refresh when the case changed in the meantime', async () => {
            mocked(approve).mockResolvedValue(view('stale'));
            const panel = await panelShowing(view('done'));
            await press(panel, 'approve');
            expect(findOptional(panel, 'c-ai-changes')).toBeDefined();
            expect(notifyRecordUpdateAvailable).not.toHaveBeenCalled();
        });
    });

    describe('rejecting', () => {
        it('needs a reason', async () => {
            const panel = await panelShowing(view('done'));
            await press(panel, 'reject');
            await press(panel, 'confirm-reject');
            expect(reject).not.toHaveBeenCalled();
        });

        it('sends the reason and shows it', async () => {
            const rejected = view('rejected', { insight: insight({ rejectedReason: 'Names the wrong pump' }) });
            mocked(reject).mockResolvedValue(rejected);
            const panel = await panelShowing(view('done'));
            await press(panel, 'reject');
            type(find(panel, 'lightning-textarea'), 'Names the wrong pump');
            await press(panel, 'confirm-reject');
            expect(reject).toHaveBeenCalledWith({ insightId: INSIGHT_ID, reason: 'Names the wrong pump' });
            expect(find(panel, 'c-ai-notice').what).toBe('This summary was rejected: Names the wrong pump');
        });

        it('asks for a new answer after a rejection, not for the rejected one', async () => {
            const panel = await panelShowing(view('rejected'));
            await press(panel, 'ask-again');
            expect(begin).toHaveBeenCalledWith({ ...SUBJECT, refresh: true });
        });
    });

    describe('stale', () => {
        const changes = [
            { label: 'E-mail from the customer', createdDate: '2026-11-20T10:00:00.000Z', excerpt: 'It stopped again' }
        ];

        it('says what is new and does not let the person approve', async () => {
            const panel = await panelShowing(view('stale', { changes }));
            expect(textOf(find(panel, 'c-ai-changes'))).toContain('It stopped again');
            expect(find(panel, '[data-action="approve"]').disabled).toBe(true);
            expect(findOptional(panel, 'lightning-badge')?.label).toBe('Out of date');
        });

        it('lets the person approve once it is refreshed', async () => {
            const panel = await panelShowing(view('stale', { changes }));
            find(panel, 'c-ai-changes').dispatchEvent(new CustomEvent('refresh'));
            await settle();
            expect(find(panel, '[data-action="approve"]').disabled).toBe(false);
            expect(findOptional(panel, 'c-ai-changes')).toBeUndefined();
        });
    });

    it('does not offer to decide once more about an approved summary that is out of date', async () => {
        const approved = insight({ status: 'Approved', approvedBy: 'Kim Osei' });
        const panel = await panelShowing(view('stale', { insight: approved }));
        expect(findOptional(panel, 'c-ai-decision')).toBeUndefined();
        expect(findOptional(panel, 'c-ai-changes')).toBeDefined();
        expect(findOptional(panel, '[data-action="undo"]')).toBeDefined();
    });

    it('offers no decision about a stale summary in the read-only phase', async () => {
        const panel = await panelShowing(view('stale', { canDecide: false, phase: 'Read Only' }));
        expect(findOptional(panel, 'c-ai-decision')).toBeUndefined();
    });

    describe('applied', () => {
        const applied = (minutesAgo: number): ApexTypes.AIPanelView =>
            view('applied', {
                insight: insight({
                    status: 'Approved',
                    approvedBy: 'Kim Osei',
                    approvedDate: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
                    approvedText: 'Pump 7 stops.'
                })
            });

        it('shows what was saved, that AI generated it, and who approved it', async () => {
            const panel = await panelShowing(applied(5));
            expect(find(panel, '[data-part="approved"]').textContent).toBe('Pump 7 stops.');
            expect(find(panel, 'lightning-badge').label).toBe('AI generated');
            expect(find(panel, 'c-ai-notice').what).toBe('Kim Osei approved this summary 5 minutes ago.');
        });

        it('can be undone', async () => {
            mocked(undo).mockResolvedValue(view('done'));
            const panel = await panelShowing(applied(0));
            await press(panel, 'undo');
            expect(undo).toHaveBeenCalledWith({ insightId: INSIGHT_ID });
            expect(notifyRecordUpdateAvailable).toHaveBeenCalledWith([{ recordId: RECORD_ID }]);
            expect(findOptional(panel, 'c-ai-decision')).toBeDefined();
        });

        it('says why it can no longer be undone', async () => {
            mocked(undo).mockRejectedValue(refusal('Kim Osei changed the field since.'));
            const panel = await panelShowing(applied(5));
            await press(panel, 'undo');
            expect(findAll(panel, 'c-ai-notice').map(({ what }) => what)).toEqual([
                'Kim Osei approved this summary 5 minutes ago.',
                'Kim Osei changed the field since.'
            ]);
        });
    });

    describe('states that are a message', () => {
        it.each(['nothing', 'off', 'overBudget', 'failed'])('shows what happened and what to do: %s', async (state) => {
            const panel = await panelShowing(view(state, { message: 'What happened.', advice: 'What to do.' }));
            const notice = find(panel, 'c-ai-notice');
            expect([notice.kind, notice.what, notice.advice]).toEqual([state, 'What happened.', 'What to do.']);
            expect(findOptional(panel, 'c-case-summary-body')).toBeUndefined();
            expect(findOptional(panel, 'c-ai-decision')).toBeUndefined();
        });

        it('can ask again where there was too little to work with', async () => {
            const panel = await panelShowing(view('nothing', { message: 'Too little.' }));
            await press(panel, 'ask');
            expect(mocked(begin).mock.calls).toEqual([[{ ...SUBJECT, refresh: false }]]);
        });

        it('says so when no statement has a source', async () => {
            const panel = await panelShowing(view('done', { insight: insight({ supportedCount: 0 }) }));
            expect(find(panel, 'c-ai-notice').what).toBe('No statement of this answer has a source.');
        });

        it('shows an earlier summary below the message when the server sends it along', async () => {
            const panel = await panelShowing(
                view('overBudget', { message: 'The budget is used up.', insight: insight() })
            );
            expect(findAll(panel, 'c-ai-notice').map(({ what }) => what)).toEqual(['The budget is used up.']);
            expect(findOptional(panel, 'c-case-summary-body')).toBeDefined();
            expect(findOptional(panel, 'c-ai-decision')).toBeUndefined();
        });

        it('tries again what failed', async () => {
            const panel = await panelShowing(view('failed', { message: 'The model did not answer.', retryable: true }));
            find(panel, 'c-ai-notice').dispatchEvent(new CustomEvent('retry'));
            await settle();
            expect(ask).toHaveBeenCalledTimes(1);
            expect(findOptional(panel, 'c-case-summary-body')).toBeDefined();
        });

        it('says what Apex said when it could not be read at all, and reads again on retry', async () => {
            mocked(open).mockRejectedValueOnce(refusal('The record was deleted.'));
            const panel = render('c-case-summary-panel', CaseSummaryPanel, { recordId: RECORD_ID });
            await settle();
            expect(find(panel, 'c-ai-notice').what).toBe('The record was deleted.');
            mocked(open).mockResolvedValue(view('ready'));
            find(panel, 'c-ai-notice').dispatchEvent(new CustomEvent('retry'));
            await settle();
            expect(findOptional(panel, '[data-action="ask"]')).toBeDefined();
        });

        it('names the permission set to a person without access', async () => {
            mocked(open).mockRejectedValue(
                refusal("You do not have access to the Apex class named 'AIPanelController'.")
            );
            const panel = render('c-case-summary-panel', CaseSummaryPanel, { recordId: RECORD_ID });
            await settle();
            expect(find(panel, 'c-ai-notice').what).toBe('You do not have access to case summaries.');
            expect(find(panel, 'c-ai-notice').advice).toMatch(/^Ask your administrator for the permission set \S.*\.$/);
        });
    });

    describe('focus', () => {
        let answer: (view: ApexTypes.AIPanelView) => void = () => undefined;

        async function waitingPanel(): Promise<HTMLElement> {
            mocked(ask).mockReturnValue(new Promise((resolve) => (answer = resolve)));
            const panel = await panelShowing(view('ready'));
            await press(panel, 'ask');
            return panel;
        }

        async function answerArrives(panel: HTMLElement): Promise<string | undefined> {
            answer(view('done'));
            await settle();
            return focusedIn(panel);
        }

        it('goes on to the answer for a person who waited at the cancel button', async () => {
            const panel = await waitingPanel();
            const stop = find(find(panel, 'c-ai-progress'), 'lightning-button');
            // The stub of the button takes no focus by itself.
            stop.tabIndex = 0;
            stop.focus();
            expect(await answerArrives(panel)).toBe('C-AI-PANEL');
        });

        it('stays where it is for a person who went elsewhere', async () => {
            const panel = await waitingPanel();
            const elsewhere = document.body.appendChild(document.createElement('textarea'));
            elsewhere.focus();
            expect(await answerArrives(panel)).toBeUndefined();
            expect(document.activeElement).toBe(elsewhere);
        });
    });

    it.each(['ready', 'done', 'stale', 'applied', 'rejected', 'nothing', 'off', 'overBudget', 'failed'])(
        'is accessible: %s',
        async (state) => {
            const panel = await panelShowing(view(state, { message: 'What happened.', advice: 'What to do.' }));
            await expect(panel).toBeAccessible();
        }
    );
});
