import open from '@salesforce/apex/AIPanelController.open';
import perform from '@salesforce/apex/AIPanelController.perform';
import reject from '@salesforce/apex/AIPanelController.reject';
import revoke from '@salesforce/apex/AIPanelController.revoke';
import openOpportunities from '@salesforce/apex/ServiceHistoryController.openOpportunities';
import ServiceHistory from 'c/serviceHistory';
import {
    find,
    findAll,
    findOptional,
    insight,
    render,
    settle,
    statement,
    type,
    view
} from '../../../../../core/panel/lwc/aiPanel/__tests__/panelSupport';

jest.mock('@salesforce/apex/AIPanelController.open', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.perform', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.reject', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.revoke', () => ({ default: jest.fn() }), { virtual: true });
jest.mock(
    '@salesforce/apex/ServiceHistoryController.openOpportunities',
    () => {
        // eslint-disable-next-line @typescript-eslint/no-require-imports
        const { createApexTestWireAdapter } = require('@salesforce/sfdx-lwc-jest');
        return { default: createApexTestWireAdapter(jest.fn()) };
    },
    { virtual: true }
);

interface Wire {
    emit(value: unknown): void;
    error(body: unknown): void;
}

const ACCOUNT_ID = '001000000000001AAA';
const DEALS = [
    { id: '006000000000001AAA', name: 'Hall 4', stageName: 'Proposal', closeDate: '2026-12-01' },
    { id: '006000000000002AAA', name: 'Pumps' }
];
const FACTS = 'What keeps coming back\n- Cases about asset Chiller 7: 3';
const mocked = (method: unknown): jest.Mock => method as jest.Mock;
const deals = openOpportunities as unknown as Wire;

const HISTORY = insight({
    draftText: 'The compressor trips.',
    groups: [
        { key: 'deal', statements: [statement('deal.0', 'A new chiller would end it.')] },
        { key: 'problems', statements: [statement('problems.0', 'The compressor trips.')] }
    ]
});

async function historyShowing(answer: ApexTypes.AIPanelView, open_: unknown = DEALS): Promise<HTMLElement> {
    mocked(open).mockResolvedValue(answer);
    const history = render('c-service-history', ServiceHistory, { recordId: ACCOUNT_ID, objectApiName: 'Account' });
    await settle();
    deals.emit(open_);
    await settle();
    return history;
}

const done = (open_?: unknown): Promise<HTMLElement> => historyShowing(view('done', { insight: HISTORY }), open_);

async function press(history: HTMLElement, action: string): Promise<void> {
    find(history, `[data-action="${action}"]`).click();
    await settle();
}

afterEach(() => {
    document.body.replaceChildren();
    window.sessionStorage.clear();
    jest.resetAllMocks();
});

describe('c-service-history', () => {
    it('offers to sum up and asks no model by itself', async () => {
        const history = await historyShowing(view('ready'));
        expect(find(history, '[data-action="ask"]').label).toBe('Sum up the service history');
        expect(open).toHaveBeenCalledWith({ useCase: 'Service_History', recordId: ACCOUNT_ID });
    });

    it('shows the groups in the order of reading', async () => {
        const history = await done();
        expect(findAll(history, 'c-ai-statement-group').map(({ heading }) => heading)).toEqual([
            'What keeps coming back',
            'What it means for the deal'
        ]);
    });

    it('lets the person choose among the open opportunities', async () => {
        const history = await done();
        expect(find(history, '[data-part="opportunity"]').options).toEqual([
            { label: 'Hall 4 · Proposal · Dec 1, 2026', value: DEALS[0].id },
            { label: 'Pumps', value: DEALS[1].id }
        ]);
    });

    it('attaches nothing before an opportunity is chosen', async () => {
        const history = await done();
        const field = find(history, '[data-part="opportunity"]');
        field.reportValidity = jest.fn();
        await press(history, 'approve');
        expect(field.reportValidity).toHaveBeenCalled();
        expect(perform).not.toHaveBeenCalled();
    });

    it('attaches the edited text to the one that was chosen', async () => {
        const applied = view('applied', { insight: { ...HISTORY, status: 'Approved', approvedText: 'Edited.' } });
        mocked(perform).mockResolvedValue(applied);
        const history = await done();
        type(find(history, '[data-part="opportunity"]'), DEALS[1].id);
        await press(history, 'edit');
        type(find(history, '.draft'), 'Edited.');
        await press(history, 'approve');
        expect(perform).toHaveBeenCalledWith({
            insightId: HISTORY.id,
            statementKey: null,
            action: 'Note',
            values: JSON.stringify({ text: 'Edited.', opportunityId: DEALS[1].id })
        });
        expect(find(history, '[data-part="approved"]').textContent).toBe('Edited.');
    });

    it('asks nothing where the record is the opportunity', async () => {
        const history = await done([{ id: ACCOUNT_ID, name: 'Itself' }]);
        expect(findOptional(history, '[data-part="opportunity"]')).toBeUndefined();
        expect(find(history, '[data-action="approve"]').label).toBe('Attach as a note');
    });

    it('says when nothing is open', async () => {
        const history = await done([]);
        expect(find(history, '[data-part="none-open"]').textContent).toContain('no open opportunity');
        expect(findOptional(history, '[data-action="approve"]')).toBeUndefined();
        await expect(history).toBeAccessible();
    });

    it('says when the opportunities could not be read', async () => {
        const history = await done();
        deals.error({ message: 'No connection.' });
        await settle();
        expect(find(history, '[data-part="deals-failed"]').textContent).toContain('could not be read');
    });

    it('keeps the text when attaching fails', async () => {
        mocked(perform).mockRejectedValue({ body: { message: 'You cannot create notes.' } });
        const history = await done([{ id: ACCOUNT_ID, name: 'Itself' }]);
        await press(history, 'edit');
        type(find(history, '.draft'), 'Edited.');
        await press(history, 'approve');
        expect(find(history, 'c-ai-notice').what).toContain('You cannot create notes.');
        expect(find(history, '.draft').value).toBe('Edited.');
    });

    it('sends the reason of a rejection', async () => {
        mocked(reject).mockResolvedValue(view('rejected', { insight: { ...HISTORY, status: 'Rejected' } }));
        const history = await done();
        await press(history, 'reject');
        type(find(history, '.reason'), 'Wrong account.');
        await press(history, 'confirm-reject');
        expect(reject).toHaveBeenCalledWith({ insightId: HISTORY.id, reason: 'Wrong account.' });
    });

    it('takes the note back', async () => {
        const decisions = [
            { statementKey: null, status: 'Accepted', action: 'Note', recordIds: ['002000000000001AAA'] }
        ];
        const approved = { ...HISTORY, status: 'Approved', approvedText: 'Text', decisions };
        mocked(revoke).mockResolvedValue(view('done', { insight: HISTORY }));
        const history = await historyShowing(view('applied', { insight: approved as ApexTypes.AIInsightView }));
        await press(history, 'undo');
        expect(revoke).toHaveBeenCalledWith({ insightId: HISTORY.id, statementKey: null });
    });

    it('shows the figures when AI is off', async () => {
        const history = await historyShowing(view('off', { facts: FACTS, message: 'AI is off.' }));
        expect(find(history, '[data-part="facts"]').textContent).toBe(FACTS);
    });

    it('says what failed', async () => {
        mocked(open).mockRejectedValue({ body: { message: 'No connection.' } });
        const history = render('c-service-history', ServiceHistory, { recordId: ACCOUNT_ID });
        await settle();
        expect(find(history, 'c-ai-notice').what).toContain('No connection.');
    });

    it.each(['ready', 'done', 'nothing', 'stale'])('is accessible when %s', async (state) => {
        await expect(await historyShowing(view(state))).toBeAccessible();
    });
});
