import AiPanel from 'c/aiPanel';
import { find, findAll, findOptional, insight, render, textOf } from './panelSupport';

const panel = (properties: object = {}): HTMLElement =>
    render('c-ai-panel', AiPanel, { heading: 'Case Summary', recordName: '00001042', ...properties });
const facts = (element: HTMLElement): (string | null)[] =>
    findAll(element, 'dt, dd').map(({ textContent }) => textContent);

afterEach(() => document.body.replaceChildren());

describe('c-ai-panel', () => {
    it('says what it is and for which record', () => {
        const element = panel();
        expect(find(element, 'lightning-card').title).toBe('Case Summary');
        expect(textOf(element)).toContain('For 00001042');
    });

    it('says how old and how well backed the answer is', () => {
        const element = panel({ insight: insight() });
        expect(find(element, 'time').textContent).toBe('Made 3 minutes ago');
        expect(find(element, '[data-zone="backing"]').textContent).toBe(
            ' · 9 of 10 statements have sources · High confidence'
        );
    });

    it('marks an answer whose sources changed', () => {
        expect(findOptional(panel({ insight: insight() }), 'lightning-badge')).toBeUndefined();
        const badge = find(panel({ insight: insight(), stale: true }), 'lightning-badge');
        expect(badge.label).toBe('Out of date');
    });

    it('tells behind a disclosure how the answer was made', () => {
        const element = panel({ insight: insight({ createdDate: null }) });
        expect(find(element, 'c-ai-disclosure').label).toBe('How this was made');
        expect(facts(element)).toEqual(['Model', 'Model One', 'Prompt version', '3', 'Trace ID', 'trace-1']);
    });

    it('keeps the trace id at hand when there is no answer', () => {
        const element = panel({ traceId: 'trace-9' });
        expect(facts(element)).toEqual(['Trace ID', 'trace-9']);
        expect(find(element, 'c-ai-disclosure').label).toBe('Details for your administrator');
    });

    it('shows neither age nor origin when there is nothing', () => {
        const element = panel();
        expect(findOptional(element, 'time')).toBeUndefined();
        expect(findOptional(element, 'c-ai-disclosure')).toBeUndefined();
        expect(textOf(element)).not.toContain('statements');
    });

    it('reads announcements out politely', () => {
        const status = find(panel({ announcement: 'The summary is ready.' }), '[role="status"]');
        expect([status.getAttribute('aria-live'), status.textContent]).toEqual(['polite', 'The summary is ready.']);
    });

    it('takes the focus at its start', () => {
        const element = panel();
        element.focus();
        expect(element.shadowRoot?.activeElement?.getAttribute('aria-label')).toBe('Case Summary');
    });

    it('is accessible', async () => {
        await expect(panel({ insight: insight(), stale: true })).toBeAccessible();
    });
});
