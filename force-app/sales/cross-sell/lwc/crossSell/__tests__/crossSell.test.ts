import open from '@salesforce/apex/AIPanelController.open';
import begin from '@salesforce/apex/AIPanelController.begin';
import ask from '@salesforce/apexContinuation/AIPanelController.ask';
import performAction from '@salesforce/apex/AIPanelController.perform';
import dismissItem from '@salesforce/apex/AIPanelController.dismiss';
import revokeItem from '@salesforce/apex/AIPanelController.revoke';
import openFigures from '@salesforce/apex/CrossSellController.open';
import addLine from '@salesforce/apex/CrossSellController.addLine';
import removeLine from '@salesforce/apex/CrossSellController.removeLine';
import dismiss from '@salesforce/apex/CrossSellController.dismiss';
import bringBack from '@salesforce/apex/CrossSellController.bringBack';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import CrossSell from 'c/crossSell';
import {
    find,
    findAll,
    findOptional,
    insight,
    render,
    settle,
    statement,
    textOf,
    view
} from '../../../../../core/panel/lwc/aiPanel/__tests__/panelSupport';
import { candidate, DEAL, figures } from './crossSellSupport';

jest.mock('@salesforce/apex/AIPanelController.open', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.begin', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apexContinuation/AIPanelController.ask', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.perform', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.dismiss', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.revoke', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/CrossSellController.open', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/CrossSellController.addLine', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/CrossSellController.removeLine', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/CrossSellController.dismiss', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/CrossSellController.bringBack', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/CrossSellController.offer', () => ({ default: jest.fn() }), { virtual: true });

const mocked = (method: unknown): jest.Mock => method as jest.Mock;
const PRODUCT = String(candidate().productId);
const LINE = { opportunityId: String(DEAL.id), quantity: '2', price: '10' };

/** AI says of the boiler that it fits, and of a rocket what nothing proves. */
function words(decisions: ApexTypes.AIDecisionView[] = []): ApexTypes.AIPanelView {
    const evidence = [
        { sourceKey: 'S1', label: String(candidate().label), quote: 'Ember boiler' },
        { sourceKey: 'S5', label: 'Case 00001001', quote: 'cold in the east wing' }
    ];
    const fits = [
        statement('fits.0', 'The east wing is cold.', { evidence }),
        statement('fits.1', 'A rocket would help.', { supported: false, evidence: [] })
    ];
    return view('done', { canAct: true, insight: insight({ groups: [{ key: 'fits', statements: fits }], decisions }) });
}

async function shown(answer = view('ready'), found = figures()): Promise<HTMLElement> {
    mocked(open).mockResolvedValue(answer);
    mocked(openFigures).mockResolvedValue(found);
    const element = render('c-cross-sell', CrossSell, { recordId: DEAL.id, objectApiName: 'Opportunity' });
    await settle();
    await settle();
    return element;
}

const cards = (element: HTMLElement) => findAll(element, 'c-cross-sell-product');

async function send(target: HTMLElement, name: string, detail?: unknown): Promise<void> {
    target.dispatchEvent(new CustomEvent(name, { detail }));
    await settle();
    await settle();
}

async function press(element: HTMLElement, action: string): Promise<void> {
    find(element, `[data-action="${action}"]`).click();
    await settle();
    await settle();
}

function toasts(element: HTMLElement): { title: string; message: string }[] {
    const seen: { title: string; message: string }[] = [];
    element.addEventListener('lightning__showtoast', (event) => seen.push((event as CustomEvent).detail));
    return seen;
}

beforeEach(() => {
    mocked(begin).mockResolvedValue({ traceId: 'trace-1', modelLabel: 'Model One' });
    mocked(addLine).mockResolvedValue('00k000000000001AAA');
});

afterEach(() => {
    document.body.replaceChildren();
    window.sessionStorage.clear();
    jest.resetAllMocks();
});

describe('c-cross-sell', () => {
    it('shows the products with the rule that found them, and asks no model', async () => {
        const element = await shown();
        expect(openFigures).toHaveBeenCalledWith({ recordId: DEAL.id });
        expect(cards(element).map((card) => (card.candidate as ApexTypes.CrossSellCandidate).name)).toEqual([
            'Ember boiler',
            'Breeze fan'
        ]);
        const intro = find(element, '[data-part="intro"]').textContent ?? '';
        expect(intro).toContain('Compared with 4 accounts: Hospitality, 160 to 2,560 employees.');
        expect(intro).toContain('only records that you can read');
        expect(ask).not.toHaveBeenCalled();
        expect(find(element, '[data-action="ask"]').label).toBe('Say why they fit');
    });

    it('reads again when the page moves to another record', async () => {
        const element = await shown();
        Object.assign(element, { recordId: '006000000000009AAA' });
        await settle();
        expect(openFigures).toHaveBeenLastCalledWith({ recordId: '006000000000009AAA' });
    });

    it('says when there is more than was counted', async () => {
        const element = await shown(view('ready'), figures({ isCut: true, likeAccounts: 1 }));
        expect(findOptional(element, '[data-part="cut"]')).toBeDefined();
        expect(find(element, '[data-part="intro"]').textContent).toContain('Compared with one account');
    });

    describe('with nothing to show', () => {
        it('says why there is no product, and offers no question', async () => {
            const element = await shown(view('ready'), figures({ candidates: [] }));
            expect(find(element, 'c-ai-notice').what).toBe('No product to offer');
            expect(findOptional(element, '[data-action="ask"]')).toBeUndefined();
            await expect(element).toBeAccessible();
        });

        it('says what an account lacks to be compared', async () => {
            const element = await shown(view('ready'), figures({ candidates: [], likeness: undefined }));
            expect(find(element, 'c-ai-notice').what).toBe('This account cannot be compared');
        });

        it('says when the account has no open opportunity', async () => {
            const element = await shown(view('ready'), figures({ opportunities: [] }));
            expect(findOptional(element, '[data-part="no-opportunity"]')).toBeDefined();
        });
    });

    describe('when the figures cannot be read', () => {
        it('says why, and tries again', async () => {
            mocked(open).mockResolvedValue(view('ready'));
            mocked(openFigures).mockRejectedValueOnce({ body: { message: 'This opportunity has no account.' } });
            const element = render('c-cross-sell', CrossSell, { recordId: DEAL.id });
            await settle();
            expect(find(element, 'c-ai-notice').advice).toBe('This opportunity has no account.');
            await expect(element).toBeAccessible();
            mocked(openFigures).mockResolvedValue(figures());
            await send(find(element, 'c-ai-notice'), 'retry');
            expect(cards(element)).toHaveLength(2);
        });
    });

    describe('without AI', () => {
        it('shows the figures all the same, once', async () => {
            const element = await shown(view('off', { message: 'AI is off.', facts: 'Ember boiler. 3 of 4' }));
            expect(cards(element)).toHaveLength(2);
            expect(findOptional(element, '[data-part="facts"]')).toBeUndefined();
        });

        it('adds a product, tells so, and takes it away again', async () => {
            const element = await shown();
            const told = toasts(element);
            mocked(openFigures).mockResolvedValue(figures({ candidates: [] }));
            await send(cards(element)[0], 'add', LINE);
            expect(addLine).toHaveBeenCalledWith({ recordId: DEAL.id, productId: PRODUCT, ...LINE });
            expect(performAction).not.toHaveBeenCalled();
            expect(notifyRecordUpdateAvailable).toHaveBeenCalledWith([{ recordId: DEAL.id }]);
            expect(told[0]).toMatchObject({ message: 'Ember boiler was added to Harbourline – chiller.' });
            expect(textOf(element)).toContain('Ember boiler was added to Harbourline – chiller.');
            expect(cards(element)).toHaveLength(0);
            mocked(openFigures).mockResolvedValue(figures());
            await press(element, 'undo');
            expect(removeLine).toHaveBeenCalledWith({ lineId: '00k000000000001AAA' });
            expect(findOptional(element, '[data-action="undo"]')).toBeUndefined();
            expect(cards(element)).toHaveLength(2);
        });

        it('keeps the product and says why when it was not added', async () => {
            const element = await shown();
            mocked(addLine).mockRejectedValue({ body: { message: 'This opportunity is closed.' } });
            await send(cards(element)[0], 'add', LINE);
            expect(find(element, 'c-ai-notice').advice).toBe('This opportunity is closed.');
            expect(cards(element)).toHaveLength(2);
        });

        it('dismisses a product for the account, and brings it back', async () => {
            const element = await shown();
            const away = [
                { productId: PRODUCT, name: 'Ember boiler', person: 'Ravi Menon', reason: 'district heating' }
            ];
            mocked(openFigures).mockResolvedValue(figures({ candidates: [], away }));
            await send(cards(element)[0], 'dismiss', 'district heating');
            expect(dismiss).toHaveBeenCalledWith({ recordId: DEAL.id, productId: PRODUCT, reason: 'district heating' });
            expect(textOf(element)).toContain('Ravi Menon – district heating');
            mocked(openFigures).mockResolvedValue(figures());
            await press(element, 'bring-back');
            expect(bringBack).toHaveBeenCalledWith({ recordId: DEAL.id, productId: PRODUCT });
            expect(cards(element)).toHaveLength(2);
        });
    });

    describe('with an answer', () => {
        it('shows under each product what AI says of it, and nothing without proof', async () => {
            const element = await shown(words());
            expect(cards(element)[0].statement).toMatchObject({ text: 'The east wing is cold.' });
            expect(cards(element)[1].statement).toBeUndefined();
            expect(find(element, 'c-ai-unsupported').statements).toHaveLength(1);
        });

        it('keeps what AI says of other products to itself, and says so', async () => {
            expect(findOptional(await shown(words()), '[data-part="left-out"]')).toBeUndefined();
            document.body.replaceChildren();
            const [, fan] = figures().candidates ?? [];
            const element = await shown(words(), figures({ candidates: [fan!] }));
            expect(findOptional(element, '[data-part="left-out"]')).toBeDefined();
            expect(textOf(element)).not.toContain('The east wing is cold.');
        });

        it('adds through the answer, so that it is learned from', async () => {
            const element = await shown(words());
            const decision = { statementKey: 'fits.0', status: 'Accepted', action: 'Line', recordIds: ['00k1'] };
            mocked(performAction).mockResolvedValue(words([decision]));
            mocked(openFigures).mockResolvedValue(figures({ candidates: [] }));
            await send(cards(element)[0], 'add', LINE);
            expect(performAction).toHaveBeenCalledWith(
                expect.objectContaining({ statementKey: 'fits.0', action: 'Line', values: JSON.stringify(LINE) })
            );
            expect(addLine).not.toHaveBeenCalled();
            mocked(revokeItem).mockResolvedValue(words());
            mocked(openFigures).mockResolvedValue(figures());
            await press(element, 'undo');
            expect(revokeItem).toHaveBeenCalledWith(expect.objectContaining({ statementKey: 'fits.0' }));
            expect(cards(element)[0].statement).toMatchObject({ key: 'fits.0' });
        });

        it('reads nothing again when the answer refused the action', async () => {
            const element = await shown(words());
            mocked(performAction).mockRejectedValue({ body: { message: 'Somebody decided already.' } });
            await send(cards(element)[0], 'add', LINE);
            expect(openFigures).toHaveBeenCalledTimes(1);
            expect(textOf(element)).not.toContain('was added to');
        });

        it('dismisses and brings back through the answer', async () => {
            const element = await shown(words());
            const decision = { statementKey: 'fits.0', status: 'Dismissed', reason: 'no' };
            const away = [{ productId: PRODUCT, name: 'Ember boiler', person: 'Ravi Menon', reason: 'no' }];
            mocked(dismissItem).mockResolvedValue(words([decision]));
            mocked(openFigures).mockResolvedValue(figures({ candidates: [], away }));
            await send(cards(element)[0], 'dismiss', 'no');
            expect(dismissItem).toHaveBeenCalledWith(expect.objectContaining({ statementKey: 'fits.0', reason: 'no' }));
            expect(dismiss).not.toHaveBeenCalled();
            mocked(revokeItem).mockResolvedValue(words());
            await press(element, 'bring-back');
            expect(revokeItem).toHaveBeenCalled();
            expect(bringBack).not.toHaveBeenCalled();
        });

        it('works without the answer where it may not be acted on', async () => {
            const element = await shown({ ...words(), canAct: false });
            await send(cards(element)[0], 'add', LINE);
            expect(addLine).toHaveBeenCalled();
            expect(performAction).not.toHaveBeenCalled();
        });

        it('is accessible', async () => {
            const away = [{ productId: PRODUCT, name: 'Ember boiler', person: 'Ravi Menon', reason: 'no' }];
            await expect(await shown(words(), figures({ away }))).toBeAccessible();
        });
    });
});
