import NextStep from 'c/nextStep';
import {
    find,
    findOptional,
    listen,
    render,
    settle,
    statement,
    textOf,
    type
} from '../../../../../core/panel/lwc/aiPanel/__tests__/panelSupport';

const STATEMENT = statement('steps.0', 'Send the prices', { values: { kind: 'Email', reason: 'They asked.' } });

afterEach(() => document.body.replaceChildren());

describe('c-next-step', () => {
    it('shows kind, text, reason and due date', () => {
        const element = render('c-next-step', NextStep, { statement: STATEMENT, dueDate: '2026-11-23', open: true });
        expect(textOf(element)).toContain('E-mail');
        expect(textOf(element)).toContain('Send the prices');
        expect(find(element, '[data-part="reason"]').textContent).toContain('They asked.');
        expect(find(element, 'lightning-input').value).toBe('2026-11-23');
        expect(find(element, 'lightning-input').min).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    });

    it('tells of another day, and of none, and keeps the field’s own event to itself', async () => {
        const element = render('c-next-step', NextStep, { statement: STATEMENT, open: true });
        const days = listen(element, 'due');
        const changes = listen(element, 'change');
        type(find(element, 'lightning-input'), '2026-12-01');
        find(element, 'lightning-input').dispatchEvent(new CustomEvent('change', { detail: { value: null } }));
        await settle();
        expect(days).toEqual(['2026-12-01', '']);
        expect(changes).toEqual([]);
    });

    it('takes a kind that it does not know for a task, and needs no reason', () => {
        const element = render('c-next-step', NextStep, { statement: statement('steps.0', 'Dance') });
        expect(find(element, '[data-part="kind"]').textContent).toContain('Task');
        expect(findOptional(element, '[data-part="reason"]')).toBeUndefined();
        expect(findOptional(element, 'lightning-input')).toBeUndefined();
    });

    it('is accessible', async () => {
        await expect(render('c-next-step', NextStep, { statement: STATEMENT, open: true })).toBeAccessible();
    });
});
