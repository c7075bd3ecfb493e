import EmailKept from 'c/emailKept';
import { find, findOptional, render, textOf } from '../../../../../core/panel/lwc/aiPanel/__tests__/panelSupport';

const TASK_ID = '00T000000000001AAA';

afterEach(() => document.body.replaceChildren());

describe('c-email-kept', () => {
    it.each([
        ['SaveDraft', 'Saved as a draft.', 'The draft'],
        ['LogTask', 'Logged as a task.', 'The task']
    ])('says where %s put the e-mail, with a link', (action, words, link) => {
        const element = render('c-email-kept', EmailKept, { action, recordId: TASK_ID });
        expect(textOf(element)).toContain(words);
        expect(find(element, 'c-sales-record-link').label).toBe(link);
    });

    it('has no link where nothing was created', () => {
        const element = render('c-email-kept', EmailKept, { action: 'Compose' });
        expect(textOf(element)).toContain('Opened in the composer.');
        expect(findOptional(element, 'c-sales-record-link')).toBeUndefined();
    });

    it.each(['', 'Send'])('says nothing of %p', (action) => {
        expect(findOptional(render('c-email-kept', EmailKept, { action }), '[data-part="kept"]')).toBeUndefined();
    });

    it('is accessible', async () => {
        await expect(render('c-email-kept', EmailKept, { action: 'SaveDraft', recordId: TASK_ID })).toBeAccessible();
    });
});
