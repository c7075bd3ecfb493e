import AiChanges from 'c/aiChanges';
import { find, findAll, listen, render } from '../../aiPanel/__tests__/panelSupport';

const changesOf = (changes: readonly ApexTypes.AIChangeView[] | null): HTMLElement =>
    render('c-ai-changes', AiChanges, { changes });
const entries = (element: HTMLElement): (string | undefined)[] =>
    findAll(element, 'li').map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim());

afterEach(() => document.body.replaceChildren());

describe('c-ai-changes', () => {
    it('lists what is new with its time and how it begins', () => {
        const element = changesOf([
            { label: 'E-mail', createdDate: '2026-11-21T12:00:00.000Z', excerpt: 'It stopped again' },
            { label: 'Comment removed', createdDate: null, excerpt: null }
        ]);
        expect(entries(element)).toEqual(['E-mail · Nov 21, 2026, 4:00 AMIt stopped again', 'Comment removed']);
    });

    it.each([[null], [[]]])('says that something changed when it cannot be named: %s', (changes) => {
        expect(entries(changesOf(changes))).toEqual(['A source has changed or was removed.']);
    });

    it('sends refresh', () => {
        const element = changesOf([]);
        const refreshes = listen(element, 'refresh');
        find(element, 'lightning-button').click();
        expect(refreshes).toHaveLength(1);
    });

    it('is accessible', async () => {
        await expect(changesOf([{ label: 'E-mail', excerpt: 'It stopped again' }])).toBeAccessible();
    });
});
