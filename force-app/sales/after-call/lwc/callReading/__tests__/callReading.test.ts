import parts from '@salesforce/apex/AfterCallController.parts';
import readParts from '@salesforce/apex/AfterCallController.readParts';
import CallReading from 'c/callReading';
import {
    find,
    findOptional,
    listen,
    render,
    settle,
    textOf
} from '../../../../../core/panel/lwc/aiPanel/__tests__/panelSupport';

jest.mock('@salesforce/apex/AfterCallController.parts', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AfterCallController.readParts', () => ({ default: jest.fn() }), { virtual: true });

const found = parts as unknown as jest.Mock;
const started = readParts as unknown as jest.Mock;

/** Parts in these states, such as "read read failed". */
const inStates = (states: string): ApexTypes.CallPartView[] =>
    states.split(' ').map((state, index) => ({
        id: `a06${index}`,
        order: index + 1,
        state,
        said: `00:0${index}:00–00:0${index + 1}:00`,
        message: state === 'failed' ? 'The budget is spent.' : null
    }));

async function reading(states: string, properties: object = {}): Promise<HTMLElement> {
    found.mockResolvedValue(inStates(states));
    const element = render('c-call-reading', CallReading, { transcriptId: 'a05', ...properties });
    await settle();
    return element;
}

async function press(element: HTMLElement, action: string): Promise<void> {
    find(element, `[data-action="${action}"]`).click();
    await settle();
}

afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
});

describe('c-call-reading', () => {
    it('offers to read a long call, and says that it takes a while', async () => {
        const element = await reading('unread unread unread');
        expect(textOf(element)).toContain('read in 3 parts first');
        await press(element, 'read');
        expect(started).toHaveBeenCalledWith({ transcriptId: 'a05' });
    });

    it('shows how far it is until all parts are read, then tells so', async () => {
        const element = await reading('unread unread');
        const complete = listen(element, 'complete');
        found.mockResolvedValue(inStates('read waiting'));
        const timer = jest.spyOn(window, 'setTimeout');
        await press(element, 'read');
        expect(textOf(element)).toContain('1 of 2 parts read');
        expect(find(element, 'lightning-progress-bar').value).toBe(50);
        found.mockResolvedValue(inStates('read read'));
        const [lookAgain] = timer.mock.calls.find(([, delay]) => delay === 3000) ?? [];
        (lookAgain as () => void)();
        await settle();
        expect(complete).toHaveLength(1);
        expect(textOf(element)).toBe('');
        timer.mockRestore();
    });

    it('is silent for a call that was read before', async () => {
        const element = await reading('read read');
        expect(textOf(element)).toBe('');
    });

    it('says what failed and why, and lets the person read it again or go on without', async () => {
        const element = await reading('read failed failed');
        const gone = listen(element, 'goon');
        expect(textOf(element)).toContain('2 of 3 parts could not be read.');
        expect(textOf(element)).toContain('The budget is spent.');
        expect(textOf(element)).toContain('00:01:00–00:02:00, 00:02:00–00:03:00');
        await press(element, 'go-on');
        expect(gone).toHaveLength(1);
        await press(element, 'read-again');
        expect(started).toHaveBeenCalledTimes(1);
    });

    it('says plainly that parts are left out', async () => {
        const element = await reading('read failed', { leftOut: true });
        expect(textOf(element)).toContain('Partly done: 1 of 2 parts are left out');
        expect(findOptional(element, '[data-action="go-on"]')).toBeUndefined();
        expect(findOptional(element, '[data-action="read-again"]')).toBeDefined();
    });

    it('cannot go on when nothing was read', async () => {
        const element = await reading('failed failed');
        expect(findOptional(element, '[data-action="go-on"]')).toBeUndefined();
    });

    it('tells how far it is whenever it knows', async () => {
        found.mockResolvedValue(inStates('read unread'));
        const element = render('c-call-reading', CallReading);
        const told = listen(element, 'progress');
        Object.assign(element, { transcriptId: 'a05' });
        await settle();
        expect(told).toMatchObject([{ read: 1, count: 2, isComplete: false }]);
    });

    it('says when it cannot be started, and when it cannot be known', async () => {
        const element = await reading('unread');
        started.mockRejectedValue({ body: { message: 'No rights.' } });
        await press(element, 'read');
        expect(find(element, 'c-ai-notice').what).toBe('No rights.');
        document.body.replaceChildren();
        found.mockRejectedValue({ body: { message: 'Gone.' } });
        const other = render('c-call-reading', CallReading, { transcriptId: 'a05' });
        await settle();
        expect(find(other, 'c-ai-notice').what).toBe('Gone.');
    });

    it.each(['unread unread', 'read waiting', 'read failed'])('is accessible with parts %s', async (states) => {
        const element = await reading(states);
        await expect(element).toBeAccessible();
        element.remove();
    });
});
