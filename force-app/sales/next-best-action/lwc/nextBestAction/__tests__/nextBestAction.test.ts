import open from '@salesforce/apex/AIPanelController.open';
import begin from '@salesforce/apex/AIPanelController.begin';
import ask from '@salesforce/apexContinuation/AIPanelController.ask';
import perform from '@salesforce/apex/AIPanelController.perform';
import dismiss from '@salesforce/apex/AIPanelController.dismiss';
import revoke from '@salesforce/apex/AIPanelController.revoke';
import dueDates from '@salesforce/apex/NextStepController.dueDates';
import steps from '@salesforce/apex/NextStepController.steps';
import NextBestAction from 'c/nextBestAction';
import {
    find,
    findAll,
    findOptional,
    insight,
    listen,
    render,
    settle,
    statement,
    textOf,
    type,
    view
} from '../../../../../core/panel/lwc/aiPanel/__tests__/panelSupport';

jest.mock('@salesforce/apex/AIPanelController.open', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.begin', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apexContinuation/AIPanelController.ask', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.perform', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.dismiss', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.revoke', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/NextStepController.dueDates', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/NextStepController.steps', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/NextStepController.createTask', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/NextStepController.removeTask', () => ({ default: jest.fn() }), { virtual: true });

const RECORD_ID = '006000000000001AAA';
const TASK_ID = '00T000000000001AAA';
const mocked = (method: unknown): jest.Mock => method as jest.Mock;
const step = (key: string, text: string, more: Partial<ApexTypes.AIStatementView> = {}): ApexTypes.AIStatementView =>
    statement(key, text, { values: { kind: 'Call', timing: 'Tomorrow', reason: 'The board meets soon.' }, ...more });

const PROPOSED = insight({
    groups: [
        {
            key: 'steps',
            statements: [
                step('steps.0', 'Send the prices'),
                step('steps.1', 'Meet the architect', { values: { kind: 'Meeting', timing: 'NextWeek' } }),
                step('steps.2', 'Offer a discount', { supported: false, evidence: [] })
            ]
        }
    ]
});
const decided = (more: Partial<ApexTypes.AIDecisionView>): ApexTypes.AIPanelView =>
    view('done', { insight: { ...PROPOSED, decisions: [{ statementKey: 'steps.0', recordIds: [], ...more }] } });
const ACCEPTED = decided({ status: 'Accepted', action: 'Task', recordIds: [TASK_ID] });

async function showing(opened: ApexTypes.AIPanelView): Promise<HTMLElement> {
    mocked(open).mockResolvedValue(opened);
    const element = render('c-next-best-action', NextBestAction, { recordId: RECORD_ID, objectApiName: 'Opportunity' });
    await settle();
    return element;
}

const row = (element: HTMLElement, key: string): HTMLElement => find(element, `c-next-step[data-key="${key}"]`);

async function press(element: HTMLElement, key: string, action: string): Promise<void> {
    const decision = find(element, `c-ai-item-decision[data-key="${key}"]`);
    find(decision, `[data-action="${action}"]`).click();
    await settle();
}

beforeEach(() => {
    mocked(dueDates).mockResolvedValue({ Today: '2026-11-20', Tomorrow: '2026-11-23', NextWeek: '2026-11-27' });
    mocked(steps).mockResolvedValue([]);
    mocked(begin).mockResolvedValue({ traceId: 'trace-1', modelLabel: 'Model One' });
    mocked(ask).mockResolvedValue(view('done', { insight: PROPOSED }));
});

afterEach(() => {
    document.body.replaceChildren();
    window.sessionStorage.clear();
    jest.resetAllMocks();
});

describe('c-next-best-action', () => {
    it('asks for steps when the person wants them', async () => {
        const element = await showing(view('ready'));
        expect(find(element, '[data-part="ready"]').textContent).toContain('Nothing is created until you accept it');
        find(element, '[data-action="ask"]').click();
        await settle();
        expect(ask).toHaveBeenCalledWith({ useCase: 'Next_Best_Action', recordId: RECORD_ID, traceId: 'trace-1' });
        expect(findAll(element, 'c-next-step')).toHaveLength(2);
    });

    it('shows each step with its kind, reason, sources and computed due date', async () => {
        const element = await showing(view('done', { insight: PROPOSED }));
        const first = row(element, 'steps.0');
        expect(textOf(first)).toContain('Call');
        expect(textOf(first)).toContain('Send the prices');
        expect(textOf(first)).toContain('The board meets soon.');
        expect(findAll(first, 'c-ai-evidence-chip')).toHaveLength(1);
        expect(find(first, 'lightning-input').value).toBe('2026-11-23');
        const second = row(element, 'steps.1');
        expect(find(second, 'lightning-input').value).toBe('2026-11-27');
        expect(findOptional(second, '[data-part="reason"]')).toBeUndefined();
    });

    it('keeps steps without a source apart', async () => {
        const element = await showing(view('done', { insight: PROPOSED }));
        expect(textOf(find(element, 'c-ai-unsupported'))).toContain('Offer a discount');
    });

    it('makes a task with one click, and says where it is', async () => {
        mocked(perform).mockResolvedValue(ACCEPTED);
        const element = await showing(view('done', { insight: PROPOSED }));
        const toasts = listen(element, 'lightning__showtoast');
        await press(element, 'steps.0', 'accept');
        expect(perform).toHaveBeenCalledWith({
            insightId: PROPOSED.id,
            statementKey: 'steps.0',
            action: 'Task',
            values: '{"dueDate":"2026-11-23"}'
        });
        expect(toasts).toMatchObject([
            { title: 'Task created', messageData: [{ url: 'https://www.example.com', label: 'Open the task' }] }
        ]);
        expect(find(element, 'c-sales-record-link').recordId).toBe(TASK_ID);
        expect(findOptional(row(element, 'steps.0'), 'lightning-input')).toBeUndefined();
    });

    it('hands over the day that the person chose', async () => {
        mocked(perform).mockResolvedValue(ACCEPTED);
        const element = await showing(view('done', { insight: PROPOSED }));
        type(find(row(element, 'steps.0'), 'lightning-input'), '2026-12-01');
        await settle();
        await press(element, 'steps.0', 'accept');
        expect(mocked(perform).mock.calls[0][0].values).toBe('{"dueDate":"2026-12-01"}');
    });

    it('leaves the day to Apex when the days could not be read', async () => {
        mocked(dueDates).mockRejectedValue(new Error('No connection.'));
        mocked(perform).mockResolvedValue(ACCEPTED);
        const element = await showing(view('done', { insight: PROPOSED }));
        await press(element, 'steps.0', 'accept');
        expect(mocked(perform).mock.calls[0][0].values).toBe('{}');
    });

    it('says what is wrong when the task is refused, and creates no toast', async () => {
        mocked(perform).mockRejectedValue({ body: { message: 'The due date lies in the past.' } });
        const element = await showing(view('done', { insight: PROPOSED }));
        const toasts = listen(element, 'lightning__showtoast');
        await press(element, 'steps.0', 'accept');
        expect(textOf(element)).toContain('The due date lies in the past.');
        expect(toasts).toEqual([]);
    });

    it('dismisses with a reason', async () => {
        mocked(dismiss).mockResolvedValue(decided({ status: 'Dismissed', reason: 'They have them' }));
        const element = await showing(view('done', { insight: PROPOSED }));
        await press(element, 'steps.0', 'dismiss');
        type(find(find(element, 'c-ai-item-decision[data-key="steps.0"]'), 'lightning-input'), 'They have them');
        await press(element, 'steps.0', 'confirm-dismiss');
        expect(dismiss).toHaveBeenCalledWith({
            insightId: PROPOSED.id,
            statementKey: 'steps.0',
            reason: 'They have them'
        });
        expect(textOf(row(element, 'steps.0'))).not.toContain('Due date');
        expect(textOf(element)).toContain('They have them');
    });

    it('takes a task back and says so', async () => {
        mocked(revoke).mockResolvedValue(view('done', { insight: PROPOSED }));
        const element = await showing(ACCEPTED);
        const toasts = listen(element, 'lightning__showtoast');
        await press(element, 'steps.0', 'revoke');
        expect(revoke).toHaveBeenCalledWith({ insightId: PROPOSED.id, statementKey: 'steps.0' });
        expect(toasts).toMatchObject([{ title: 'Task removed' }]);
    });

    it('takes a dismissal back without speaking of a task', async () => {
        mocked(revoke).mockResolvedValue(view('done', { insight: PROPOSED }));
        const element = await showing(decided({ status: 'Dismissed', reason: 'No' }));
        const toasts = listen(element, 'lightning__showtoast');
        await press(element, 'steps.0', 'revoke');
        expect(toasts).toEqual([]);
    });

    it('shows the steps of rules when AI is off or the budget is spent', async () => {
        const element = await showing(view('overBudget', { message: 'No budget left.', facts: 'Nothing is planned.' }));
        expect(steps).toHaveBeenCalledWith({ recordId: RECORD_ID });
        expect(findOptional(element, 'c-next-step-rules')).toBeDefined();
        expect(textOf(element)).not.toContain('Nothing is planned.');
    });

    it('proposes by rules above an earlier answer while AI is off', async () => {
        const element = await showing(view('off', { message: 'AI is off.', facts: null, insight: insight() }));
        expect(findOptional(element, 'c-next-step-rules')).toBeDefined();
        for (const decision of findAll(element, 'c-ai-item-decision')) expect(decision.canDecide).toBe(false);
    });

    it('shows no rules to a person who has no access', async () => {
        const element = await showing(view('off', { message: 'You may not.', facts: null }));
        expect(findOptional(element, 'c-next-step-rules')).toBeUndefined();
    });

    it('shows an answer without steps as such', async () => {
        const element = await showing(
            view('done', { insight: insight({ groups: [{ key: 'steps', statements: [] }] }) })
        );
        expect(findOptional(element, 'ol')).toBeUndefined();
    });

    it.each(['done', 'ready', 'overBudget'])('is accessible when %s', async (state) => {
        const element = await showing(view(state, { insight: state === 'done' ? PROPOSED : null, facts: 'Facts.' }));
        await expect(element).toBeAccessible();
    });
});
