import AiStatementGroups from 'c/aiStatementGroups';
import { find, findAll, findOptional, insight, render, textOf } from '../../aiPanel/__tests__/panelSupport';

const HEADINGS = { tried: 'What was tried', headline: 'In short', open: 'What is open' };
const groups = (properties: object = {}): HTMLElement =>
    render('c-ai-statement-groups', AiStatementGroups, { insight: insight(), headings: HEADINGS, ...properties });

afterEach(() => document.body.replaceChildren());

describe('c-ai-statement-groups', () => {
    it('shows supported statements under the headings given, in their order', () => {
        const headings = findAll(groups(), 'c-ai-statement-group').map(({ heading }) => heading);
        expect(headings).toEqual(['What was tried', 'In short', 'sentiment']);
    });

    it('keeps unsupported statements apart', () => {
        const element = groups();
        expect(textOf(find(element, 'c-ai-unsupported'))).toContain('The invoice is unpaid.');
        expect(findOptional(element, '[data-group="open"]')).toBeUndefined();
    });

    it('lets the statements find their sources', () => {
        expect(find(groups(), 'c-ai-statement-group').insightId).toBe(insight().id);
    });

    it('shows nothing without an answer', () => {
        expect(textOf(groups({ insight: undefined }))).toBe('');
    });

    it('is accessible', async () => {
        await expect(groups()).toBeAccessible();
    });
});
