import AiItemDecision from 'c/aiItemDecision';
import {
    find,
    findAll,
    findOptional,
    listen,
    render,
    settle,
    textOf,
    type
} from '../../aiPanel/__tests__/panelSupport';

const ACCEPTED: ApexTypes.AIDecisionView = {
    statementKey: 'steps.0',
    status: 'Accepted',
    decidedBy: 'Ravi Menon',
    decidedDate: new Date(Date.now() - 5 * 60_000).toISOString()
};
const DISMISSED: ApexTypes.AIDecisionView = { ...ACCEPTED, status: 'Dismissed', reason: 'Done already' };

const item = (properties: object = {}): HTMLElement =>
    render('c-ai-item-decision', AiItemDecision, {
        acceptLabel: 'Create task',
        acceptedText: 'Task created',
        itemLabel: 'Call the buyer',
        canDecide: true,
        ...properties
    });

async function press(element: HTMLElement, action: string): Promise<void> {
    find(element, `[data-action="${action}"]`).click();
    await settle();
}

async function keyIn(element: HTMLElement, key: string): Promise<void> {
    const stroke = new KeyboardEvent('keydown', { key, bubbles: true, composed: true });
    find(element, 'lightning-input').dispatchEvent(stroke);
    await settle();
}

/** Tag or part of what got the focus while the action ran. */
async function focused(action: () => Promise<void>): Promise<string[]> {
    const focus = jest.spyOn(HTMLElement.prototype, 'focus');
    await action();
    const targets = focus.mock.contexts.map((target) => {
        const { dataset, tagName } = target as HTMLElement;
        return dataset.action ?? dataset.part ?? tagName;
    });
    focus.mockRestore();
    return targets;
}

afterEach(() => document.body.replaceChildren());

describe('c-ai-item-decision', () => {
    it('accepts', async () => {
        const element = item();
        const accepted = listen(element, 'accept');
        expect(find(element, '[data-action="accept"]').label).toBe('Create task');
        await press(element, 'accept');
        expect(accepted).toHaveLength(1);
    });

    it('asks why before it dismisses, and moves the focus to the question', async () => {
        const element = item();
        const dismissed = listen(element, 'dismiss');
        expect(await focused(() => press(element, 'dismiss'))).toEqual(['LIGHTNING-INPUT']);
        type(find(element, 'lightning-input'), '  Done already ');
        await press(element, 'confirm-dismiss');
        expect(dismissed).toEqual(['Done already']);
    });

    it('does not dismiss without a reason', async () => {
        const element = item();
        const dismissed = listen(element, 'dismiss');
        await press(element, 'dismiss');
        await press(element, 'confirm-dismiss');
        expect(dismissed).toEqual([]);
    });

    it('dismisses on Enter, and goes back to its button on Escape without telling the console', async () => {
        const element = item();
        const dismissed = listen(element, 'dismiss');
        const keys = listen(document.body, 'keydown');
        await press(element, 'dismiss');
        type(find(element, 'lightning-input'), 'Done already');
        await keyIn(element, 'Enter');
        expect(dismissed).toEqual(['Done already']);
        expect(await focused(() => keyIn(element, 'Escape'))).toEqual(['dismiss']);
        expect(keys).toHaveLength(1);
        expect(findOptional(element, 'lightning-input')).toBeUndefined();
    });

    it('keeps the change of its field to itself', async () => {
        const element = item();
        const changes = listen(element, 'change');
        await press(element, 'dismiss');
        const change = new CustomEvent('change', { detail: { value: 'a' }, bubbles: true, composed: true });
        find(element, 'lightning-input').dispatchEvent(change);
        expect(changes).toEqual([]);
    });

    it.each([
        [ACCEPTED, 'Task created · Ravi Menon, 5 minutes ago', 'utility:success'],
        [DISMISSED, 'Dismissed: Done already · Ravi Menon, 5 minutes ago', 'utility:ban']
    ])('says what became of it, who decided and when', (decision, words, icon) => {
        const element = item({ decision });
        expect(textOf(element)).toContain(words);
        expect(find(element, 'lightning-icon').iconName).toBe(icon);
        expect(findOptional(element, '[data-action="accept"]')).toBeUndefined();
    });

    it('reads out what became of it and goes there, for whoever decided here', async () => {
        const element = item();
        await press(element, 'accept');
        const decide = async (): Promise<void> => {
            Object.assign(element, { decision: ACCEPTED });
            await settle();
        };
        expect(await focused(decide)).toEqual(['outcome']);
        expect(find(element, '[role="status"]').textContent).toBe('Task created');
    });

    it('leaves the focus alone when the decision came with the page', async () => {
        const element = item();
        const decide = async (): Promise<void> => {
            Object.assign(element, { decision: ACCEPTED });
            await settle();
        };
        expect(await focused(decide)).toEqual([]);
    });

    it('takes the decision back, and goes to the buttons again', async () => {
        const element = item({ decision: DISMISSED });
        const revoked = listen(element, 'revoke');
        await press(element, 'revoke');
        expect(revoked).toHaveLength(1);
        const takeBack = async (): Promise<void> => {
            Object.assign(element, { decision: undefined });
            await settle();
        };
        expect(await focused(takeBack)).toEqual(['accept']);
    });

    it('sends nothing twice while it is being saved', async () => {
        const element = item({ saving: true });
        const accepted = listen(element, 'accept');
        expect(findAll(element, 'lightning-button').map(({ disabled }) => disabled)).toEqual([true, true]);
        await press(element, 'accept');
        expect(accepted).toEqual([]);
    });

    it('shows nothing to decide to a person who may not', () => {
        expect(findAll(item({ canDecide: false }), 'lightning-button')).toEqual([]);
        expect(findOptional(item({ canDecide: false, decision: ACCEPTED }), '[data-action="revoke"]')).toBeUndefined();
    });

    it.each([[undefined], [ACCEPTED], [DISMISSED]])('is accessible', async (decision) => {
        const element = item({ decision });
        await expect(element).toBeAccessible();
        if (decision) return;
        await press(element, 'dismiss');
        await expect(element).toBeAccessible();
    });
});
