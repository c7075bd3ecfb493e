import createTask from '@salesforce/apex/NextStepController.createTask';
import removeTask from '@salesforce/apex/NextStepController.removeTask';
import steps from '@salesforce/apex/NextStepController.steps';
import NextStepRules from 'c/nextStepRules';
import {
    find,
    findAll,
    findOptional,
    render,
    settle,
    textOf,
    type
} from '../../../../../core/panel/lwc/aiPanel/__tests__/panelSupport';

jest.mock('@salesforce/apex/NextStepController.steps', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/NextStepController.createTask', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/NextStepController.removeTask', () => ({ default: jest.fn() }), { virtual: true });

const RECORD_ID = '006000000000001AAA';
const TASK_ID = '00T000000000001AAA';
const mocked = (method: unknown): jest.Mock => method as jest.Mock;
const STEPS: ApexTypes.NextStepView[] = [
    { key: 'overdue', text: 'Finish the task', kind: 'Task', reason: 'It was due.', dueDate: '2026-11-23' },
    { key: 'silent', text: 'Get in touch', kind: 'Call', reason: 'Silence.', dueDate: '2026-11-24' }
];

async function showing(found: ApexTypes.NextStepView[]): Promise<HTMLElement> {
    mocked(steps).mockResolvedValue(found);
    const element = render('c-next-step-rules', NextStepRules, { recordId: RECORD_ID });
    await settle();
    return element;
}

async function press(element: HTMLElement, key: string, action: string): Promise<void> {
    find(element, `[data-action="${action}"][data-key="${key}"]`).click();
    await settle();
}

afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
});

describe('c-next-step-rules', () => {
    it('says that no AI is in it, and shows each step with its reason', async () => {
        const element = await showing(STEPS);
        expect(textOf(element)).toContain('without AI');
        const [first] = findAll(element, 'c-next-step');
        expect(textOf(first!)).toContain('Finish the task');
        expect(textOf(first!)).toContain('It was due.');
        expect(find(first!, 'lightning-input').value).toBe('2026-11-23');
    });

    it('makes a task on the day that the person chose, and takes it back', async () => {
        mocked(createTask).mockResolvedValue(TASK_ID);
        mocked(removeTask).mockResolvedValue(undefined);
        const element = await showing(STEPS);
        type(find(find(element, 'c-next-step[data-key="silent"]'), 'lightning-input'), '2026-12-01');
        await press(element, 'silent', 'create');
        expect(createTask).toHaveBeenCalledWith({ recordId: RECORD_ID, stepKey: 'silent', dueDate: '2026-12-01' });
        expect(find(element, 'c-sales-record-link').recordId).toBe(TASK_ID);
        await press(element, 'silent', 'undo');
        expect(removeTask).toHaveBeenCalledWith({ taskId: TASK_ID });
        expect(findAll(element, '[data-action="create"]')).toHaveLength(2);
    });

    it('lets Apex choose the day when the field was emptied', async () => {
        mocked(createTask).mockResolvedValue(TASK_ID);
        const element = await showing(STEPS);
        type(find(find(element, 'c-next-step[data-key="silent"]'), 'lightning-input'), '');
        await press(element, 'silent', 'create');
        expect(createTask).toHaveBeenCalledWith({ recordId: RECORD_ID, stepKey: 'silent', dueDate: null });
    });

    it('says when a task could not be created, and keeps the step', async () => {
        mocked(createTask).mockRejectedValue({ body: { message: 'This step is no longer open.' } });
        const element = await showing(STEPS);
        await press(element, 'silent', 'create');
        expect(find(element, 'c-ai-notice').advice).toBe('This step is no longer open.');
        expect(findAll(element, '[data-action="create"]')).toHaveLength(2);
    });

    it('says when the steps could not be read', async () => {
        mocked(steps).mockRejectedValue({ body: { message: 'You cannot read this record.' } });
        const element = render('c-next-step-rules', NextStepRules, { recordId: RECORD_ID });
        await settle();
        expect(find(element, 'c-ai-notice').advice).toBe('You cannot read this record.');
        expect(findOptional(element, 'lightning-spinner')).toBeUndefined();
    });

    it('says when there is nothing to do', async () => {
        const element = await showing([]);
        expect(find(element, '[data-part="empty"]').textContent).toContain('nothing that is overdue');
    });

    it('reads again for another record', async () => {
        const element = await showing(STEPS);
        mocked(steps).mockResolvedValue([]);
        Object.assign(element, { recordId: '006000000000002AAA' });
        await settle();
        expect(steps).toHaveBeenLastCalledWith({ recordId: '006000000000002AAA' });
        expect(findOptional(element, 'c-next-step')).toBeUndefined();
    });

    it('is accessible with steps, with a task, and empty', async () => {
        mocked(createTask).mockResolvedValue(TASK_ID);
        const element = await showing(STEPS);
        await press(element, 'overdue', 'create');
        await expect(element).toBeAccessible();
        await expect(await showing([])).toBeAccessible();
    });
});
