import AiDecision from 'c/aiDecision';
import { keptWork } from 'c/aiPanelUtils';
import { find, findAll, findOptional, listen, render, settle, type } from '../../aiPanel/__tests__/panelSupport';

const decision = (properties: object = {}): HTMLElement =>
    render('c-ai-decision', AiDecision, { draftText: 'The pump stops.', workKey: 'case.insight', ...properties });

async function press(element: HTMLElement, action: string): Promise<void> {
    find(element, `[data-action="${action}"]`).click();
    await settle();
}

afterEach(() => {
    document.body.replaceChildren();
    window.sessionStorage.clear();
});

describe('c-ai-decision', () => {
    it('has one primary action', () => {
        const variants = findAll(decision(), 'lightning-button').map(({ variant }) => variant);
        expect(variants.filter((variant) => variant === 'brand')).toHaveLength(1);
    });

    it('sends the draft as it is', async () => {
        const element = decision();
        const approvals = listen(element, 'approve');
        await press(element, 'approve');
        expect(approvals).toEqual(['The pump stops.']);
    });

    it('cannot approve a draft without text before the person has written one', async () => {
        const element = decision({ draftText: null });
        expect(find(element, '[data-action="approve"]').disabled).toBe(true);
        await press(element, 'edit');
        expect(find(element, '[data-action="approve"]').disabled).toBe(false);
    });

    it('opens a labelled field with the draft', async () => {
        const element = decision();
        await press(element, 'edit');
        const { label, value } = find(element, 'lightning-textarea');
        expect([label, value]).toEqual(['Text to save', 'The pump stops.']);
    });

    it('moves the focus into the field', async () => {
        const focus = jest.spyOn(HTMLElement.prototype, 'focus');
        const element = decision();
        await press(element, 'edit');
        expect(focus.mock.contexts.map((target) => (target as Element).tagName)).toEqual(['LIGHTNING-TEXTAREA']);
        focus.mockRestore();
    });

    it('keeps edits, and forgets them when they are discarded', async () => {
        const element = decision();
        await press(element, 'edit');
        type(find(element, 'lightning-textarea'), 'Pump 7 stops.');
        expect(keptWork('case.insight')).toBe('Pump 7 stops.');
        await press(element, 'discard');
        expect(keptWork('case.insight')).toBeUndefined();
        await press(element, 'edit');
        expect(find(element, 'lightning-textarea').value).toBe('The pump stops.');
    });

    it('sends no empty text', async () => {
        const element = decision();
        const approvals = listen(element, 'approve');
        await press(element, 'edit');
        type(find(element, 'lightning-textarea'), '  ');
        await press(element, 'approve');
        expect(approvals).toEqual([]);
    });

    it('sends a reason only when there is one', async () => {
        const element = decision();
        const rejections = listen(element, 'reject');
        await press(element, 'reject');
        await press(element, 'confirm-reject');
        expect(rejections).toEqual([]);
        type(find(element, 'lightning-textarea'), ' Wrong pump ');
        await press(element, 'confirm-reject');
        expect(rejections).toEqual(['Wrong pump']);
    });

    it('marks the reason as required', async () => {
        const element = decision();
        await press(element, 'reject');
        const { required, messageWhenValueMissing } = find(element, 'lightning-textarea');
        expect([required, messageWhenValueMissing]).toEqual([true, 'Enter a reason.']);
    });

    it('goes back to the edits when rejecting is cancelled', async () => {
        const element = decision();
        await press(element, 'edit');
        type(find(element, 'lightning-textarea'), 'Pump 7 stops.');
        await press(element, 'reject');
        await press(element, 'cancel-reject');
        expect(find(element, 'lightning-textarea').value).toBe('Pump 7 stops.');
    });

    it('says why an outdated draft cannot be approved, and still lets it be rejected', () => {
        const element = decision({ blocked: true });
        expect(find(element, '[data-action="approve"]').disabled).toBe(true);
        expect(find(element, '[data-part="blocked"]').textContent).toContain('Refresh before you approve');
        expect(find(element, '[data-action="reject"]').disabled).toBe(false);
    });

    it('cannot be pressed twice while it saves', () => {
        const element = decision({ saving: true });
        expect(findAll(element, 'lightning-button').map(({ disabled }) => disabled)).toEqual([true, true, true]);
        expect(find(element, '[data-action="approve"]').label).toBe('Saving');
    });

    it('says that edits were restored', async () => {
        const first = decision();
        await press(first, 'edit');
        expect(findOptional(first, '[data-part="restored"]')).toBeUndefined();
        type(find(first, 'lightning-textarea'), 'Pump 7 stops.');
        document.body.replaceChildren();
        const again = decision();
        expect(find(again, '[data-part="restored"]').textContent).toContain('restored');
        expect(find(again, 'lightning-textarea').value).toBe('Pump 7 stops.');
        await press(again, 'discard');
    });

    it.each(['edit', 'reject'])('is accessible: %s', async (action) => {
        const element = decision({ blocked: true });
        await press(element, action);
        await expect(element).toBeAccessible();
    });
});
