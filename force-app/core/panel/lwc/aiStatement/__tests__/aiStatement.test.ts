import readSource from '@salesforce/apex/AIPanelController.source';
import AiStatement from 'c/aiStatement';
import {
    EVIDENCE,
    find,
    findAll,
    findOptional,
    render,
    settle,
    statement,
    textOf
} from '../../aiPanel/__tests__/panelSupport';

jest.mock('@salesforce/apex/AIPanelController.source', () => ({ default: jest.fn() }), { virtual: true });

const OTHER = { sourceKey: 'S5', label: 'E-mail, 14 Nov 2026', quote: 'still hot' };

async function rendered(evidence = [EVIDENCE, OTHER]): Promise<HTMLElement> {
    const element = render('c-ai-statement', AiStatement, {
        insightId: 'a01',
        statement: statement('tried.0', 'A reset.', { evidence })
    });
    await settle();
    return element;
}

async function toggle(element: HTMLElement, index: number): Promise<void> {
    findAll(element, 'c-ai-evidence-chip')[index]?.dispatchEvent(new CustomEvent('toggle'));
    await settle();
}

beforeEach(() => (readSource as unknown as jest.Mock).mockResolvedValue({ text: 'It is still hot.' }));
afterEach(() => document.body.replaceChildren());

describe('c-ai-statement', () => {
    it('shows the statement with a chip for each piece of evidence', async () => {
        const element = await rendered();
        expect(textOf(element)).toContain('A reset.');
        expect(findAll(element, 'c-ai-evidence-chip').map(({ label }) => label)).toEqual([EVIDENCE.label, OTHER.label]);
        expect(findOptional(element, 'c-ai-source-preview')).toBeUndefined();
    });

    it('opens the source of the chip that was pressed and moves the focus into it', async () => {
        const element = await rendered();
        await toggle(element, 1);
        expect(find(element, 'c-ai-source-preview').evidence).toEqual(OTHER);
        expect(find(element, 'c-ai-source-preview').insightId).toBe('a01');
        expect(findAll(element, 'c-ai-evidence-chip').map(({ expanded }) => expanded)).toEqual([false, true]);
        expect(element.shadowRoot?.activeElement?.tagName).toBe('C-AI-SOURCE-PREVIEW');
    });

    it('shows one source at a time', async () => {
        const element = await rendered();
        await toggle(element, 0);
        await toggle(element, 1);
        expect(findAll(element, 'c-ai-source-preview').map(({ evidence }) => evidence)).toEqual([OTHER]);
        expect(find(element, 'mark').textContent).toBe('still hot');
    });

    it('closes the source and gives the focus back to its chip', async () => {
        const element = await rendered();
        await toggle(element, 1);
        find(element, 'c-ai-source-preview').dispatchEvent(new CustomEvent('close'));
        await settle();
        expect(findOptional(element, 'c-ai-source-preview')).toBeUndefined();
        expect(element.shadowRoot?.activeElement).toBe(findAll(element, 'c-ai-evidence-chip')[1]);
    });

    it('closes the source when its chip is pressed again', async () => {
        const element = await rendered();
        await toggle(element, 0);
        await toggle(element, 0);
        expect(findOptional(element, 'c-ai-source-preview')).toBeUndefined();
    });

    it('is accessible with a source open', async () => {
        const element = await rendered();
        await toggle(element, 0);
        await expect(element).toBeAccessible();
    });
});
