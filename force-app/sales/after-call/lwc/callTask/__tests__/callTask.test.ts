import CallTask from 'c/callTask';
import type { TaskDraft } from 'c/callTask';
import {
    find,
    findOptional,
    listen,
    render,
    textOf
} from '../../../../../core/panel/lwc/aiPanel/__tests__/panelSupport';

const OWNERS = [{ value: '005', label: 'Me' }];
const TASK: TaskDraft = {
    key: 'actionItems.0',
    isChosen: true,
    subject: 'Send the offer',
    ownerId: '005',
    due: '2026-03-06',
    said: 'I will send it',
    saidWho: 'Dana',
    saidWhen: 'by Friday',
    isTheirs: false
};

const shown = (more: Partial<TaskDraft> = {}, properties: object = {}): HTMLElement =>
    render('c-call-task', CallTask, { task: { ...TASK, ...more }, owners: OWNERS, ...properties });
const field = (element: HTMLElement, name: string): ReturnType<typeof find> => find(element, `[data-field="${name}"]`);
const change = (element: HTMLElement, name: string, detail: object): boolean =>
    field(element, name).dispatchEvent(new CustomEvent('change', { detail }));

afterEach(() => document.body.replaceChildren());

describe('c-call-task', () => {
    it('shows what is to be done, by whom and when, and what was said', () => {
        const element = shown();
        expect(field(element, 'subject').value).toBe('Send the offer');
        expect(field(element, 'owner').value).toBe('005');
        expect(field(element, 'due').value).toBe('2026-03-06');
        expect(textOf(element)).toContain('Said: Dana, by Friday');
        expect(field(element, 'chosen').label).toBe('Create the task Send the offer');
    });

    it('says when it is somebody who cannot be assigned', () => {
        expect(textOf(shown({ isTheirs: true }))).toContain('the task reminds you to ask');
    });

    it('has no note where nothing was said of who and when', () => {
        expect(findOptional(shown({ saidWho: '', saidWhen: '' }), '[data-part="note"]')).toBeUndefined();
    });

    it('sends what the person changes', () => {
        const element = shown();
        const edits = listen(element, 'edit');
        change(element, 'chosen', { checked: false });
        change(element, 'subject', { value: 'Send it' });
        change(element, 'owner', { value: '006' });
        change(element, 'due', { value: null });
        expect(edits).toEqual([{ isChosen: false }, { subject: 'Send it' }, { ownerId: '006' }, { due: '' }]);
    });

    it('locks the fields of a task that is not to be created, and needs no subject then', () => {
        const element = shown({ isChosen: false, subject: '' });
        expect(field(element, 'subject').disabled).toBe(true);
        expect(field(element, 'chosen').label).toBe('Create the new task');
        expect((element as unknown as { reportValidity(): boolean }).reportValidity()).toBe(true);
    });

    it('needs a subject to be created', () => {
        const element = shown({ subject: '' });
        Object.assign(field(element, 'subject'), { reportValidity: () => false });
        expect((element as unknown as { reportValidity(): boolean }).reportValidity()).toBe(false);
    });

    it('is accessible', async () => {
        await expect(shown()).toBeAccessible();
    });
});
