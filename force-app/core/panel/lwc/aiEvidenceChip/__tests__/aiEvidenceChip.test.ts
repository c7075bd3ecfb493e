import AiEvidenceChip from 'c/aiEvidenceChip';
import { find, listen, render } from '../../aiPanel/__tests__/panelSupport';

const chip = (expanded = false): HTMLElement =>
    render('c-ai-evidence-chip', AiEvidenceChip, { label: 'Comment, 12 Nov', quote: 'the pump stops', expanded });

afterEach(() => document.body.replaceChildren());

describe('c-ai-evidence-chip', () => {
    it('names its source and shows the quote on hover', () => {
        const button = find(chip(), 'button');
        expect(button.getAttribute('aria-label')).toBe('Source: Comment, 12 Nov');
        expect(button.title).toBe('the pump stops');
        expect(button.textContent).toBe('Comment, 12 Nov');
    });

    it('says whether its source is open', () => {
        expect(find(chip(), 'button').getAttribute('aria-expanded')).toBe('false');
        expect(find(chip(true), 'button').getAttribute('aria-expanded')).toBe('true');
    });

    it('sends toggle when pressed, and takes the focus', () => {
        const element = chip();
        const toggled = listen(element, 'toggle');
        find(element, 'button').click();
        expect(toggled).toHaveLength(1);
        element.focus();
        expect(element.shadowRoot?.activeElement?.tagName).toBe('BUTTON');
    });

    it('is accessible', async () => {
        await expect(chip(true)).toBeAccessible();
    });
});
