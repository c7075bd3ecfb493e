import open from '@salesforce/apex/AIPanelController.open';
import begin from '@salesforce/apex/AIPanelController.begin';
import ask from '@salesforce/apexContinuation/AIPanelController.ask';
import cancel from '@salesforce/apex/AIPanelController.cancel';
import conversation from '@salesforce/apex/AIPanelController.conversation';
import AskRecord from 'c/askRecord';
import {
    find,
    findAll,
    findOptional,
    insight,
    render,
    settle,
    statement,
    textOf,
    type,
    view
} from '../../../../../core/panel/lwc/aiPanel/__tests__/panelSupport';

jest.mock('@salesforce/apex/AIPanelController.open', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.begin', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.cancel', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.conversation', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apexContinuation/AIPanelController.ask', () => ({ default: jest.fn() }), { virtual: true });

const RECORD_ID = '006000000000001AAA';
const QUESTION = 'What did they say about the price?';
const SUBJECT = { useCase: 'Ask_Record', recordId: RECORD_ID };
const mocked = (method: unknown): jest.Mock => method as jest.Mock;

const answer = (text: string): ApexTypes.AIInsightView =>
    insight({ groups: [{ key: 'answer', statements: [statement('answer.0', text)] }] });

function turn(question: string, more: Partial<ApexTypes.AITurnView> = {}): ApexTypes.AITurnView {
    const askedDate = '2026-11-20T10:00:00.000Z';
    return { traceId: question, question, askedDate, state: 'done', insight: answer(`About ${question}`), ...more };
}

async function askRecord(turns: ApexTypes.AITurnView[], opened = view('ready')): Promise<HTMLElement> {
    mocked(open).mockResolvedValue(opened);
    mocked(conversation).mockResolvedValue(turns);
    const element = render('c-ask-record', AskRecord, { recordId: RECORD_ID, objectApiName: 'Opportunity' });
    await settle();
    return element;
}

const input = (element: HTMLElement): HTMLElement & { value: string } =>
    find(element, 'lightning-textarea') as unknown as HTMLElement & { value: string };

async function send(element: HTMLElement, text: string, key: KeyboardEventInit = {}): Promise<KeyboardEvent> {
    type(input(element), text);
    await settle();
    const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...key });
    input(element).dispatchEvent(event);
    await settle();
    return event;
}

async function press(element: HTMLElement, action: string): Promise<void> {
    find(element, `[data-action="${action}"]`).click();
    await settle();
}

const questions = (element: HTMLElement): (string | null)[] =>
    findAll(element, '[data-part="question"]').map(({ textContent }) => textContent);
const announced = (element: HTMLElement): unknown => find(element, 'c-ai-panel').announcement;

describe('c-ask-record', () => {
    beforeEach(() => {
        mocked(begin).mockResolvedValue({ traceId: 't-1', modelLabel: 'Model One' });
        mocked(ask).mockResolvedValue(view('done'));
        mocked(cancel).mockResolvedValue(view('ready'));
    });

    afterEach(() => {
        document.body.replaceChildren();
        window.sessionStorage.clear();
        jest.clearAllMocks();
    });

    it('offers questions to begin with', async () => {
        const element = await askRecord([]);
        expect(findAll(element, '[data-question]')).toHaveLength(4);
        expect(findOptional(element, '[data-part="conversation"]')).toBeUndefined();
        find(element, '[data-question]').click();
        await settle();
        expect(begin).toHaveBeenCalledWith({
            ...SUBJECT,
            refresh: false,
            question: 'Where do things stand, and what is open?'
        });
    });

    it('shows what was asked before, the latest last', async () => {
        const element = await askRecord([turn('First?'), turn('Second?')]);
        expect(questions(element)).toEqual(['First?', 'Second?']);
        expect(textOf(element)).toContain('About Second?');
        expect(findAll(element, 'c-ai-evidence-chip')).toHaveLength(2);
        expect(findOptional(element, '[data-part="suggestions"]')).toBeUndefined();
    });

    it('asks with Enter, shows the question at once and the answer when it is there', async () => {
        const element = await askRecord([]);
        let answered: (answer: ApexTypes.AIPanelView) => void = () => undefined;
        mocked(ask).mockReturnValue(new Promise((resolve) => (answered = resolve)));
        const event = await send(element, ` ${QUESTION} `);
        expect(event.defaultPrevented).toBe(true);
        expect(begin).toHaveBeenCalledWith({ ...SUBJECT, refresh: false, question: QUESTION });
        expect(find(element, '[data-part="asked"]').textContent).toBe(QUESTION);
        expect(find(element, 'c-ai-progress').stage).toBe('asking');
        expect(input(element).value).toBe('');
        mocked(conversation).mockResolvedValue([turn(QUESTION)]);
        answered(view('done'));
        await settle();
        expect(questions(element)).toEqual([QUESTION]);
        expect(findOptional(element, 'c-ai-progress')).toBeUndefined();
        expect(announced(element)).toBe('Answered. Statements: 1.');
    });

    it.each([
        ['Shift+Enter begins a line', { shiftKey: true }],
        ['another key only writes', { key: 'a' }],
        ['Enter takes a word that is being composed', { isComposing: true }]
    ])('%s', async (_, key) => {
        const element = await askRecord([]);
        const event = await send(element, QUESTION, key);
        expect(event.defaultPrevented).toBe(false);
        expect(begin).not.toHaveBeenCalled();
    });

    it('says that a question is missing', async () => {
        const element = await askRecord([]);
        await send(element, '  ');
        expect(begin).not.toHaveBeenCalled();
        expect(announced(element)).toBe('Write a question first.');
    });

    it('asks one question at a time, and lets the next be written meanwhile', async () => {
        const element = await askRecord([]);
        mocked(ask).mockReturnValue(new Promise(() => undefined));
        await send(element, QUESTION);
        await send(element, 'And when?');
        expect(begin).toHaveBeenCalledTimes(1);
        expect(find(element, '[data-action="send"]').disabled).toBe(true);
        expect(input(element).value).toBe('And when?');
    });

    it('stops waiting when the person cancels', async () => {
        const element = await askRecord([]);
        mocked(ask).mockReturnValue(new Promise(() => undefined));
        await send(element, QUESTION);
        mocked(conversation).mockResolvedValue([
            turn(QUESTION, { state: 'ready', message: 'Cancelled.', insight: null })
        ]);
        find(element, 'c-ai-progress').dispatchEvent(new CustomEvent('cancel'));
        await settle();
        expect(cancel).toHaveBeenCalledWith(SUBJECT);
        expect(textOf(element)).toContain('Cancelled.');
        mocked(ask).mockResolvedValue(view('done'));
        await press(element, 'again');
        expect(begin).toHaveBeenLastCalledWith({ ...SUBJECT, refresh: false, question: QUESTION });
    });

    it('lets a question that waits be given up', async () => {
        const element = await askRecord(
            [turn(QUESTION, { state: 'waiting', message: 'Later.', insight: null })],
            view('waiting')
        );
        expect(find(element, '[data-action="send"]').disabled).toBe(true);
        await press(element, 'cancel-waiting');
        expect(cancel).toHaveBeenCalledWith(SUBJECT);
        expect(find(element, '[data-action="send"]').disabled).toBe(false);
    });

    it('says when the records do not tell', async () => {
        const element = await askRecord([]);
        mocked(conversation).mockResolvedValue([turn(QUESTION, { insight: insight({ groups: [] }) })]);
        await send(element, QUESTION);
        expect(find(element, '[data-part="not-told"]').what).toBe('The records do not tell.');
        expect(announced(element)).toBe('The records do not answer this question.');
    });

    it('loses no question that did not get through, and tries it again', async () => {
        const element = await askRecord([]);
        mocked(begin).mockRejectedValueOnce({ body: { message: 'The server is busy.' } });
        await send(element, QUESTION);
        expect(find(element, 'c-ai-notice').what).toBe('The server is busy.');
        expect(input(element).value).toBe(QUESTION);
        mocked(conversation).mockResolvedValue([turn(QUESTION)]);
        find(element, 'c-ai-notice').dispatchEvent(new CustomEvent('retry'));
        await settle();
        expect(questions(element)).toEqual([QUESTION]);
        expect(input(element).value).toBe('');
    });

    it('says what is wrong when the conversation cannot be read, and reads it again', async () => {
        mocked(open).mockResolvedValue(view('ready'));
        mocked(conversation).mockRejectedValueOnce({ body: { message: 'You may not read this record.' } });
        const element = render('c-ask-record', AskRecord, { recordId: RECORD_ID });
        await settle();
        expect(find(element, 'c-ai-notice').what).toBe('You may not read this record.');
        mocked(conversation).mockResolvedValue([turn('First?')]);
        find(element, 'c-ai-notice').dispatchEvent(new CustomEvent('retry'));
        await settle();
        expect(questions(element)).toEqual(['First?']);
        expect(findOptional(element, 'c-ai-notice')).toBeUndefined();
    });

    it('shows facts and what was said before while AI is off', async () => {
        const off = view('off', { message: 'AI is off.', facts: 'Tasks: 2' });
        const element = await askRecord([turn('First?')], off);
        expect(find(element, 'c-ai-notice').what).toBe('AI is off.');
        expect(find(element, '[data-part="facts"]').textContent).toBe('Tasks: 2');
        expect(questions(element)).toEqual(['First?']);
        expect(findOptional(element, 'lightning-textarea')).toBeUndefined();
    });

    it('begins a new conversation and still shows the earlier one when asked to', async () => {
        const element = await askRecord([turn('First?')]);
        await press(element, 'new');
        expect(questions(element)).toEqual([]);
        expect(announced(element)).toBe('New conversation. What was said before does not count any more.');
        await press(element, 'earlier');
        expect(questions(element)).toEqual(['First?']);
        const marked = JSON.stringify({ text: QUESTION, first: true });
        mocked(conversation).mockResolvedValue([turn('First?'), turn(marked)]);
        await send(element, QUESTION);
        expect(begin).toHaveBeenCalledWith({ ...SUBJECT, refresh: false, question: marked });
        await send(element, 'And when?');
        expect(begin).toHaveBeenLastCalledWith({ ...SUBJECT, refresh: false, question: 'And when?' });
    });

    it('shows the conversation that goes on', async () => {
        const marked = JSON.stringify({ text: 'Second?', first: true });
        const element = await askRecord([turn('First?'), turn(marked), turn('Third?')]);
        expect(questions(element)).toEqual(['Second?', 'Third?']);
        expect(findOptional(element, '[data-action="earlier"]')).toBeDefined();
    });

    it('keeps what is being written when the tab is left', async () => {
        const element = await askRecord([turn('First?')]);
        await press(element, 'new');
        type(input(element), 'Half a quest');
        element.remove();
        const again = await askRecord([turn('First?')]);
        expect(input(again).value).toBe('Half a quest');
        expect(questions(again)).toEqual([]);
        (again as unknown as { recordId: string }).recordId = '006000000000002AAA';
        await settle();
        expect(input(again).value).toBe('');
    });

    it.each([
        ['empty', [], view('ready')],
        ['answered', [turn('First?'), turn('Second?', { insight: insight({ groups: [] }) })], view('done')],
        ['off', [], view('off', { message: 'AI is off.', facts: 'Tasks: 2' })]
    ])('is accessible: %s', async (_, turns, opened) => {
        const element = await askRecord(turns, opened);
        await expect(element).toBeAccessible();
    });

    it('is accessible while it asks', async () => {
        const element = await askRecord([]);
        mocked(ask).mockReturnValue(new Promise(() => undefined));
        await send(element, QUESTION);
        await expect(element).toBeAccessible();
    });
});
