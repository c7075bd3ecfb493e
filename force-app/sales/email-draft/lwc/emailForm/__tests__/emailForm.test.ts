import EmailForm from 'c/emailForm';
import { find, findOptional, listen, render, type } from '../../../../../core/panel/lwc/aiPanel/__tests__/panelSupport';

const CHOICES = { purpose: 'FollowUp', tone: 'Formal', language: 'de', note: '', recipientId: '1' };
const OPTIONS = {
    recipients: [
        { id: '1', name: 'Anna', email: 'anna@customer.example' },
        { id: '2', name: 'Ben', title: 'Buyer', optedOut: true }
    ],
    languages: ['de', 'xx']
};
const form = (more: object = {}): HTMLElement =>
    render('c-email-form', EmailForm, { choices: CHOICES, options: OPTIONS, ...more });
const field = (element: HTMLElement, name: string): HTMLElement & Record<string, unknown> =>
    find(element, `[data-field="${name}"]`);

afterEach(() => document.body.replaceChildren());

describe('c-email-form', () => {
    it('shows the choices, and languages without a word by their code', () => {
        const element = form();
        expect(field(element, 'tone').value).toBe('Formal');
        expect(field(element, 'language').options).toEqual([
            { value: 'de', label: 'German' },
            { value: 'xx', label: 'xx' }
        ]);
    });

    it('sends all choices when one changes, and keeps the field’s own event to itself', () => {
        const element = form();
        const chosen = listen(element, 'choose');
        const changes = listen(element, 'change');
        type(field(element, 'purpose'), 'Renewal');
        expect(chosen).toEqual([{ ...CHOICES, purpose: 'Renewal' }]);
        expect(changes).toEqual([]);
    });

    it('keeps the language when that of another recipient is not known', () => {
        const element = form();
        const chosen = listen(element, 'choose');
        type(field(element, 'recipientId'), '2');
        expect(chosen).toEqual([{ ...CHOICES, recipientId: '2' }]);
    });

    it('warns of a recipient who opted out', () => {
        expect(findOptional(form(), 'c-ai-notice')).toBeUndefined();
        const element = form({ choices: { ...CHOICES, recipientId: '2' } });
        expect(find(element, 'c-ai-notice').what).toContain('Ben');
    });

    it('does without recipients', () => {
        const element = form({ options: {}, choices: {} });
        expect(findOptional(element, '[data-part="nobody"]')).toBeDefined();
    });

    it('is accessible', async () => {
        await expect(form()).toBeAccessible();
    });
});
