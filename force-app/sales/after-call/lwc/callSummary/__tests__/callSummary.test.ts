import open from '@salesforce/apex/AIPanelController.open';
import begin from '@salesforce/apex/AIPanelController.begin';
import ask from '@salesforce/apexContinuation/AIPanelController.ask';
import perform from '@salesforce/apex/AIPanelController.perform';
import revoke from '@salesforce/apex/AIPanelController.revoke';
import form from '@salesforce/apex/AfterCallController.form';
import logByHand from '@salesforce/apex/AfterCallController.logByHand';
import parts from '@salesforce/apex/AfterCallController.parts';
import CallSummary from 'c/callSummary';
import {
    find,
    findOptional,
    insight,
    listen,
    render,
    settle,
    statement,
    textOf,
    view
} from '../../../../../core/panel/lwc/aiPanel/__tests__/panelSupport';

jest.mock('@salesforce/apex/AIPanelController.open', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.begin', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apexContinuation/AIPanelController.ask', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.perform', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.revoke', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AfterCallController.form', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AfterCallController.logByHand', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AfterCallController.parts', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AfterCallController.readParts', () => ({ default: jest.fn() }), { virtual: true });

const mocked = (method: unknown): jest.Mock => method as jest.Mock;
const CALL: ApexTypes.CallView = {
    id: 'a05000000000001AAA',
    title: 'Rollout',
    status: 'Open',
    isLong: false,
    figures: { words: 5, questions: 0, voices: [] }
};
const NOTES = insight({
    groups: [
        { key: 'summary', statements: [statement('summary.0', 'They talked about dates.')] },
        { key: 'decisions', statements: [statement('decisions.0', 'They take the plan.')] }
    ]
});
const LOGGED = view('applied', {
    insight: {
        ...NOTES,
        status: 'Approved',
        approvedText: 'They take the plan.',
        approvedBy: 'Ravi Menon',
        decisions: [{ status: 'Accepted', action: 'Log', recordIds: ['00T000000000001AAA'] }]
    }
});
const VALUES = { subject: 'Call', text: 'They take the plan.' };

async function shown(opened: ApexTypes.AIPanelView, call: ApexTypes.CallView = CALL): Promise<HTMLElement> {
    mocked(open).mockResolvedValue(opened);
    const element = render('c-call-summary', CallSummary, { call, recordId: '006000000000001AAA' });
    await settle();
    await settle();
    return element;
}

const inStates = (states: string): ApexTypes.CallPartView[] =>
    states.split(' ').map((state, index) => ({ id: `a06${index}`, order: index + 1, state }));

beforeEach(() => {
    mocked(form).mockResolvedValue({
        subject: 'Call: Rollout',
        owners: [],
        persons: [],
        hasNextStep: false,
        items: []
    });
    mocked(begin).mockResolvedValue({ traceId: 'trace-1', modelLabel: 'Model One' });
    mocked(ask).mockResolvedValue(view('done', { insight: NOTES }));
});

afterEach(() => {
    document.body.replaceChildren();
    window.sessionStorage.clear();
    jest.resetAllMocks();
});

describe('c-call-summary', () => {
    it('drafts the notes of a short call when asked to', async () => {
        const element = await shown(view('ready'));
        find(element, '[data-action="ask"]').click();
        await settle();
        expect(ask).toHaveBeenCalledWith({ useCase: 'After_Call', recordId: CALL.id, traceId: 'trace-1' });
        expect(find(element, '[data-group="decisions"]').heading).toBe('Decided');
        expect(findOptional(element, 'c-call-log-form')).toBeDefined();
    });

    it('logs the call, tells so, and forgets what was typed', async () => {
        mocked(perform).mockResolvedValue(LOGGED);
        const element = await shown(view('done', { insight: NOTES }));
        const toasts = listen(element, 'lightning__showtoast');
        find(element, 'c-call-log-form').dispatchEvent(new CustomEvent('log', { detail: VALUES }));
        await settle();
        expect(perform).toHaveBeenCalledWith({
            insightId: NOTES.id,
            statementKey: null,
            action: 'Log',
            values: JSON.stringify(VALUES)
        });
        expect(toasts).toMatchObject([{ title: 'Call logged', variant: 'success' }]);
        expect(textOf(element)).toContain('Logged by Ravi Menon');
        mocked(revoke).mockResolvedValue(view('done', { insight: NOTES }));
        find(element, '[data-action="undo"]').click();
        await settle();
        expect(revoke).toHaveBeenCalledWith({ insightId: NOTES.id, statementKey: null });
        expect(findOptional(element, 'c-call-log-form')).toBeDefined();
    });

    it('says what stopped it, and keeps the form', async () => {
        mocked(perform).mockRejectedValue({ body: { message: 'The next step was changed in the meantime.' } });
        const element = await shown(view('done', { insight: NOTES }));
        const toasts = listen(element, 'lightning__showtoast');
        find(element, 'c-call-log-form').dispatchEvent(new CustomEvent('log', { detail: VALUES }));
        await settle();
        expect(toasts).toHaveLength(0);
        expect(findOptional(element, 'c-call-log-form')).toBeDefined();
        const notices = [...(find(element, 'c-ai-answer').shadowRoot?.querySelectorAll('c-ai-notice') ?? [])];
        expect(JSON.stringify(notices.map((notice) => (notice as unknown as { what: string }).what))).toContain(
            'changed'
        );
    });

    it('reads a long call before its notes can be drafted, then drafts them by itself', async () => {
        mocked(parts).mockResolvedValue(inStates('unread unread'));
        const element = await shown(view('ready'), { ...CALL, isLong: true });
        expect(findOptional(element, 'c-ai-answer')).toBeUndefined();
        const reading = find(element, 'c-call-reading');
        reading.dispatchEvent(new CustomEvent('progress', { detail: { read: 2, isComplete: true } }));
        reading.dispatchEvent(new CustomEvent('complete'));
        await settle();
        await settle();
        expect(ask).toHaveBeenCalledTimes(1);
    });

    it('goes on without parts when the person wants it, also after the tab was left', async () => {
        mocked(parts).mockResolvedValue(inStates('read failed'));
        const element = await shown(view('ready'), { ...CALL, isLong: true });
        expect(findOptional(element, 'c-ai-answer')).toBeUndefined();
        find(element, '[data-action="go-on"]').click();
        await settle();
        await settle();
        expect(ask).toHaveBeenCalledTimes(1);
        expect(textOf(element)).toContain('Partly done: 1 of 2 parts');
        element.remove();
        const again = await shown(view('done', { insight: NOTES }), { ...CALL, isLong: true });
        expect(findOptional(again, 'c-ai-answer')).toBeDefined();
    });

    it.each(['off', 'overBudget'])('lets the person log by hand when AI is %s', async (state) => {
        mocked(logByHand).mockResolvedValue(['00T000000000001AAA']);
        const element = await shown(view(state, { message: 'AI is off.', advice: 'Ask.', facts: 'Length: 5' }));
        const logged = listen(element, 'logged');
        find(element, '[data-action="by-hand"]').click();
        await settle();
        find(element, 'c-call-log-form').dispatchEvent(new CustomEvent('log', { detail: VALUES }));
        await settle();
        expect(logByHand).toHaveBeenCalledWith({ transcriptId: CALL.id, values: JSON.stringify(VALUES) });
        expect(logged).toHaveLength(1);
    });

    it('says when logging by hand failed, and keeps the form', async () => {
        mocked(logByHand).mockRejectedValue({ body: { message: 'No rights to tasks.' } });
        const element = await shown(view('ready'));
        find(element, '[data-action="by-hand"]').click();
        await settle();
        find(element, 'c-call-log-form').dispatchEvent(new CustomEvent('log', { detail: VALUES }));
        await settle();
        expect(find(element, '[data-part="by-hand"] c-ai-notice').advice).toBe('No rights to tasks.');
        expect(findOptional(element, 'c-call-log-form')).toBeDefined();
    });

    it('offers no second log of a logged call', async () => {
        const element = await shown(view('ready'), { ...CALL, status: 'Logged' });
        expect(findOptional(element, '[data-part="by-hand"]')).toBeUndefined();
    });

    it('starts over with another call', async () => {
        const element = await shown(view('done', { insight: NOTES }));
        mocked(open).mockResolvedValue(view('ready'));
        Object.assign(element, { call: { ...CALL, id: 'a05000000000002AAA' } });
        await settle();
        expect(find(element, '[data-part="ready"]')).toBeDefined();
    });

    it.each(['ready', 'done', 'applied', 'off'])('is accessible when %s', async (state) => {
        const more = state === 'done' ? { insight: NOTES } : {};
        await expect(await shown(state === 'applied' ? LOGGED : view(state, more))).toBeAccessible();
    });
});
