import open from '@salesforce/apex/AIPanelController.open';
import begin from '@salesforce/apex/AIPanelController.begin';
import ask from '@salesforce/apexContinuation/AIPanelController.ask';
import rate from '@salesforce/apex/AIPanelController.rate';
import MeetingBrief from 'c/meetingBrief';
import { printSheet } from 'c/aiPrint';
import {
    find,
    findAll,
    findOptional,
    insight,
    render,
    settle,
    statement,
    textOf,
    view
} from '../../../../../core/panel/lwc/aiPanel/__tests__/panelSupport';

jest.mock('@salesforce/apex/AIPanelController.open', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.begin', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.rate', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apexContinuation/AIPanelController.ask', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/aiPrint', () => ({ printSheet: jest.fn() }));

const RECORD_ID = '006000000000001AAA';
const FACTS = 'Risks\n- Overdue tasks: 2';
const mocked = (method: unknown): jest.Mock => method as jest.Mock;

const BRIEF = insight({
    draftText: 'Risks\n- The price is too high.',
    groups: [
        { key: 'questions', statements: [statement('questions.0', 'What price would fit?')] },
        { key: 'risks', statements: [statement('risks.0', 'The price is too high.')] },
        {
            key: 'open',
            statements: [statement('open.0', 'They asked a competitor.', { supported: false, evidence: [] })]
        },
        { key: 'who', statements: [] }
    ]
});

async function briefShowing(answer: ApexTypes.AIPanelView): Promise<HTMLElement> {
    mocked(open).mockResolvedValue(answer);
    const brief = render('c-meeting-brief', MeetingBrief, { recordId: RECORD_ID, objectApiName: 'Opportunity' });
    await settle();
    return brief;
}

const done = (): Promise<HTMLElement> => briefShowing(view('done', { insight: BRIEF, recordName: 'Hall 4' }));

beforeEach(() => {
    mocked(begin).mockResolvedValue({ traceId: 'trace-1', modelLabel: 'Model One' });
    mocked(ask).mockResolvedValue(view('done', { insight: BRIEF }));
    mocked(rate).mockResolvedValue(view('done', { insight: BRIEF }));
});

afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
});

describe('c-meeting-brief', () => {
    it('offers to prepare the brief and asks no model by itself', async () => {
        const brief = await briefShowing(view('ready'));
        expect(find(brief, '[data-action="ask"]').label).toBe('Prepare the brief');
        expect(ask).not.toHaveBeenCalled();
        expect(findOptional(brief, '[data-action="print"]')).toBeUndefined();
    });

    it('asks for the record of the page', async () => {
        const brief = await briefShowing(view('ready'));
        find(brief, '[data-action="ask"]').click();
        await settle();
        expect(ask).toHaveBeenCalledWith(expect.objectContaining({ useCase: 'Meeting_Brief', recordId: RECORD_ID }));
    });

    it('shows the groups in the order of reading, what has no source apart', async () => {
        const brief = await done();
        expect(findAll(brief, 'c-ai-statement-group').map(({ heading }) => heading)).toEqual(['Risks', 'Worth asking']);
        expect(textOf(find(brief, 'c-ai-unsupported'))).toContain('They asked a competitor.');
    });

    it('has nothing to approve', async () => {
        const brief = await done();
        expect(findOptional(brief, 'c-ai-decision')).toBeUndefined();
        expect(findOptional(brief, 'c-ai-feedback')).toBeDefined();
    });

    it('prints what is backed, with its sources', async () => {
        const brief = await done();
        find(brief, '[data-action="print"]').click();
        const [sheet] = mocked(printSheet).mock.calls[0];
        expect(sheet.title).toBe('Meeting brief: Hall 4');
        expect(sheet.note).toContain('AI generated on');
        expect(sheet.sections).toEqual([
            { heading: 'Risks', lines: [{ text: 'The price is too high.', sources: ['Comment, 12 Nov 2026'] }] },
            { heading: 'Worth asking', lines: [{ text: 'What price would fit?', sources: ['Comment, 12 Nov 2026'] }] }
        ]);
    });

    it('shows and prints the facts when AI is off', async () => {
        const brief = await briefShowing(view('off', { facts: FACTS, message: 'AI is off.', recordName: 'Hall 4' }));
        expect(find(brief, '[data-part="facts"]').textContent).toBe(FACTS);
        find(brief, '[data-action="print"]').click();
        const [sheet] = mocked(printSheet).mock.calls[0];
        expect(sheet.text).toBe(FACTS);
        expect(sheet.note).toContain('without AI');
    });

    it('says that there is too little to brief about', async () => {
        const brief = await briefShowing(view('nothing', { message: 'Too little to say.' }));
        expect(find(brief, 'c-ai-notice').what).toBe('Too little to say.');
        expect(findOptional(brief, '[data-action="print"]')).toBeUndefined();
    });

    it('says what failed', async () => {
        mocked(open).mockRejectedValue({ body: { message: 'No connection.' } });
        const brief = render('c-meeting-brief', MeetingBrief, { recordId: RECORD_ID });
        await settle();
        expect(find(brief, 'c-ai-notice').what).toContain('No connection.');
    });

    it.each(['ready', 'done', 'nothing', 'stale'])('is accessible when %s', async (state) => {
        const brief = await briefShowing(view(state));
        await expect(brief).toBeAccessible();
    });
});
