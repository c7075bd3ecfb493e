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
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import AiAnswer from 'c/aiAnswer';
import type { Presentation } from 'c/aiPanelState';
import {
    find,
    findAll,
    findOptional,
    insight,
    listen,
    render,
    settle,
    view
} from '../../aiPanel/__tests__/panelSupport';

jest.mock('@salesforce/apex/AIPanelController.open', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.begin', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.cancel', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apexContinuation/AIPanelController.ask', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.approve', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.reject', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.undo', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.perform', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.dismiss', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.revoke', () => ({ default: jest.fn() }), { virtual: true });

const RECORD_ID = '006000000000001AAA';
const TASK_ID = '00T000000000001AAA';
const SUBJECT = { useCase: 'Next_Best_Action', recordId: RECORD_ID };
const mocked = (method: unknown): jest.Mock => method as jest.Mock;
const decision = (more: Partial<ApexTypes.AIDecisionView> = {}): ApexTypes.AIDecisionView => ({
    statementKey: 'tried.0',
    status: 'Accepted',
    action: 'CreateTask',
    recordIds: [TASK_ID],
    decidedBy: 'Ravi Menon',
    decidedDate: '2026-11-20T10:00:00.000Z',
    ...more
});

interface Answer extends HTMLElement {
    ask(again?: boolean): Promise<void>;
    perform(statementKey: string | null, action: string, values?: object): Promise<boolean>;
    dismiss(statementKey: string | null, reason: string): Promise<boolean>;
    revoke(statementKey: string | null): Promise<boolean>;
    approve(text: string): Promise<boolean>;
    reject(reason: string): Promise<boolean>;
    undo(): Promise<boolean>;
}

async function answerShowing(opened: ApexTypes.AIPanelView, more: object = {}): Promise<Answer> {
    mocked(open).mockResolvedValue(opened);
    const answer = render('c-ai-answer', AiAnswer, {
        useCase: 'Next_Best_Action',
        recordId: RECORD_ID,
        heading: 'Next steps',
        readyText: 'Nothing is saved yet.',
        askLabel: 'Propose',
        againLabel: 'Propose again',
        ...more
    });
    await settle();
    return answer as Answer;
}

async function press(answer: HTMLElement, action: string): Promise<void> {
    find(answer, `[data-action="${action}"]`).click();
    await settle();
}

const shown = (presentations: unknown[]): Presentation => presentations.at(-1) as Presentation;

beforeEach(() => {
    mocked(begin).mockResolvedValue({ traceId: 'trace-1', modelLabel: 'Model One' });
    mocked(cancel).mockResolvedValue(view('ready'));
    mocked(ask).mockResolvedValue(view('done'));
});

afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
});

describe('c-ai-answer', () => {
    it('reads what there is and tells its surroundings', async () => {
        mocked(open).mockResolvedValue(view('done'));
        const answer = render('c-ai-answer', AiAnswer, { useCase: 'Next_Best_Action' });
        const presentations = listen(answer, 'change');
        Object.assign(answer, { recordId: RECORD_ID });
        await settle();
        expect(open).toHaveBeenCalledWith(SUBJECT);
        expect((presentations as Presentation[]).map(({ state }) => state)).toEqual(['loading', 'done']);
        expect(shown(presentations)).toMatchObject({ isReviewed: true, canDecide: true, canAct: true });
    });

    it('takes the change of a field in its slots for no change of its own', async () => {
        const answer = await answerShowing(view('ready'));
        const changes = listen(answer, 'change');
        find(answer, '[data-part="ready"]').dispatchEvent(new CustomEvent('change', { bubbles: true, composed: true }));
        expect(changes).toEqual([]);
    });

    describe('asking', () => {
        it('hands over the question, also on trying again', async () => {
            mocked(ask).mockRejectedValueOnce(new Error('No connection.'));
            const answer = await answerShowing(view('ready'), { question: '{"tone":"Friendly"}' });
            await press(answer, 'ask');
            find(answer, 'c-ai-notice').dispatchEvent(new CustomEvent('retry'));
            await settle();
            const asked = { ...SUBJECT, refresh: false, question: '{"tone":"Friendly"}' };
            expect(mocked(begin).mock.calls).toEqual([[asked], [asked]]);
        });

        it('is open again for another question, and closed once that is answered', async () => {
            const answered = view('done', { insight: insight({ question: 'When?' }) });
            const answer = await answerShowing(answered, { question: 'When?' });
            expect(findOptional(answer, '[data-action="ask-anew"]')).toBeUndefined();
            Object.assign(answer, { question: 'Who?' });
            await settle();
            await press(answer, 'ask-anew');
            expect(begin).toHaveBeenCalledWith({ ...SUBJECT, refresh: false, question: 'Who?' });
            expect(findOptional(answer, '[data-action="ask-anew"]')).toBeUndefined();
        });

        it('is left to the surroundings without a label', async () => {
            const answer = await answerShowing(view('ready'), { askLabel: '', againLabel: '' });
            expect(findOptional(answer, '[data-action="ask"]')).toBeUndefined();
            await answer.ask();
            expect(ask).toHaveBeenCalledTimes(1);
        });

        it('shows the stages, and the earlier state once cancelled', async () => {
            mocked(ask).mockReturnValue(new Promise(() => undefined));
            const answer = await answerShowing(view('ready'));
            await press(answer, 'ask');
            expect(find(answer, 'c-ai-progress').modelLabel).toBe('Model One');
            find(answer, 'c-ai-progress').dispatchEvent(new CustomEvent('cancel'));
            await settle();
            expect(find(answer, '[data-part="ready"]').textContent).toBe('Nothing is saved yet.');
        });
    });

    describe('actions on statements', () => {
        const decided = view('done', { insight: insight({ decisions: [decision()] }) });

        it('are carried out, and the page reads the record and what was created', async () => {
            mocked(perform).mockResolvedValue(decided);
            const answer = await answerShowing(view('done'));
            const presentations = listen(answer, 'change');
            expect(await answer.perform('tried.0', 'CreateTask', { day: '2026-11-24' })).toBe(true);
            const sent = { insightId: insight().id, statementKey: 'tried.0', action: 'CreateTask' };
            expect(perform).toHaveBeenCalledWith({ ...sent, values: '{"day":"2026-11-24"}' });
            expect(notifyRecordUpdateAvailable).toHaveBeenCalledWith([{ recordId: RECORD_ID }, { recordId: TASK_ID }]);
            expect(shown(presentations).insight?.decisions).toEqual([decision()]);
        });

        it('say so when they fail, and the answer stays', async () => {
            mocked(perform).mockRejectedValue({ body: { message: 'Tasks are closed to you.' } });
            const answer = await answerShowing(view('done'));
            expect(await answer.perform('tried.0', 'CreateTask')).toBe(false);
            await settle();
            expect(find(answer, 'c-ai-notice').what).toBe('Tasks are closed to you.');
            expect(notifyRecordUpdateAvailable).not.toHaveBeenCalled();
        });

        it('can be dismissed and taken back', async () => {
            mocked(dismiss).mockResolvedValue(decided);
            mocked(revoke).mockResolvedValue(view('done'));
            const answer = await answerShowing(view('done'));
            expect(await answer.dismiss('tried.0', 'Done already')).toBe(true);
            expect(dismiss).toHaveBeenCalledWith({
                insightId: insight().id,
                statementKey: 'tried.0',
                reason: 'Done already'
            });
            expect(await answer.revoke('tried.0')).toBe(true);
            expect(revoke).toHaveBeenCalledWith({ insightId: insight().id, statementKey: 'tried.0' });
        });

        it.each([
            ['applied', 'Approved'],
            ['rejected', 'Rejected']
        ])('stay on show with their statements when all are decided: %s', async (state, status) => {
            const all = insight({ status, decisions: [decision()], rejectedReason: 'Done already' });
            const answer = await answerShowing(view('ready'));
            const presentations = listen(answer, 'change');
            mocked(ask).mockResolvedValue(view(state, { insight: all }));
            await press(answer, 'ask');
            expect(shown(presentations)).toMatchObject({ isReviewed: true, canAct: true, canDecide: false });
            expect(findOptional(answer, 'c-ai-notice')).toBeUndefined();
            expect(findOptional(answer, '[data-action="undo"]')).toBeUndefined();
        });

        it('are closed while a request waits', async () => {
            const answer = await answerShowing(view('stale'));
            const presentations = listen(answer, 'change');
            mocked(begin).mockResolvedValue({ view: view('waiting', { insight: insight() }) });
            find(answer, 'c-ai-changes').dispatchEvent(new CustomEvent('refresh'));
            await settle();
            expect(shown(presentations).canAct).toBe(false);
        });
    });

    describe('a decision about the whole answer', () => {
        const approved = insight({ status: 'Approved', approvedBy: 'Ravi Menon', approvedText: 'Dear Ms Haas' });

        it('shows what was approved, and takes back what an action did by revoking it', async () => {
            const whole = { ...approved, decisions: [decision({ statementKey: null })] };
            mocked(revoke).mockResolvedValue(view('done'));
            const answer = await answerShowing(view('applied', { insight: whole }));
            expect(find(answer, '[data-part="approved"]').textContent).toBe('Dear Ms Haas');
            await press(answer, 'undo');
            expect(revoke).toHaveBeenCalledWith({ insightId: insight().id, statementKey: null });
            expect(undo).not.toHaveBeenCalled();
        });

        it('says so in the words of the use case', async () => {
            mocked(approve).mockResolvedValue(view('applied', { insight: approved }));
            const answer = await answerShowing(view('done'), { words: { saved: 'Attached to the deal' } });
            const toasts = listen(answer, 'lightning__showtoast') as { title: string; message: string }[];
            expect(await answer.approve('Dear Ms Haas')).toBe(true);
            expect(toasts).toEqual([expect.objectContaining({ title: 'Attached to the deal' })]);
            expect(answer.shadowRoot?.activeElement?.tagName).toBe('C-AI-PANEL');
        });

        it('restores what an approval replaced', async () => {
            mocked(undo).mockResolvedValue(view('done'));
            const answer = await answerShowing(view('applied', { insight: approved }));
            expect(await answer.undo()).toBe(true);
            expect(undo).toHaveBeenCalledWith({ insightId: insight().id });
        });

        it('can be a rejection with its reason', async () => {
            mocked(reject).mockResolvedValue(view('rejected', { insight: insight({ rejectedReason: 'Too long' }) }));
            const answer = await answerShowing(view('done'));
            expect(await answer.reject('Too long')).toBe(true);
            await settle();
            expect(find(answer, 'c-ai-notice').what).toBe('This answer was rejected: Too long');
            expect(findOptional(answer, '[data-action="ask-again"]')).toBeDefined();
        });
    });

    it('says what it can without a model', async () => {
        const answer = await answerShowing(view('off', { message: 'AI is switched off.', facts: 'Open since 3 Nov' }));
        expect(find(answer, '[data-part="facts"]').textContent).toBe('Open since 3 Nov');
        expect(findAll(answer, 'h3').map(({ textContent }) => textContent)).toEqual(['From the records, without AI']);
        expect(find(answer, 'c-ai-notice').what).toBe('AI is switched off.');
    });

    it.each(['Proposed', 'Approved'])('says that AI is off above an earlier answer: %s', async (status) => {
        const answer = await answerShowing(
            view('off', {
                message: 'AI is switched off.',
                insight: insight({ status, approvedText: status === 'Approved' ? 'Dear Ms Haas' : undefined })
            }),
            { question: '{"tone":"short"}', askLabel: 'Ask', againLabel: 'Again' }
        );
        expect(findAll(answer, 'c-ai-notice').map(({ what }) => what)).toEqual(['AI is switched off.']);
        expect(find(answer, 'c-ai-panel').insight).toMatchObject({ status });
        expect(findOptional(answer, '[data-part="approved"]')?.textContent).toBe(
            status === 'Approved' ? 'Dear Ms Haas' : undefined
        );
        for (const action of ['ask', 'ask-anew', 'ask-again', 'undo'])
            expect(findOptional(answer, `[data-action="${action}"]`)).toBeUndefined();
        expect(findOptional(answer, 'c-ai-feedback')).toBeUndefined();
        expect(findOptional(answer, 'slot[name="decision"]')).toBeUndefined();
        await expect(answer).toBeAccessible();
    });

    it('leaves the facts to a use case that shows them by itself', async () => {
        const answer = await answerShowing(view('off', { facts: 'Open since 3 Nov' }), { hideFacts: true });
        expect(findOptional(answer, '[data-part="facts"]')).toBeUndefined();
    });

    it('says why it could not be read', async () => {
        mocked(open).mockRejectedValue({ body: { message: 'The record was deleted.' } });
        const answer = render('c-ai-answer', AiAnswer, { useCase: 'Next_Best_Action', recordId: RECORD_ID });
        await settle();
        expect(find(answer, 'c-ai-notice').what).toBe('The record was deleted.');
    });

    it.each(['ready', 'done', 'stale', 'applied', 'rejected', 'off', 'failed'])('is accessible: %s', async (state) => {
        await expect(await answerShowing(view(state, { message: 'What happened.' }))).toBeAccessible();
    });
});
