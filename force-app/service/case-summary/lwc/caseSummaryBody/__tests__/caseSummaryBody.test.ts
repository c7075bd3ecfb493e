import CaseSummaryBody from 'c/caseSummaryBody';
import {
    find,
    findAll,
    findOptional,
    insight,
    render,
    statement,
    textOf
} from '../../../../../core/panel/lwc/aiPanel/__tests__/panelSupport';

const body = (more: Partial<ApexTypes.AIInsightView> = {}): HTMLElement =>
    render('c-case-summary-body', CaseSummaryBody, { insight: insight(more) });
const withSentiment = (value: string | null): HTMLElement =>
    body({ groups: [{ key: 'sentiment', statements: [statement('sentiment.0', 'The customer waits.', { value })] }] });

afterEach(() => document.body.replaceChildren());

describe('c-case-summary-body', () => {
    it('shows the groups of the answer in the order of reading', () => {
        const groups = ['nextStep', 'open', 'customerWants', 'headline'].map((key) => ({
            key,
            statements: [statement(`${key}.0`, `About ${key}`)]
        }));
        const element = body({ groups });
        expect(findAll(element, 'c-ai-statement-group').map(({ heading }) => heading)).toEqual([
            'Summary',
            'What the customer wants',
            'What is open',
            'Suggested next step'
        ]);
    });

    it('hands statements to their group or apart, never to both', () => {
        const element = body();
        expect(textOf(find(element, 'c-ai-unsupported'))).toContain('The invoice is unpaid.');
        expect(findAll(element, 'c-ai-statement-group').map(textOf).join()).not.toContain('unpaid');
    });

    it.each(['Positive', 'Neutral', 'Negative', 'Mixed'])('shows the sentiment %s as word and icon', (value) => {
        const mark = find(withSentiment(value), 'span[slot="mark"]');
        expect(mark.textContent).toBe(value);
        expect(find(withSentiment(value), 'span[slot="mark"] lightning-icon').iconName).toMatch(/^utility:emoji_/);
    });

    it.each([null, 'Furious'])('shows no mark for the sentiment %s', (value) => {
        expect(findOptional(withSentiment(value), 'span[slot="mark"]')).toBeUndefined();
    });

    it('is accessible', async () => {
        await expect(body()).toBeAccessible();
    });
});
