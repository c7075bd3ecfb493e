import AiNotice from 'c/aiNotice';
import { find, findOptional, listen, render, textOf } from '../../aiPanel/__tests__/panelSupport';

const notice = (kind: string, more: object = {}): HTMLElement =>
    render('c-ai-notice', AiNotice, { kind, what: 'The model is overloaded.', advice: 'Try again later.', ...more });

afterEach(() => document.body.replaceChildren());

describe('c-ai-notice', () => {
    it('says what happened, then what to do', () => {
        expect(textOf(notice('failed'))).toContain('The model is overloaded. Try again later.');
    });

    it.each([
        ['info', 'utility:info', 'Information'],
        ['nothing', 'utility:info', 'Information'],
        ['off', 'utility:lock', 'Information'],
        ['overBudget', 'utility:warning', 'Warning'],
        ['failed', 'utility:error', 'Error'],
        ['success', 'utility:success', 'Success']
    ])('shows by icon and word that it is %s', (kind, icon, word) => {
        const { iconName, alternativeText } = find(notice(kind), 'lightning-icon');
        expect([iconName, alternativeText]).toEqual([icon, word]);
    });

    it('offers to try again only where that can help', () => {
        expect(findOptional(notice('off'), 'lightning-button')).toBeUndefined();
        const element = notice('failed', { retryable: true });
        const retries = listen(element, 'retry');
        find(element, 'lightning-button').click();
        expect(retries).toHaveLength(1);
    });

    it('is accessible', async () => {
        await expect(notice('failed', { retryable: true })).toBeAccessible();
    });
});
