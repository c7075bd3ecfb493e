import AiDisclosure from 'c/aiDisclosure';
import { find, render } from '../../aiPanel/__tests__/panelSupport';

const disclosure = (): HTMLElement => render('c-ai-disclosure', AiDisclosure, { label: 'How this was made' });

afterEach(() => document.body.replaceChildren());

describe('c-ai-disclosure', () => {
    it('is closed under its label', () => {
        const element = disclosure();
        expect((find(element, 'details') as unknown as HTMLDetailsElement).open).toBe(false);
        expect(find(element, 'summary').textContent).toBe('How this was made');
    });

    it('opens when its label is pressed', () => {
        const element = disclosure();
        find(element, 'summary').click();
        expect((find(element, 'details') as unknown as HTMLDetailsElement).open).toBe(true);
    });

    it('is accessible', async () => {
        await expect(disclosure()).toBeAccessible();
    });
});
