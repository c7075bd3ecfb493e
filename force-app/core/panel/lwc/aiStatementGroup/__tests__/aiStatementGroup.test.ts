import AiStatementGroup from 'c/aiStatementGroup';
import { find, findAll, findOptional, render, statement } from '../../aiPanel/__tests__/panelSupport';

const group = (...texts: string[]): HTMLElement =>
    render('c-ai-statement-group', AiStatementGroup, {
        heading: 'What was tried',
        insightId: 'a01',
        statements: texts.map((text, index) => statement(`tried.${index}`, text))
    });

afterEach(() => document.body.replaceChildren());

describe('c-ai-statement-group', () => {
    it('lists several statements under the heading', () => {
        const element = group('A reset.', 'A new fuse.');
        expect(find(element, 'h3').textContent).toContain('What was tried');
        expect(
            findAll(element, 'li c-ai-statement').map((child) => (child.statement as ApexTypes.AIStatementView).text)
        ).toEqual(['A reset.', 'A new fuse.']);
        expect(find(element, 'c-ai-statement').insightId).toBe('a01');
    });

    it('makes no list of one', () => {
        const element = group('A reset.');
        expect(findOptional(element, 'li')).toBeUndefined();
        expect(findAll(element, 'c-ai-statement')).toHaveLength(1);
    });

    it('shows no heading without statements', () => {
        expect(findOptional(group(), 'h3')).toBeUndefined();
    });

    it('is accessible', async () => {
        await expect(group('A reset.', 'A new fuse.')).toBeAccessible();
    });
});
