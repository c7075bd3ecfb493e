import open from '@salesforce/apex/AIPanelController.open';
import begin from '@salesforce/apex/AIPanelController.begin';
import ask from '@salesforce/apexContinuation/AIPanelController.ask';
import signals from '@salesforce/apex/OpportunityInsightsController.signals';
import OpportunityInsights from 'c/opportunityInsights';
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
jest.mock('@salesforce/apexContinuation/AIPanelController.ask', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/OpportunityInsightsController.signals', () => ({ default: jest.fn() }), { virtual: true });

const RECORD_ID = '006000000000001AAA';
const mocked = (method: unknown): jest.Mock => method as jest.Mock;
const SIGNAL: ApexTypes.DealFinding = {
    key: 'Overdue_Close_Date',
    label: 'Close date has passed',
    text: 'The close date, 16 Nov 2026, passed 4 days ago.',
    weight: 3
};

/** An explanation with a statement in each group. */
const EXPLAINED = insight({
    groups: ['risks', 'lookAt', 'together', 'inFavour'].map((key) => ({
        key,
        statements: [statement(`${key}.0`, `Statement of ${key}.`)]
    }))
});

async function panelShowing(answer: ApexTypes.AIPanelView): Promise<HTMLElement> {
    mocked(open).mockResolvedValue(answer);
    const panel = render('c-opportunity-insights', OpportunityInsights, { recordId: RECORD_ID });
    await settle();
    return panel;
}

beforeEach(() => {
    mocked(signals).mockResolvedValue({
        level: 'Medium',
        points: 3,
        highFrom: 6,
        mediumFrom: 3,
        findings: [SIGNAL],
        computed: new Date().toISOString(),
        storedLevel: null,
        storedDate: null,
        isClosed: false,
        stages: []
    });
    mocked(begin).mockResolvedValue({ traceId: 'trace-1', modelLabel: 'Model One' });
    mocked(ask).mockResolvedValue(view('done', { insight: EXPLAINED }));
});

afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
});

describe('c-opportunity-insights', () => {
    it('shows the signals before anybody asks a model', async () => {
        const panel = await panelShowing(view('ready'));
        expect(textOf(find(panel, 'c-deal-risk'))).toContain('passed 4 days ago');
        expect(ask).not.toHaveBeenCalled();
        expect(find(panel, '[data-action="ask"]').label).toBe('Explain');
    });

    it('shows the explanation in the order of reading, under the signals', async () => {
        const panel = await panelShowing(view('ready'));
        find(panel, '[data-action="ask"]').click();
        await settle();
        expect(begin).toHaveBeenCalledWith({ useCase: 'Opportunity_Insights', recordId: RECORD_ID, refresh: false });
        expect(findAll(panel, 'c-ai-statement-group').map(({ heading }) => heading)).toEqual([
            'What it comes to',
            'Why it is at risk',
            'What speaks for it',
            'Look at'
        ]);
        expect(textOf(find(panel, 'c-deal-risk'))).toContain('Medium risk');
    });

    it('has the signals with AI switched off, and does not say them twice', async () => {
        const facts = 'Risk level: Medium. Points: 3. Signals: 1.';
        const panel = await panelShowing(
            view('off', { message: 'AI is off.', advice: 'Ask an administrator.', facts })
        );
        expect(find(panel, 'c-ai-notice').what).toBe('AI is off.');
        expect(textOf(find(panel, 'c-deal-risk'))).toContain('Medium risk');
        expect(findOptional(panel, '[data-part="facts"]')).toBeUndefined();
        expect(findOptional(panel, '[data-action="ask"]')).toBeUndefined();
    });

    it('has the signals when the model fails', async () => {
        mocked(ask).mockRejectedValue({ body: { message: 'No answer.' } });
        const panel = await panelShowing(view('ready'));
        find(panel, '[data-action="ask"]').click();
        await settle();
        expect(findAll(panel, 'c-ai-notice').length).toBeGreaterThan(0);
        expect(textOf(find(panel, 'c-deal-risk'))).toContain('Medium risk');
    });

    it('keeps what has no evidence apart', async () => {
        const invented = statement('risks.0', 'The budget was cut.', { supported: false, evidence: [] });
        const answer = insight({ groups: [{ key: 'risks', statements: [invented] }] });
        const panel = await panelShowing(view('done', { insight: answer }));
        expect(findAll(panel, 'c-ai-statement-group')).toHaveLength(0);
        expect(textOf(find(panel, 'c-ai-unsupported'))).toContain('The budget was cut.');
    });

    it('is accessible', async () => {
        await expect(await panelShowing(view('ready'))).toBeAccessible();
        await expect(await panelShowing(view('done', { insight: EXPLAINED }))).toBeAccessible();
    });
});
