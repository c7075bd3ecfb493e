import readSource from '@salesforce/apex/AIPanelController.source';
import AiSourcePreview from 'c/aiSourcePreview';
import { EVIDENCE, find, findOptional, listen, render, settle, textOf } from '../../aiPanel/__tests__/panelSupport';

jest.mock('@salesforce/apex/AIPanelController.source', () => ({ default: jest.fn() }), { virtual: true });

const source = readSource as unknown as jest.Mock;
const TEXT = 'Hello,\nthe pump   stops after ten minutes.\n<img src=x onerror=alert(1)>';

async function preview(): Promise<HTMLElement> {
    const element = render('c-ai-source-preview', AiSourcePreview, { insightId: 'a01', evidence: EVIDENCE });
    await settle();
    return element;
}

beforeEach(() =>
    source.mockResolvedValue({
        key: 'S3',
        label: 'Comment by Kim',
        text: TEXT,
        createdDate: '2026-11-12T09:00:00.000Z'
    })
);
afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
});

describe('c-ai-source-preview', () => {
    it('reads the source of the insight and marks the quoted words', async () => {
        const element = await preview();
        expect(source).toHaveBeenCalledWith({ insightId: 'a01', sourceKey: 'S3' });
        expect(find(element, 'mark').textContent).toBe('the pump   stops after ten minutes');
        expect(find(element, 'h4').textContent).toBe('Comment by Kim');
        expect(findOptional(element, '[data-part="not-marked"]')).toBeUndefined();
    });

    it('shows markup in a source as text', async () => {
        const element = await preview();
        expect(findOptional(element, 'img')).toBeUndefined();
        expect(textOf(element)).toContain('<img src=x');
    });

    it('says so when the words cannot be marked', async () => {
        source.mockResolvedValue({ key: 'S3', label: 'Comment', text: 'Something else.' });
        const element = await preview();
        expect(find(element, '[data-part="not-marked"]').textContent).toContain(EVIDENCE.quote);
        expect(textOf(element)).toContain('Something else.');
    });

    it('says why the source could not be loaded', async () => {
        source.mockRejectedValue({ body: { message: 'The comment was deleted.' } });
        const element = await preview();
        expect(find(element, 'c-ai-notice').what).toBe('The comment was deleted.');
        expect(findOptional(element, 'mark')).toBeUndefined();
    });

    it('closes on its button and on Escape, and keeps Escape to itself', async () => {
        const element = await preview();
        const closed = listen(element, 'close');
        const keys = listen(document.body, 'keydown');
        find(element, 'lightning-button-icon').click();
        const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true });
        find(element, 'h4').dispatchEvent(escape);
        find(element, 'h4').dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true, composed: true }));
        expect(closed).toHaveLength(2);
        expect(keys).toHaveLength(1);
    });

    it('is accessible', async () => {
        await expect(await preview()).toBeAccessible();
    });
});
