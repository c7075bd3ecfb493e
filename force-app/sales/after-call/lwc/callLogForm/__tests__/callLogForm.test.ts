import form from '@salesforce/apex/AfterCallController.form';
import CallLogForm from 'c/callLogForm';
import {
    find,
    findAll,
    findOptional,
    insight,
    listen,
    render,
    settle,
    statement,
    textOf,
    type
} from '../../../../../core/panel/lwc/aiPanel/__tests__/panelSupport';

jest.mock('@salesforce/apex/AfterCallController.form', () => ({ default: jest.fn() }), { virtual: true });

const ME = '005000000000001AAA';
const LUIS = '003000000000001AAA';
const formed = form as unknown as jest.Mock;
const FORM: ApexTypes.CallFormView = {
    subject: 'Call: Rollout',
    day: '2026-03-02',
    owners: [{ value: ME, label: 'Me' }],
    persons: [{ value: LUIS, label: 'Luis Ortega' }],
    personId: LUIS,
    hasNextStep: true,
    nextStep: 'Hold the call',
    items: [{ key: 'actionItems.0', ownerId: ME, due: '2026-03-06', isTheirs: false }]
};
const NOTES = insight({
    draftText: 'They take the plan.',
    groups: [
        {
            key: 'actionItems',
            statements: [
                statement('actionItems.0', 'Send the offer', { values: { owner: 'Dana', due: 'by Friday' } }),
                statement('actionItems.1', 'Buy a boat', { supported: false, evidence: [] })
            ]
        },
        { key: 'nextStep', statements: [statement('nextStep.0', 'New offer')] },
        { key: 'emailSubject', statements: [statement('emailSubject.0', 'Thank you', { evidence: [] })] },
        {
            key: 'emailParagraphs',
            statements: [statement('emailParagraphs.0', 'Thank you.'), statement('emailParagraphs.1', 'We send it.')]
        }
    ]
});

async function shown(properties: object = {}): Promise<HTMLElement> {
    const element = render('c-call-log-form', CallLogForm, { transcriptId: 'a05', insight: NOTES, ...properties });
    await settle();
    return element;
}

const field = (element: HTMLElement, name: string): ReturnType<typeof find> => find(element, `[data-field="${name}"]`);
const tick = (element: HTMLElement, name: string): boolean =>
    field(element, name).dispatchEvent(new CustomEvent('change', { detail: { checked: true } }));

async function press(element: HTMLElement, action: string): Promise<void> {
    allow(element);
    find(element, `[data-action="${action}"]`).click();
    await settle();
}

/** Base components are stubs in tests, which know no validity. */
function allow(element: HTMLElement, isValid = true): void {
    for (const stub of findAll(element, 'lightning-input, lightning-textarea'))
        Object.assign(stub, { reportValidity: () => isValid });
}

beforeEach(() => formed.mockResolvedValue(FORM));

afterEach(() => {
    document.body.replaceChildren();
    window.sessionStorage.clear();
    jest.resetAllMocks();
});

describe('c-call-log-form', () => {
    it('starts with the notes, and with who and when as Apex computed it', async () => {
        const element = await shown();
        expect(formed).toHaveBeenCalledWith({
            transcriptId: 'a05',
            items: '[{"key":"actionItems.0","owner":"Dana","due":"by Friday"}]'
        });
        expect(field(element, 'subject').value).toBe('Call: Rollout');
        expect(field(element, 'text').value).toBe('They take the plan.');
        expect(findAll(element, 'c-call-task')).toHaveLength(1);
        expect(field(element, 'due').value).toBe('2026-03-06');
        expect(textOf(element)).toContain('Now: Hold the call');
        expect(field(element, 'emailBody').value).toBe('Thank you.\n\nWe send it.');
    });

    it('logs what is chosen; next step and e-mail only when the person wants them', async () => {
        const element = await shown();
        const logs = listen(element, 'log');
        await press(element, 'log');
        expect(logs).toEqual([
            {
                subject: 'Call: Rollout',
                text: 'They take the plan.',
                personId: LUIS,
                tasks: [
                    {
                        subject: 'Send the offer',
                        ownerId: ME,
                        due: '2026-03-06',
                        said: 'Comment, 12 Nov 2026: the pump stops after ten minutes'
                    }
                ]
            }
        ]);
        tick(element, 'isNextStepChosen');
        tick(element, 'isEmailChosen');
        await settle();
        await press(element, 'log');
        expect(logs[1]).toMatchObject({
            nextStep: 'New offer',
            nextStepBefore: 'Hold the call',
            emailSubject: 'Thank you',
            emailTo: LUIS
        });
    });

    it('hands over what the person edits, takes out and adds', async () => {
        const element = await shown();
        const logs = listen(element, 'log');
        type(field(element, 'text'), 'My words.');
        find(element, 'c-call-task').dispatchEvent(new CustomEvent('edit', { detail: { isChosen: false } }));
        await settle();
        await press(element, 'add-task');
        const added = findAll(element, 'c-call-task')[1]!;
        added.dispatchEvent(new CustomEvent('edit', { detail: { subject: 'Call legal' } }));
        await settle();
        await press(element, 'log');
        expect(logs).toMatchObject([
            { text: 'My words.', tasks: [{ subject: 'Call legal', ownerId: ME, due: '', said: '' }] }
        ]);
    });

    it('sends nothing while a field is not valid', async () => {
        const element = await shown();
        const logs = listen(element, 'log');
        allow(element, false);
        find(element, '[data-action="log"]').click();
        expect(logs).toHaveLength(0);
    });

    it('keeps what was typed when the tab is left, until it is saved or begun anew', async () => {
        const element = await shown();
        type(field(element, 'text'), 'My words.');
        element.remove();
        const again = await shown();
        expect(field(again, 'text').value).toBe('My words.');
        expect(findOptional(again, '[data-part="restored"]')).toBeDefined();
        await press(again, 'discard');
        expect(field(again, 'text').value).toBe('They take the plan.');
        type(field(again, 'text'), 'Other words.');
        (again as unknown as { clear(): void }).clear();
        expect(window.sessionStorage).toHaveLength(0);
    });

    it('is empty but for the subject without notes, and has no e-mail', async () => {
        formed.mockResolvedValue({ ...FORM, persons: [], personId: null, hasNextStep: false, items: [] });
        const element = await shown({ insight: undefined });
        expect(field(element, 'text').value).toBe('');
        expect(findOptional(element, '[data-part="email"]')).toBeUndefined();
        expect(findOptional(element, '[data-part="next-step"]')).toBeUndefined();
        expect(findOptional(element, '[data-field="personId"]')).toBeUndefined();
    });

    it('copies the e-mail, where the browser allows it', async () => {
        const writeText = jest.fn().mockResolvedValue(undefined);
        Object.assign(navigator, { clipboard: { writeText } });
        const element = await shown();
        await press(element, 'copy');
        expect(writeText).toHaveBeenCalledWith('Thank you\n\nThank you.\n\nWe send it.');
        expect(textOf(element)).toContain('Copied.');
        writeText.mockRejectedValue(new Error('no'));
        await press(element, 'copy');
    });

    it('says when it cannot be opened, and tries again', async () => {
        formed.mockRejectedValueOnce({ body: { message: 'The transcript is gone.' } });
        const element = await shown();
        const notice = find(element, 'c-ai-notice');
        expect(notice.advice).toBe('The transcript is gone.');
        notice.dispatchEvent(new CustomEvent('retry'));
        await settle();
        expect(field(element, 'subject').value).toBe('Call: Rollout');
    });

    it('says that it waits', () => {
        formed.mockReturnValue(new Promise(() => {}));
        const element = render('c-call-log-form', CallLogForm, { transcriptId: 'a05' });
        expect(findOptional(element, 'lightning-spinner')).toBeDefined();
    });

    it('is accessible', async () => {
        await expect(await shown()).toBeAccessible();
    });
});
