import rate from '@salesforce/apex/AIPanelController.rate';
import AskTurn from 'c/askTurn';
import {
    find,
    findAll,
    findOptional,
    insight,
    listen,
    render,
    settle,
    statement,
    textOf
} from '../../../../../core/panel/lwc/aiPanel/__tests__/panelSupport';

jest.mock('@salesforce/apex/AIPanelController.rate', () => ({ default: jest.fn() }), { virtual: true });

const mocked = (method: unknown): jest.Mock => method as jest.Mock;
const ANSWER = insight({
    groups: [
        { key: 'answer', statements: [statement('answer.0', 'It is too high.'), unsupported('answer.1', 'By 20 %.')] },
        { key: 'unknown', statements: [statement('unknown.0', 'No date is named.', { wording: true, evidence: [] })] }
    ]
});

function unsupported(key: string, text: string): ApexTypes.AIStatementView {
    return statement(key, text, { supported: false, evidence: [] });
}

async function askTurn(turn: Partial<ApexTypes.AITurnView>): Promise<HTMLElement> {
    const question = 'What about the price?';
    const element = render('c-ask-turn', AskTurn, { turn: { traceId: 't-1', question, state: 'done', ...turn } });
    await settle();
    return element;
}

async function rateAs(element: HTMLElement, rating: string | null): Promise<void> {
    find(element, 'c-ai-feedback').dispatchEvent(new CustomEvent('rate', { detail: rating }));
    await settle();
}

describe('c-ask-turn', () => {
    afterEach(() => {
        document.body.replaceChildren();
        jest.clearAllMocks();
    });

    it('shows the answer with its evidence, what is not told, and what nothing backs apart', async () => {
        const element = await askTurn({ insight: ANSWER });
        expect(findAll(element, '[data-group]').map(({ dataset }) => dataset.group)).toEqual(['answer', 'unknown']);
        expect(findAll(element, 'c-ai-evidence-chip')).toHaveLength(1);
        expect(find(element, 'c-ai-unsupported').statements).toHaveLength(1);
        expect(findOptional(element, '[data-part="not-told"]')).toBeUndefined();
    });

    it('says when it was asked', async () => {
        const element = await askTurn({ askedDate: new Date(Date.now() - 5 * 60_000).toISOString() });
        expect(find(element, 'time').textContent).toBe('Asked 5 minutes ago');
        expect(find(element, 'time').title).not.toBe('');
    });

    it('shows the words of a question that began a conversation', async () => {
        const element = await askTurn({ question: '{"text": "Who decides?", "first": true}' });
        expect(find(element, '[data-part="question"]').textContent).toBe('Who decides?');
    });

    it('leaves braces alone that are no mark', async () => {
        const element = await askTurn({ question: '{why?}' });
        expect(find(element, '[data-part="question"]').textContent).toBe('{why?}');
    });

    it('says what became of a question without an answer', async () => {
        const failed = { state: 'failed', message: 'The model is overloaded.', advice: 'Try again.' };
        const element = await askTurn(failed);
        const again = listen(element, 'again');
        expect(find(element, 'c-ai-notice')).toMatchObject({
            kind: 'failed',
            what: failed.message,
            advice: 'Try again.'
        });
        find(element, '[data-action="again"]').click();
        expect(again).toEqual(['What about the price?']);
    });

    it('says why an answer is not shown any more', async () => {
        const element = await askTurn({ message: 'The records have changed.' });
        expect(find(element, 'c-ai-notice')).toMatchObject({ kind: 'info', what: 'The records have changed.' });
    });

    it('shows facts when no budget was left', async () => {
        const element = await askTurn({ state: 'overBudget', message: 'No budget is left.', facts: 'Tasks: 2' });
        expect(find(element, '[data-part="facts"]').textContent).toBe('Tasks: 2');
    });

    it('offers nothing while it waits', async () => {
        const element = await askTurn({ state: 'waiting', message: 'Tried again in 2 minutes.' });
        expect(findOptional(element, '[data-action="again"]')).toBeUndefined();
    });

    it('warns of sources that read like instructions', async () => {
        const element = await askTurn({ insight: { ...ANSWER, suspicious: true } });
        expect(textOf(element)).toContain('reads like an instruction to the model');
    });

    it('keeps a thumb', async () => {
        mocked(rate).mockResolvedValue(undefined);
        const element = await askTurn({ insight: ANSWER });
        await rateAs(element, 'Up');
        expect(rate).toHaveBeenCalledWith({ insightId: ANSWER.id, rating: 'Up' });
        expect(find(element, 'c-ai-feedback').rating).toBe('Up');
    });

    it('says when a thumb was not kept', async () => {
        mocked(rate).mockRejectedValue({ body: { message: 'Not saved.' } });
        const element = await askTurn({ insight: ANSWER });
        await rateAs(element, 'Down');
        expect(find(element, '[role="alert"]').textContent).toBe('Not saved.');
        expect(find(element, 'c-ai-feedback').rating).toBeUndefined();
    });

    it.each([
        ['an answer', { insight: ANSWER }],
        ['nothing told', { insight: insight({ groups: [] }) }],
        ['a failure', { state: 'failed', message: 'Failed.' }]
    ])('is accessible: %s', async (_, turn) => {
        await expect(await askTurn(turn)).toBeAccessible();
    });
});
