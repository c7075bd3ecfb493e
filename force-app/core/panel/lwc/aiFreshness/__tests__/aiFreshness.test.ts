import AiFreshness from 'c/aiFreshness';
import { find, findOptional, render } from '../../aiPanel/__tests__/panelSupport';

const NOW = Date.parse('2026-11-21T12:00:00.000Z');
const MOMENT = '2026-11-21T11:59:30.000Z';

beforeEach(() => jest.useFakeTimers({ now: NOW }));
afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
});

describe('c-ai-freshness', () => {
    it('shows the age in words and the exact time on hover', () => {
        const time = find(render('c-ai-freshness', AiFreshness, { moment: '2026-11-21T11:57:00.000Z' }), 'time');
        expect(time.textContent).toBe('Made 3 minutes ago');
        expect(time.title.replace(/\s/g, ' ')).toBe('Nov 21, 2026, 3:57 AM');
    });

    it('stays true while the page is open', async () => {
        const element = render('c-ai-freshness', AiFreshness, { moment: MOMENT });
        expect(find(element, 'time').textContent).toBe('Made just now');
        await jest.advanceTimersByTimeAsync(120_000);
        expect(find(element, 'time').textContent).toBe('Made 2 minutes ago');
    });

    it('stops its clock when it goes away', () => {
        render('c-ai-freshness', AiFreshness, { moment: MOMENT });
        document.body.replaceChildren();
        expect(jest.getTimerCount()).toBe(0);
    });

    it('shows nothing without a time', () => {
        expect(findOptional(render('c-ai-freshness', AiFreshness), 'time')).toBeUndefined();
    });

    it('is accessible', async () => {
        jest.useRealTimers();
        await expect(render('c-ai-freshness', AiFreshness, { moment: MOMENT })).toBeAccessible();
    });
});
