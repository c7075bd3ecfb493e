import AiUnsupported from 'c/aiUnsupported';
import { find, findAll, findOptional, render, statement, textOf } from '../../aiPanel/__tests__/panelSupport';

const unsupported = (...texts: string[]): HTMLElement =>
    render('c-ai-unsupported', AiUnsupported, {
        statements: texts.map((text, index) => statement(`open.${index}`, text, { supported: false, evidence: [] }))
    });

afterEach(() => document.body.replaceChildren());

describe('c-ai-unsupported', () => {
    it('is closed, counts its statements and says what they are', () => {
        const element = unsupported('The invoice is unpaid.', 'A refund was promised.');
        expect((find(element, 'details') as unknown as HTMLDetailsElement).open).toBe(false);
        expect(find(element, 'summary').textContent).toBe('Unsupported (2)');
        expect(textOf(element)).toContain('their evidence was not found in the sources');
        expect(findAll(element, 'li').map((item) => item.textContent)).toEqual([
            'The invoice is unpaid.',
            'A refund was promised.'
        ]);
    });

    it('is absent when every statement is supported', () => {
        expect(findOptional(unsupported(), 'details')).toBeUndefined();
    });

    it('is accessible', async () => {
        await expect(unsupported('The invoice is unpaid.')).toBeAccessible();
    });
});
