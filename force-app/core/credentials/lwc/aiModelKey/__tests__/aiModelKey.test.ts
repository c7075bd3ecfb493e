import removeKey from '@salesforce/apex/AIKeyController.removeKey';
import saveKey from '@salesforce/apex/AIKeyController.saveKey';
import testKey from '@salesforce/apex/AIKeyController.testKey';
import AiModelKey from 'c/aiModelKey';
import {
    find,
    findOptional,
    listen,
    render,
    settle,
    textOf
} from '../../../../panel/lwc/aiPanel/__tests__/panelSupport';

jest.mock('@salesforce/apex/AIKeyController.removeKey', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIKeyController.saveKey', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIKeyController.testKey', () => ({ default: jest.fn() }), { virtual: true });

const save = saveKey as jest.Mock;
const remove = removeKey as jest.Mock;
const test = testKey as jest.Mock;

const key = (isSet: boolean): HTMLElement =>
    render('c-ai-model-key', AiModelKey, {
        provider: {
            provider: 'OpenAI',
            label: 'OpenAI',
            isSet,
            models: ['GPT-4.1 mini', 'GPT-5 mini (inactive)'],
            testModel: 'GPT-4.1 mini'
        }
    });

async function press(element: HTMLElement, action: string): Promise<void> {
    find(element, `[data-action="${action}"]`).click();
    await settle();
}

async function enter(element: HTMLElement, value: string): Promise<void> {
    await press(element, 'enter');
    find(element, 'lightning-input').value = value;
    await press(element, 'save');
}

async function removeAfterAsking(element: HTMLElement, isRefused = false): Promise<void> {
    if (isRefused) remove.mockRejectedValue(new Error('refused'));
    await press(element, 'remove');
    await press(element, 'confirm-remove');
}

const what = (element: HTMLElement): string | null => find(element, '[data-part="what"]').textContent;

beforeEach(() => [save, remove, test].forEach((method) => method.mockReset().mockResolvedValue(undefined)));
afterEach(() => document.body.replaceChildren());

describe('c-ai-model-key', () => {
    it('says whether a key is set, and which models use it', () => {
        expect(textOf(key(false))).toContain('No key is set');
        const element = key(true);
        expect(textOf(element)).toContain('A key is set');
        expect(textOf(element)).toContain('Models: GPT-4.1 mini, GPT-5 mini (inactive)');
    });

    it('offers what can be done and nothing else', () => {
        const empty = key(false);
        expect(find(empty, '[data-action="enter"]').label).toBe('Set key');
        expect(findOptional(empty, '[data-action="test"]')).toBeUndefined();
        expect(findOptional(empty, '[data-action="remove"]')).toBeUndefined();
        expect(find(key(true), '[data-action="enter"]').label).toBe('Replace key');
    });

    it('takes a key in a field that hides it, sends it once and forgets it', async () => {
        const element = key(false);
        const changes = listen(element, 'keychange');
        await press(element, 'enter');
        const field = find(element, 'lightning-input');
        expect([field.type, field.autocomplete, field.label]).toEqual(['password', 'off', 'Key of OpenAI']);
        field.value = '  secret-value ';
        await press(element, 'save');
        expect(save.mock.calls).toEqual([[{ provider: 'OpenAI', key: 'secret-value' }]]);
        expect(changes).toEqual([true]);
        expect(findOptional(element, 'lightning-input')).toBeUndefined();
        expect(JSON.stringify(element)).not.toContain('secret-value');
        expect(what(element)).toBe('The key of OpenAI is saved.');
        await press(element, 'enter');
        expect(find(element, 'lightning-input').value).toBeFalsy();
    });

    it('saves on Enter and gives up on Escape', async () => {
        const element = key(false);
        await press(element, 'enter');
        const field = find(element, 'lightning-input');
        field.value = 'secret-value';
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
        await settle();
        expect(save).toHaveBeenCalledTimes(1);
        await press(element, 'enter');
        find(element, 'lightning-input').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
        await settle();
        expect(findOptional(element, 'lightning-input')).toBeUndefined();
    });

    it('sends no empty key', async () => {
        const element = key(false);
        await enter(element, '   ');
        expect(save).not.toHaveBeenCalled();
        const field = find(element, 'lightning-input');
        expect(field.messageWhenValueMissing).toBe('Enter the key.');
        expect([field.value, field.required]).toEqual(['', true]);
    });

    it('warns before it replaces a key', async () => {
        const element = key(true);
        await press(element, 'enter');
        expect(find(element, '[data-part="warning"]').textContent).toContain('cannot be brought back');
        expect(find(element, '[data-action="save"]').label).toBe('Replace key');
    });

    it('asks before it removes a key, and can be told not to', async () => {
        const element = key(true);
        const changes = listen(element, 'keychange');
        await press(element, 'remove');
        expect(find(element, '[data-part="question"]').textContent).toContain('Remove the key of OpenAI?');
        await press(element, 'keep');
        expect(remove).not.toHaveBeenCalled();
        await press(element, 'remove');
        await press(element, 'confirm-remove');
        expect(remove.mock.calls).toEqual([[{ provider: 'OpenAI' }]]);
        expect(changes).toEqual([false]);
        expect(what(element)).toBe('The key of OpenAI is removed.');
    });

    it.each([
        [true, 'success'],
        [false, 'failed']
    ])('tells what a test showed: works %s', async (works, kind) => {
        test.mockResolvedValue({ works, message: 'What happened.', advice: 'What to do.' });
        const element = key(true);
        await press(element, 'test');
        expect(find(element, 'c-ai-notice').kind).toBe(kind);
        expect(textOf(find(element, 'c-ai-notice'))).toContain('What happened. What to do.');
    });

    it('says what it does while it waits, and cannot be pressed twice', async () => {
        test.mockReturnValue(new Promise(() => undefined));
        const element = key(true);
        await press(element, 'test');
        expect(find(element, '[role="status"]').textContent).toBe('Asking GPT-4.1 mini for one word');
        expect(find(element, '[data-action="test"]').disabled).toBe(true);
        expect(find(element, '[data-action="remove"]').disabled).toBe(true);
    });

    it('keeps the field and says why when a key cannot be saved', async () => {
        save.mockRejectedValue({ body: { message: 'Salesforce did not take the change.' } });
        const element = key(false);
        const changes = listen(element, 'keychange');
        await enter(element, 'secret-value');
        expect(what(element)).toBe('Salesforce did not take the change.');
        expect(find(element, 'lightning-input').disabled).toBe(false);
        expect(changes).toEqual([]);
    });

    it('moves the focus to where the work is', async () => {
        const focus = jest.spyOn(HTMLElement.prototype, 'focus');
        const element = key(true);
        await press(element, 'enter');
        await press(element, 'cancel');
        await press(element, 'remove');
        const focused = focus.mock.contexts.map((target) => (target as Element).tagName);
        expect(focused).toEqual(['LIGHTNING-INPUT', 'H3', 'LIGHTNING-BUTTON']);
        focus.mockRestore();
    });

    it.each([
        ['a test', (element: HTMLElement) => press(element, 'test'), 'test'],
        ['a key that is refused', (element: HTMLElement) => enter(element, 'secret-value'), 'LIGHTNING-INPUT'],
        ['a removal', (element: HTMLElement) => removeAfterAsking(element), 'H3'],
        ['a removal that is refused', (element: HTMLElement) => removeAfterAsking(element, true), 'keep']
    ])('gives the focus back after %s', async (_what, act, place) => {
        const focus = jest.spyOn(HTMLElement.prototype, 'focus');
        test.mockResolvedValue({ works: true, message: 'It works.', advice: '' });
        save.mockRejectedValue(new Error('refused'));
        await act(key(true));
        const { tagName, dataset } = focus.mock.contexts.at(-1) as HTMLElement;
        expect(dataset.action ?? tagName).toBe(place);
        focus.mockRestore();
    });

    it.each([
        [false, 'enter'],
        [true, 'enter'],
        [true, 'remove'],
        [true, 'test']
    ])('is accessible: set %s, %s', async (isSet, action) => {
        test.mockResolvedValue({ works: false, message: 'What happened.', advice: 'What to do.' });
        const element = key(isSet);
        await expect(element).toBeAccessible();
        await press(element, action);
        await expect(element).toBeAccessible();
    });
});
