import RepCapabilityList from 'c/repCapabilityList';
import {
    find,
    findAll,
    findOptional,
    listen,
    render,
    settle,
    textOf
} from '../../../../../core/panel/lwc/aiPanel/__tests__/panelSupport';

const capability = (useCase: string, more: object = {}): object => ({
    useCase,
    label: useCase.replace('_', ' '),
    icon: 'utility:event',
    isCurrent: false,
    isSuggested: false,
    isOff: false,
    offReason: '',
    ...more
});
const CAPABILITIES = [
    capability('Meeting_Brief', { isCurrent: true, isSuggested: true }),
    capability('Email_Draft'),
    capability('Cross_Sell', { isOff: true, offReason: 'Cross-sell is switched off.' })
];
const list = (more: object = {}): HTMLElement =>
    render('c-rep-capability-list', RepCapabilityList, {
        heading: 'Rep Copilot',
        reason: 'Meeting today at 14:00: Design review',
        capabilities: CAPABILITIES,
        ...more
    });
const expanded = (element: HTMLElement): string | null =>
    find(element, '[data-action="menu"]').getAttribute('aria-expanded');

async function press(element: HTMLElement, selector: string): Promise<void> {
    find(element, selector).click();
    await settle();
}

afterEach(() => document.body.replaceChildren());

describe('c-rep-capability-list', () => {
    it('names the capabilities by icon and word, and marks the current one', () => {
        const element = list();
        const choices = findAll(element, 'button[data-capability]');
        expect(choices.map(({ dataset }) => dataset.capability)).toEqual([
            'Meeting_Brief',
            'Email_Draft',
            'Cross_Sell'
        ]);
        expect(choices.map((choice) => choice.getAttribute('aria-current'))).toEqual(['true', null, null]);
        expect(
            findAll(element, 'button[data-capability] > lightning-icon:first-child').map(({ iconName }) => iconName)
        ).toEqual(Array(3).fill('utility:event'));
    });

    it('says which is suggested and why, and which does without AI and why', () => {
        const element = list();
        expect(find(element, '[data-capability="Meeting_Brief"] [title="Suggested"]').alternativeText).toBe(
            'Suggested'
        );
        expect(find(element, '[data-part="reason"]').textContent).toContain('Meeting today at 14:00');
        const off = find(element, '[data-capability="Cross_Sell"]');
        expect(off.textContent).toContain('Without AI');
        expect(off.title).toBe('Cross-sell is switched off.');
    });

    it('sends what the person chooses and folds the list', async () => {
        const element = list();
        const choices = listen(element, 'choose');
        await press(element, '[data-action="menu"]');
        expect(expanded(element)).toBe('true');
        await press(element, '[data-capability="Email_Draft"]');
        expect(choices).toEqual(['Email_Draft']);
        expect(expanded(element)).toBe('false');
    });

    it('folds the list on Escape, goes back to its button, and keeps the key to itself', async () => {
        const element = list();
        const keys = listen(document.body, 'keydown');
        const escape = (): boolean =>
            find(element, '[data-capability="Email_Draft"]').dispatchEvent(
                new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true })
            );
        escape();
        expect(keys).toHaveLength(1);
        await press(element, '[data-action="menu"]');
        escape();
        await settle();
        expect(keys).toHaveLength(1);
        expect(expanded(element)).toBe('false');
        expect(element.shadowRoot?.activeElement?.getAttribute('data-action')).toBe('menu');
    });

    it('leads past itself', async () => {
        const element = list();
        const skips = listen(element, 'skip');
        expect(find(element, '[data-action="skip"]').textContent).toBe('Skip to Meeting Brief');
        await press(element, '[data-action="skip"]');
        expect(skips).toHaveLength(1);
    });

    it('has nothing to fold without capabilities', () => {
        const element = list({ capabilities: [], reason: '' });
        expect(findOptional(element, '[data-action="menu"]')).toBeUndefined();
        expect(textOf(element)).not.toContain('Meeting');
    });

    it('is accessible', async () => {
        const element = list();
        await expect(element).toBeAccessible();
        await press(element, '[data-action="menu"]');
        await expect(element).toBeAccessible();
    });
});
