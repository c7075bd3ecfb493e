import AiFeedback from 'c/aiFeedback';
import { find, listen, render, settle } from '../../aiPanel/__tests__/panelSupport';

const feedback = (properties: object = {}): HTMLElement =>
    render('c-ai-feedback', AiFeedback, { text: 'The pump stops.', ...properties });
const writeText = jest.fn();

async function press(element: HTMLElement, action: string): Promise<void> {
    find(element, `[data-action="${action}"]`).click();
    await settle();
}

beforeAll(() => Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true }));
afterEach(() => {
    document.body.replaceChildren();
    writeText.mockReset();
});

describe('c-ai-feedback', () => {
    it.each([
        ['Up', [true, false]],
        ['Down', [false, true]],
        [null, [false, false]]
    ])('shows the rating %s on its toggle buttons', (rating, selected) => {
        const element = feedback({ rating });
        expect(['up', 'down'].map((action) => find(element, `[data-action="${action}"]`).selected)).toEqual(selected);
    });

    it('sends the thumb, and null when the same is pressed again', async () => {
        const element = feedback({ rating: 'Up' });
        const ratings = listen(element, 'rate');
        await press(element, 'down');
        await press(element, 'up');
        expect(ratings).toEqual(['Down', null]);
    });

    it('copies the text and says so', async () => {
        const element = feedback();
        await press(element, 'copy');
        expect(writeText).toHaveBeenCalledWith('The pump stops.');
        expect(find(element, '[role="status"]').textContent).toBe('Copied.');
    });

    it('says what to do when the browser does not allow copying', async () => {
        writeText.mockRejectedValue(new DOMException('refused', 'NotAllowedError'));
        const element = feedback();
        await press(element, 'copy');
        expect(find(element, '[role="status"]').textContent).toContain('Select the text and copy it yourself');
    });

    it('sends again', async () => {
        const element = feedback();
        const asked = listen(element, 'again');
        await press(element, 'again');
        expect(asked).toHaveLength(1);
    });

    it('is accessible', async () => {
        await expect(feedback({ rating: 'Up' })).toBeAccessible();
    });
});
