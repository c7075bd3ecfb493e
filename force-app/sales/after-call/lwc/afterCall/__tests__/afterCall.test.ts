import open from '@salesforce/apex/AIPanelController.open';
import transcripts from '@salesforce/apex/AfterCallController.transcripts';
import AfterCall from 'c/afterCall';
import {
    find,
    findOptional,
    render,
    settle,
    type,
    view
} from '../../../../../core/panel/lwc/aiPanel/__tests__/panelSupport';

jest.mock('@salesforce/apex/AIPanelController.open', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AfterCallController.transcripts', () => ({ default: jest.fn() }), { virtual: true });

const mocked = (method: unknown): jest.Mock => method as jest.Mock;
const call = (id: string, more: Partial<ApexTypes.CallView> = {}): ApexTypes.CallView => ({
    id,
    title: `Call ${id}`,
    began: '2026-03-02T09:00:00.000Z',
    status: 'Open',
    isLong: false,
    figures: { words: 5, questions: 0, voices: [] },
    ...more
});

async function shown(calls: ApexTypes.CallView[]): Promise<HTMLElement> {
    mocked(transcripts).mockResolvedValue(calls);
    const element = render('c-after-call', AfterCall, { recordId: '006000000000001AAA', objectApiName: 'Opportunity' });
    await settle();
    return element;
}

beforeEach(() => mocked(open).mockResolvedValue(view('ready')));

afterEach(() => {
    document.body.replaceChildren();
    window.sessionStorage.clear();
    jest.resetAllMocks();
});

describe('c-after-call', () => {
    it('asks for a transcript where there is none', async () => {
        const element = await shown([]);
        expect(find(element, 'c-call-upload').canCancel).toBe(false);
        expect(find(element, 'c-ai-panel').heading).toBe('After the call');
        expect(findOptional(element, '[data-part="choice"]')).toBeUndefined();
    });

    it('shows the newest call, and lets the person choose another', async () => {
        const element = await shown([call('2'), call('1', { status: 'Logged' })]);
        expect(find(element, 'c-call-summary').call).toMatchObject({ id: '2' });
        const choice = find(element, 'lightning-combobox');
        expect(choice.options).toMatchObject([
            { label: 'Call 2 · Mar 2, 2026' },
            { label: 'Call 1 · Mar 2, 2026 (logged)' }
        ]);
        type(choice, '1');
        await settle();
        expect(find(element, 'c-call-summary').call).toMatchObject({ id: '1' });
    });

    it('adds a transcript and shows it', async () => {
        const element = await shown([call('1')]);
        find(element, '[data-action="add"]').click();
        await settle();
        expect(findOptional(element, 'c-call-summary')).toBeUndefined();
        mocked(transcripts).mockResolvedValue([call('1'), call('2')]);
        find(element, 'c-call-upload').dispatchEvent(new CustomEvent('saved', { detail: { transcriptId: '2' } }));
        await settle();
        expect(find(element, 'c-call-summary').call).toMatchObject({ id: '2' });
    });

    it('goes back to the call when the person adds none', async () => {
        const element = await shown([call('1')]);
        find(element, '[data-action="add"]').click();
        await settle();
        find(element, 'c-call-upload').dispatchEvent(new CustomEvent('cancel'));
        await settle();
        expect(findOptional(element, 'c-call-summary')).toBeDefined();
    });

    it('reads the list again when a call was logged', async () => {
        const element = await shown([call('1')]);
        mocked(transcripts).mockResolvedValue([call('1', { status: 'Logged' })]);
        find(element, 'c-call-summary').dispatchEvent(new CustomEvent('logged'));
        await settle();
        expect(find(element, 'c-call-summary').call).toMatchObject({ status: 'Logged' });
    });

    it('shows the calls of another record when the page goes there', async () => {
        const element = await shown([call('1')]);
        mocked(transcripts).mockResolvedValue([]);
        Object.assign(element, { recordId: '006000000000002AAA' });
        await settle();
        expect(findOptional(element, 'c-call-upload')).toBeDefined();
    });

    it('says when the calls cannot be read, and tries again', async () => {
        mocked(transcripts).mockRejectedValueOnce({ body: { message: 'You have no permission.' } });
        const element = render('c-after-call', AfterCall, { recordId: '006000000000001AAA' });
        await settle();
        const notice = find(element, 'c-ai-notice');
        expect(notice.advice).toBe('You have no permission.');
        mocked(transcripts).mockResolvedValue([call('1')]);
        notice.dispatchEvent(new CustomEvent('retry'));
        await settle();
        expect(findOptional(element, 'c-call-summary')).toBeDefined();
    });

    it.each([[[]], [[call('1')]]])('is accessible with the calls %j', async (calls) => {
        await expect(await shown(calls)).toBeAccessible();
    });
});
