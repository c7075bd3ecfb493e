import offer from '@salesforce/apex/CrossSellController.offer';
import CrossSellLine from 'c/crossSellLine';
import {
    find,
    findAll,
    findOptional,
    listen,
    render,
    settle,
    type
} from '../../../../../core/panel/lwc/aiPanel/__tests__/panelSupport';
import { DEAL } from '../../crossSell/__tests__/crossSellSupport';

jest.mock('@salesforce/apex/CrossSellController.offer', () => ({ default: jest.fn() }), { virtual: true });

const OTHER = { ...DEAL, id: '006000000000002AAA', name: 'Harbourline – renewal' };
const mocked = offer as unknown as jest.Mock;

async function form(more: object = {}): Promise<HTMLElement> {
    const line = render('c-cross-sell-line', CrossSellLine, {
        recordId: DEAL.id,
        productId: '01t000000000001AAA',
        productName: 'Ember boiler',
        usualQuantity: 2.6,
        deals: [DEAL],
        ...more
    });
    await settle();
    return line;
}

function valid(line: HTMLElement, isValid = true): void {
    findAll(line, '[data-field]').forEach((field) => (field.reportValidity = () => isValid));
}

const field = (line: HTMLElement, name: string) => find(line, `[data-field="${name}"]`);

beforeEach(() => {
    mocked.mockResolvedValue({ price: 15300, currencyCode: 'EUR', priceBookName: 'Standard Price Book' });
});

afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
});

describe('c-cross-sell-line', () => {
    it('begins with the list price and a whole number of what others buy', async () => {
        const line = await form();
        expect(mocked).toHaveBeenCalledWith({
            recordId: DEAL.id,
            opportunityId: DEAL.id,
            productId: '01t000000000001AAA'
        });
        expect(field(line, 'quantity').value).toBe('3');
        expect(field(line, 'price').value).toBe('15300');
        expect(find(line, '[data-part="list-price"]').textContent).toBe(
            'List price in Standard Price Book: €15,300.00'
        );
        expect(findOptional(line, '[data-field="opportunity"]')).toBeUndefined();
    });

    it('begins with one where nobody knows how many', async () => {
        expect(field(await form({ usualQuantity: undefined }), 'quantity').value).toBe('1');
    });

    it('sends what was entered', async () => {
        const line = await form();
        const sent = listen(line, 'save');
        type(field(line, 'quantity'), '4');
        type(field(line, 'price'), '14000.5');
        valid(line);
        find(line, '[data-action="save"]').click();
        expect(sent).toEqual([{ opportunityId: DEAL.id, quantity: '4', price: '14000.5' }]);
    });

    it('sends nothing while a field is wrong', async () => {
        const line = await form();
        const sent = listen(line, 'save');
        valid(line, false);
        find(line, '[data-action="save"]').click();
        expect(sent).toEqual([]);
        const check = jest.fn();
        field(line, 'quantity').reportValidity = check;
        type(field(line, 'quantity'), '2');
        expect(check).toHaveBeenCalled();
    });

    it('lets choose among several opportunities and reads the price of the chosen one', async () => {
        const line = await form({ deals: [DEAL, OTHER] });
        expect(mocked).not.toHaveBeenCalled();
        expect(find(line, '[data-action="save"]').disabled).toBe(true);
        expect(field(line, 'opportunity').options).toEqual([
            { label: 'Harbourline – chiller · Proposal', value: DEAL.id },
            { label: 'Harbourline – renewal · Proposal', value: OTHER.id }
        ]);
        type(field(line, 'opportunity'), OTHER.id);
        await settle();
        expect(mocked).toHaveBeenCalledWith(expect.objectContaining({ opportunityId: OTHER.id }));
        expect(find(line, '[data-action="save"]').disabled).toBe(false);
    });

    it('says why a product cannot be added there', async () => {
        mocked.mockRejectedValue({ body: { message: 'The product has no price in Special.' } });
        const line = await form();
        expect(find(line, 'c-ai-notice').advice).toBe('The product has no price in Special.');
        expect(find(line, '[data-action="save"]').disabled).toBe(true);
    });

    it('forgets the price of an opportunity that is not chosen any more', async () => {
        let late: (found: object) => void = () => undefined;
        mocked.mockReturnValueOnce(new Promise((resolve) => (late = resolve)));
        const line = await form({ deals: [DEAL, OTHER] });
        type(field(line, 'opportunity'), DEAL.id as string);
        type(field(line, 'opportunity'), OTHER.id);
        await settle();
        late({ price: 1, currencyCode: 'EUR', priceBookName: 'Old' });
        await settle();
        expect(field(line, 'price').value).toBe('15300');
    });

    it('is closed by Cancel and by Escape', async () => {
        const line = await form();
        const sent = listen(line, 'cancel');
        find(line, '[data-action="cancel"]').click();
        field(line, 'price').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
        expect(sent).toHaveLength(2);
    });

    it('is accessible', async () => {
        await expect(await form({ deals: [DEAL, OTHER] })).toBeAccessible();
    });
});
