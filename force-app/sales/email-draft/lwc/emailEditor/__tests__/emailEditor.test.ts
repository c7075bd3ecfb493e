import EmailEditor from 'c/emailEditor';
import {
    find,
    findOptional,
    listen,
    render,
    settle,
    type
} from '../../../../../core/panel/lwc/aiPanel/__tests__/panelSupport';

const DRAFT = { subject: 'Prices', body: 'Dear Anna' };
type Editor = HTMLElement & { email: typeof DRAFT; check(): boolean; forget(): void };
const editor = (more: object = {}): Editor =>
    render('c-email-editor', EmailEditor, { workKey: 'draft-1', draft: DRAFT, ...more }) as Editor;
const field = (element: HTMLElement, name: string): HTMLElement & Record<string, unknown> =>
    find(element, `[data-field="${name}"]`);

afterEach(() => {
    document.body.replaceChildren();
    window.sessionStorage.clear();
});

describe('c-email-editor', () => {
    it('shows the draft and hands out what the person made of it', () => {
        const element = editor();
        const changes = listen(element, 'change');
        type(field(element, 'subject'), 'Our prices');
        type(field(element, 'body'), 'Dear Ben');
        expect(element.email).toEqual({ subject: 'Our prices', body: 'Dear Ben' });
        expect(changes).toEqual([]);
    });

    it('has what was written before under the same key alone', () => {
        type(field(editor(), 'body'), 'Dear Ben');
        expect(editor().email.body).toBe('Dear Ben');
        expect(editor({ workKey: 'draft-2' }).email.body).toBe('Dear Anna');
    });

    it('forgets when told to, and goes back to the draft when the person wants', async () => {
        const element = editor();
        type(field(element, 'body'), 'Dear Ben');
        await settle();
        find(element, '[data-action="discard"]').click();
        await settle();
        expect(element.email).toEqual(DRAFT);
        expect(findOptional(element, '[data-action="discard"]')).toBeUndefined();
        type(field(element, 'body'), 'Dear Ben');
        element.forget();
        expect(element.email.body).toBe('Dear Ben');
        expect(editor().email).toEqual(DRAFT);
    });

    it('says that a text is missing', () => {
        const element = editor({ draft: undefined });
        const reportValidity = jest.fn();
        Object.assign(field(element, 'body'), { reportValidity });
        expect(element.check()).toBe(false);
        expect(reportValidity).toHaveBeenCalled();
        type(field(element, 'body'), 'Dear Ben');
        expect(element.check()).toBe(true);
    });

    it('is accessible', async () => {
        await expect(editor()).toBeAccessible();
    });
});
