import AiProgress from 'c/aiProgress';
import { find, findAll, listen, render, settle } from '../../aiPanel/__tests__/panelSupport';

const progress = (properties: object): HTMLElement & Record<string, unknown> =>
    render('c-ai-progress', AiProgress, properties) as HTMLElement & Record<string, unknown>;
const steps = (element: HTMLElement): (string | null)[] => findAll(element, 'li').map(({ textContent }) => textContent);
const states = (element: HTMLElement): unknown[] =>
    findAll(element, 'lightning-icon').map((icon) => icon.alternativeText);

afterEach(() => document.body.replaceChildren());

describe('c-ai-progress', () => {
    it('shows every stage from the start, so that nothing jumps', () => {
        const element = progress({ stage: 'gathering' });
        expect(steps(element)).toEqual(['Gather sources', 'Asking the model', 'Checking its evidence']);
        expect(states(element)).toEqual(['In progress', 'Next', 'Next']);
    });

    it('names the number of sources and the model once they are known', () => {
        const element = progress({ stage: 'asking', sourceCount: 14, modelLabel: 'Model One' });
        expect(steps(element).slice(0, 2)).toEqual(['Gathering 14 sources', 'Asking the model Model One']);
        expect(states(element)).toEqual(['Done', 'In progress', 'Next']);
    });

    it('counts one source as one', () => {
        expect(steps(progress({ stage: 'asking', sourceCount: 1 }))[0]).toBe('Gathering 1 source');
    });

    it('reads the current stage out politely when it changes', async () => {
        const element = progress({ stage: 'gathering' });
        const status = find(element, '[role="status"]');
        expect(status.getAttribute('aria-live')).toBe('polite');
        Object.assign(element, { stage: 'asking', modelLabel: 'Model One' });
        await settle();
        expect(status.textContent).toBe('Asking the model Model One');
    });

    it('sends cancel', () => {
        const element = progress({ stage: 'asking' });
        const cancels = listen(element, 'cancel');
        find(element, 'lightning-button').click();
        expect(cancels).toHaveLength(1);
    });

    it('is accessible', async () => {
        await expect(progress({ stage: 'asking', sourceCount: 2, modelLabel: 'Model One' })).toBeAccessible();
    });
});
