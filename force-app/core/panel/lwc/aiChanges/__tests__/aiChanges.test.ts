import AiChanges from 'c/aiChanges';
import { find, findAll, listen, render } from '../../aiPanel/__tests__/panelSupport';

const changesOf = (changes: readonly ApexTypes.AIChangeView[] | null): HTMLElement =>
    render('c-ai-changes', AiChanges, { changes });
const entries = (element: HTMLElement): (string | undefined)[] =>
    findAll(element, 'li').map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim());

afterEach(() => document.body.replaceChildren());

describe('c-ai-changes', () => {
    it('lists what is new with its age, the exact time on hover, and how it begins', () => {
        jest.useFakeTimers({ now: Date.parse('2026-11-21T12:05:00.000Z') });
        const element = changesOf([
            { label: 'E-mail', createdDate: '2026-11-21T12:00:00.000Z', excerpt: 'It stopped again' },
            { label: 'Comment removed', createdDate: null, excerpt: null }
        ]);
        jest.useRealTimers();
        expect(entries(element)).toEqual(['E-mail · 5 minutes agoIt stopped again', 'Comment removed']);
        expect(find(element, '[title]').title).toBe('Nov 21, 2026, 4:00 AM');
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
