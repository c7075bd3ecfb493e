import EmailActions from 'c/emailActions';
import { find, findAll, listen, render } from '../../../../../core/panel/lwc/aiPanel/__tests__/panelSupport';

afterEach(() => document.body.replaceChildren());

describe('c-email-actions', () => {
    it('sends where the e-mail is to go', () => {
        const element = render('c-email-actions', EmailActions);
        const kept = listen(element, 'keep');
        for (const action of ['SaveDraft', 'Compose', 'LogTask']) find(element, `[data-action="${action}"]`).click();
        expect(kept).toEqual(['SaveDraft', 'Compose', 'LogTask']);
    });

    it('waits while something is being saved', () => {
        const element = render('c-email-actions', EmailActions, { saving: true });
        expect(findAll(element, 'lightning-button').map(({ disabled }) => disabled)).toEqual([true, true, true]);
    });

    it.each([
        [false, 'brand'],
        [true, 'neutral']
    ])('leaves the first place to a refresh when the draft is stale: %s', (stale, variant) => {
        const element = render('c-email-actions', EmailActions, { stale });
        expect(find(element, '[data-action="SaveDraft"]').variant).toBe(variant);
    });

    it('is accessible', async () => {
        await expect(render('c-email-actions', EmailActions)).toBeAccessible();
    });
});
