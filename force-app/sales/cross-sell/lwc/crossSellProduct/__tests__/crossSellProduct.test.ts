import offer from '@salesforce/apex/CrossSellController.offer';
import CrossSellProduct from 'c/crossSellProduct';
import {
    find,
    findOptional,
    listen,
    render,
    settle,
    statement,
    type
} from '../../../../../core/panel/lwc/aiPanel/__tests__/panelSupport';
import { candidate, DEAL } from '../../crossSell/__tests__/crossSellSupport';

jest.mock('@salesforce/apex/CrossSellController.offer', () => ({ default: jest.fn() }), { virtual: true });

function show(more: object = {}): HTMLElement {
    return render('c-cross-sell-product', CrossSellProduct, {
        recordId: DEAL.id,
        candidate: candidate(),
        deals: [DEAL],
        currencyCode: 'USD',
        canAdd: true,
        ...more
    });
}

async function press(product: HTMLElement, action: string): Promise<void> {
    find(product, `[data-action="${action}"]`).click();
    await settle();
}

/** The action of the button that got the focus last while this ran. */
async function focusedAfter(action: () => void): Promise<string | undefined> {
    const focus = jest.spyOn(HTMLElement.prototype, 'focus');
    action();
    await settle();
    const last = focus.mock.contexts.at(-1) as HTMLElement | undefined;
    focus.mockRestore();
    return last?.dataset.action;
}

beforeEach(() => {
    (offer as unknown as jest.Mock).mockResolvedValue({ price: 15300, currencyCode: 'USD', priceBookName: 'Standard' });
});

afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
});

describe('c-cross-sell-product', () => {
    it('shows the figures as numbers', () => {
        const product = show();
        expect(find(product, '[data-figure="buyers"]').textContent).toBe('3 of 4 like accounts');
        expect(find(product, 'lightning-formatted-date-time').value).toBe('2026-05-04');
        expect(find(product, '[data-figure="usual"]').textContent).toContain('2.6 at');
        expect(find(product, 'lightning-formatted-number').value).toBe(15025.5);
        expect(find(product, '[data-figure="together"]').textContent).toBe(
            'Plan Total (2 of 3), like this account · Fan (2 of 3)'
        );
    });

    it('says what is not known', () => {
        const product = show({ candidate: candidate({ lastDay: undefined, price: undefined, together: [] }) });
        expect(find(product, '[data-figure="last"]').textContent).toBe('Not known');
        expect(find(product, '[data-figure="usual"]').textContent).toBe('Not known');
        expect(findOptional(product, '[data-figure="together"]')).toBeUndefined();
    });

    it('writes prices without a currency where the org has several', () => {
        expect(find(show({ currencyCode: undefined }), 'lightning-formatted-number').formatStyle).toBe('decimal');
    });

    it('shows what AI says of it, with its sources', () => {
        expect(findOptional(show(), '[data-part="why"]')).toBeUndefined();
        const product = show({ statement: statement('fits.0', 'The east wing is cold.'), insightId: 'a01' });
        expect(find(product, '[data-part="why"]').textContent).toContain('Why it may fit');
        expect(find(product, 'c-ai-statement').statement).toMatchObject({ text: 'The east wing is cold.' });
    });

    it('offers to add only where there is an opportunity and the right to', () => {
        expect(findOptional(show(), '[data-action="add"]')).toBeDefined();
        expect(findOptional(show({ deals: [] }), '[data-action="add"]')).toBeUndefined();
        expect(findOptional(show({ canAdd: false }), '[data-action="add"]')).toBeUndefined();
    });

    it('opens the form, hands on what was entered and goes back', async () => {
        const product = show();
        const sent = listen(product, 'add');
        await press(product, 'add');
        expect(find(product, 'c-cross-sell-line').usualQuantity).toBe(3);
        const line = { opportunityId: DEAL.id, quantity: '2', price: '10' };
        find(product, 'c-cross-sell-line').dispatchEvent(new CustomEvent('save', { detail: line }));
        expect(sent).toEqual([line]);
        const cancel = (): boolean => find(product, 'c-cross-sell-line').dispatchEvent(new CustomEvent('cancel'));
        expect(await focusedAfter(cancel)).toBe('add');
        expect(findOptional(product, 'c-cross-sell-line')).toBeUndefined();
    });

    it('asks for a reason before it dismisses', async () => {
        const product = show();
        const sent = listen(product, 'dismiss');
        await press(product, 'dismiss');
        const field = find(product, 'lightning-input');
        field.reportValidity = jest.fn();
        await press(product, 'confirm-dismiss');
        expect(field.reportValidity).toHaveBeenCalled();
        expect(sent).toEqual([]);
        type(field, '  district heating ');
        await press(product, 'confirm-dismiss');
        expect(sent).toEqual(['district heating']);
    });

    it('takes Enter as a yes and Escape as a no', async () => {
        const product = show();
        const sent = listen(product, 'dismiss');
        await press(product, 'dismiss');
        const field = find(product, 'lightning-input');
        type(field, 'no');
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
        expect(sent).toEqual(['no']);
        const outside = jest.fn();
        document.body.addEventListener('keydown', outside);
        const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true });
        expect(await focusedAfter(() => field.dispatchEvent(escape))).toBe('dismiss');
        expect(outside).not.toHaveBeenCalled();
    });

    it('is accessible, with the forms closed and open', async () => {
        const product = show({ statement: statement('fits.0', 'The east wing is cold.') });
        await expect(product).toBeAccessible();
        await press(product, 'dismiss');
        await expect(product).toBeAccessible();
        await press(product, 'cancel');
        await press(product, 'add');
        await expect(product).toBeAccessible();
    });
});
