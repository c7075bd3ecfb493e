import providers from '@salesforce/apex/AIKeyController.providers';
import AiModelKeys from 'c/aiModelKeys';
import {
    find,
    findAll,
    findOptional,
    render,
    settle,
    textOf
} from '../../../../panel/lwc/aiPanel/__tests__/panelSupport';

jest.mock('@salesforce/apex/AIKeyController.providers', () => ({ default: jest.fn() }), { virtual: true });

const load = providers as jest.Mock;
const OPENAI = {
    provider: 'OpenAI',
    label: 'OpenAI',
    isSet: false,
    models: ['GPT-4.1 mini'],
    testModel: 'GPT-4.1 mini'
};
const ANTHROPIC = { ...OPENAI, provider: 'Anthropic', label: 'Anthropic', isSet: true };

async function page(): Promise<HTMLElement> {
    const element = render('c-ai-model-keys', AiModelKeys);
    await settle();
    return element;
}

const states = (element: HTMLElement): unknown[] =>
    findAll(element, 'c-ai-model-key').map(({ provider }) => (provider as { isSet: boolean }).isSet);

beforeEach(() => load.mockReset().mockResolvedValue([OPENAI, ANTHROPIC]));
afterEach(() => document.body.replaceChildren());

describe('c-ai-model-keys', () => {
    it('waits, then shows a row for each provider', async () => {
        const element = render('c-ai-model-keys', AiModelKeys);
        expect(find(element, 'lightning-spinner').alternativeText).toBe('Loading the providers');
        await settle();
        expect(findOptional(element, 'lightning-spinner')).toBeUndefined();
        expect(states(element)).toEqual([false, true]);
    });

    it('follows a key that was set or removed', async () => {
        const element = await page();
        const [openAi, anthropic] = findAll(element, 'c-ai-model-key');
        openAi?.dispatchEvent(new CustomEvent('keychange', { detail: true }));
        anthropic?.dispatchEvent(new CustomEvent('keychange', { detail: false }));
        await settle();
        expect(states(element)).toEqual([true, false]);
    });

    it('says why nothing could be loaded, and tries again', async () => {
        load.mockRejectedValueOnce({ body: { message: 'You may not manage model keys.' } });
        const element = await page();
        expect(find(element, 'c-ai-notice').what).toBe('You may not manage model keys.');
        find(element, 'c-ai-notice').dispatchEvent(new CustomEvent('retry'));
        await settle();
        expect(states(element)).toHaveLength(2);
    });

    it('says in its own words that somebody may not manage keys', async () => {
        const message = "You do not have access to the Apex class named 'AIKeyController'.";
        load.mockRejectedValueOnce({ body: { message } });
        expect(find(await page(), 'c-ai-notice').what).toContain('Ask an administrator for the permission set');
    });

    it('says what to do when there is no provider', async () => {
        load.mockResolvedValue([]);
        expect(textOf(await page())).toContain('Add an AI Provider record');
    });

    it('is accessible in each state', async () => {
        await expect(await page()).toBeAccessible();
        load.mockResolvedValueOnce([]);
        await expect(await page()).toBeAccessible();
        load.mockRejectedValueOnce(new Error('failed'));
        await expect(await page()).toBeAccessible();
    });
});
