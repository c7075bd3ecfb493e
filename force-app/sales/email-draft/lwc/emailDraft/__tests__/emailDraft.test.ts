import open from '@salesforce/apex/AIPanelController.open';
import begin from '@salesforce/apex/AIPanelController.begin';
import ask from '@salesforce/apexContinuation/AIPanelController.ask';
import perform from '@salesforce/apex/AIPanelController.perform';
import revoke from '@salesforce/apex/AIPanelController.revoke';
import options from '@salesforce/apex/EmailDraftController.options';
import template from '@salesforce/apex/EmailDraftController.template';
import { encodeDefaultFieldValues } from 'lightning/pageReferenceUtils';
import EmailDraft from 'c/emailDraft';
import {
    find,
    findAll,
    findOptional,
    insight,
    render,
    settle,
    statement,
    textOf,
    type,
    view
} from '../../../../../core/panel/lwc/aiPanel/__tests__/panelSupport';

jest.mock('@salesforce/apex/AIPanelController.open', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.begin', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apexContinuation/AIPanelController.ask', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.perform', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/AIPanelController.revoke', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmailDraftController.options', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmailDraftController.template', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmailDraftController.keep', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmailDraftController.remove', () => ({ default: jest.fn() }), { virtual: true });

const mockNavigate = jest.fn();
jest.mock('lightning/navigation', () => {
    const [Navigate, GenerateUrl] = [Symbol('Navigate'), Symbol('GenerateUrl')];
    const mixin = (Base: new () => object): object =>
        class extends Base {
            [Navigate](page: object): void {
                mockNavigate(page);
            }
            async [GenerateUrl](): Promise<string> {
                return 'https://www.example.com';
            }
        };
    return { NavigationMixin: Object.assign(mixin, { Navigate, GenerateUrl }) };
});

const RECORD_ID = '006000000000001AAA';
const DRAFT_ID = '02s000000000001AAA';
const [ANNA, BEN] = ['003000000000001AAA', '003000000000002AAA'] as const;
const mocked = (method: unknown): jest.Mock => method as jest.Mock;
const OPTIONS: ApexTypes.EmailOptionsView = {
    recipients: [
        {
            id: ANNA,
            name: 'Anna Weiß',
            title: 'Buyer',
            email: 'anna@customer.example',
            optedOut: false,
            language: 'de'
        },
        { id: BEN, name: 'Ben Hall', title: null, email: null, optedOut: true, language: 'en' }
    ],
    languages: ['en', 'de'],
    defaultLanguage: 'en'
};
const FIRST = { purpose: 'FollowUp', tone: 'Friendly', language: 'de', note: '', recipientId: ANNA };
const DRAFTED = insight({
    question: JSON.stringify(FIRST),
    draftText: 'Prices\n\nDear Anna,\n\nYou asked.\n\nRegards\nRavi',
    supportedCount: 1,
    groups: [
        { key: 'greeting', statements: [statement('greeting.0', 'Dear Anna,', { wording: true, evidence: [] })] },
        {
            key: 'sentences',
            statements: [
                statement('sentences.0', 'You asked.', { values: { basis: 'Record' } }),
                statement('sentences.1', 'Which day?', {
                    supported: false,
                    evidence: [],
                    values: { basis: 'Courtesy' }
                }),
                statement('sentences.2', 'It is cheap.', {
                    supported: false,
                    evidence: [],
                    values: { basis: 'Record' }
                })
            ]
        }
    ]
});
const KEPT = view('applied', {
    insight: {
        ...DRAFTED,
        status: 'Approved',
        approvedText: 'Prices\n\nDear Anna',
        decisions: [{ statementKey: null, status: 'Accepted', action: 'SaveDraft', recordIds: [DRAFT_ID] }]
    }
});

async function showing(opened: ApexTypes.AIPanelView, recordId: string = RECORD_ID): Promise<HTMLElement> {
    mocked(open).mockResolvedValue(opened);
    const element = render('c-email-draft', EmailDraft, { recordId, objectApiName: 'Opportunity' });
    await settle();
    return element;
}

const field = (element: HTMLElement, name: string): HTMLElement & Record<string, unknown> =>
    find(element, `[data-field="${name}"]`);

async function fill(element: HTMLElement, name: string, value: string): Promise<void> {
    type(field(element, name), value);
    await settle();
}

async function press(element: HTMLElement, action: string): Promise<void> {
    find(element, `[data-action="${action}"]`).click();
    await settle();
}

beforeEach(() => {
    mocked(options).mockResolvedValue(OPTIONS);
    mocked(begin).mockResolvedValue({ traceId: 'trace-1', modelLabel: 'Model One' });
    mocked(ask).mockResolvedValue(view('done', { insight: DRAFTED }));
    mocked(encodeDefaultFieldValues).mockImplementation((values) => JSON.stringify(values));
});

afterEach(() => {
    document.body.replaceChildren();
    window.sessionStorage.clear();
    jest.resetAllMocks();
});

describe('c-email-draft', () => {
    describe('the form', () => {
        it('starts with the first recipient and the language of their country', async () => {
            const element = await showing(view('ready'));
            expect(field(element, 'recipientId').value).toBe(ANNA);
            expect(field(element, 'language').value).toBe('de');
            expect(field(element, 'recipientId').options).toEqual([
                { value: ANNA, label: 'Anna Weiß, Buyer' },
                { value: BEN, label: 'Ben Hall – no e-mail address' }
            ]);
        });

        it('follows another recipient with the language, and warns of one who opted out', async () => {
            const element = await showing(view('ready'));
            await fill(element, 'recipientId', BEN);
            expect(field(element, 'language').value).toBe('en');
            expect(find(element, 'c-ai-notice').what).toBe('Ben Hall has opted out of e-mails.');
        });

        it('asks with the choices', async () => {
            const element = await showing(view('ready'));
            await fill(element, 'purpose', 'ThankYou');
            await fill(element, 'note', 'Thanks for the visit');
            await press(element, 'ask');
            const { question } = mocked(begin).mock.calls[0][0];
            expect(JSON.parse(question)).toEqual({ ...FIRST, purpose: 'ThankYou', note: 'Thanks for the visit' });
        });

        it('has what the latest draft was made with, so that nothing has to be asked anew', async () => {
            const question = JSON.stringify({ ...FIRST, tone: 'Formal', language: 'en', note: 'Hall 4' });
            const element = await showing(view('done', { insight: { ...DRAFTED, question } }));
            expect(field(element, 'tone').value).toBe('Formal');
            expect(field(element, 'note').value).toBe('Hall 4');
            expect(findOptional(element, '[data-action="ask-anew"]')).toBeUndefined();
            await fill(element, 'tone', 'Concise');
            expect(findOptional(element, '[data-action="ask-anew"]')).toBeDefined();
        });

        it('remembers the last choices, the note for its own record alone', async () => {
            const element = await showing(view('ready'));
            await fill(element, 'tone', 'Formal');
            await fill(element, 'note', 'Hall 4');
            document.body.replaceChildren();
            const other = await showing(view('ready'), '006000000000002AAA');
            expect([field(other, 'tone').value, field(other, 'note').value]).toEqual(['Formal', '']);
            document.body.replaceChildren();
            expect(field(await showing(view('ready')), 'note').value).toBe('Hall 4');
        });

        it('goes without recipients where there are none', async () => {
            mocked(options).mockResolvedValue({ ...OPTIONS, recipients: [] });
            const element = await showing(view('ready'));
            expect(findOptional(element, '[data-field="recipientId"]')).toBeUndefined();
            expect(field(element, 'language').value).toBe('en');
            expect(findOptional(element, '[data-part="nobody"]')).toBeDefined();
        });

        it('says when the recipients could not be read, and tries again', async () => {
            mocked(options).mockRejectedValueOnce({ body: { message: 'No access.' } });
            const element = await showing(view('ready'));
            expect(find(element, 'c-ai-notice').advice).toBe('No access.');
            find(element, 'c-ai-notice').dispatchEvent(new CustomEvent('retry'));
            await settle();
            expect(field(element, 'recipientId').value).toBe(ANNA);
        });
    });

    describe('the draft', () => {
        it('can be edited as subject and text', async () => {
            const element = await showing(view('done', { insight: DRAFTED }));
            expect(field(element, 'subject').value).toBe('Prices');
            expect(field(element, 'body').value).toBe('Dear Anna,\n\nYou asked.\n\nRegards\nRavi');
        });

        it('tells which sentences have a source and which are to be checked, claims first', async () => {
            const element = await showing(view('done', { insight: DRAFTED }));
            expect(textOf(find(element, 'c-email-sentences'))).toContain('You asked.');
            const check = find(element, '[data-group="check"]');
            expect(
                findAll(find(element, 'c-email-sentences'), '[data-sentence]').map((item) => item.dataset.sentence)
            ).toEqual(['sentences.2', 'sentences.1']);
            expect(check.textContent).toContain('no source backs it');
        });

        it('keeps edited text over a change of the tab, until it is discarded', async () => {
            const element = await showing(view('done', { insight: DRAFTED }));
            await fill(element, 'body', 'Dear Anna, shorter.');
            document.body.replaceChildren();
            const again = await showing(view('done', { insight: DRAFTED }));
            expect(field(again, 'body').value).toBe('Dear Anna, shorter.');
            expect(findOptional(again, '[data-part="restored"]')).toBeDefined();
            await press(again, 'discard');
            expect(field(again, 'body').value).toContain('You asked.');
            expect(findOptional(again, '[data-part="restored"]')).toBeUndefined();
        });

        it('is only read where nobody may decide', async () => {
            const element = await showing(view('done', { insight: DRAFTED, canDecide: false, phase: 'Read Only' }));
            expect(findOptional(element, '[data-field="body"]')).toBeUndefined();
            expect(find(element, '[data-part="text"]').textContent).toContain('You asked.');
            expect(findOptional(element, 'c-email-actions')).toBeUndefined();
        });
    });

    describe('keeping it', () => {
        it('saves a draft as edited, shows where it is and forgets the work', async () => {
            mocked(perform).mockResolvedValue(KEPT);
            const element = await showing(view('done', { insight: DRAFTED }));
            await fill(element, 'body', 'Dear Anna');
            await press(element, 'SaveDraft');
            const { values, ...request } = mocked(perform).mock.calls[0][0];
            expect(request).toEqual({ insightId: DRAFTED.id, statementKey: null, action: 'SaveDraft' });
            expect(JSON.parse(values)).toEqual({
                subject: 'Prices',
                body: 'Dear Anna',
                text: 'Prices\n\nDear Anna'
            });
            expect(textOf(find(element, 'c-email-kept'))).toContain('Saved as a draft.');
            expect(find(element, 'c-sales-record-link').recordId).toBe(DRAFT_ID);
            expect(findOptional(element, '[data-field="body"]')).toBeUndefined();
            expect(window.sessionStorage.getItem(`tandem.work.Email_Draft.${RECORD_ID}.${DRAFTED.id}`)).toBeNull();
        });

        it('opens the composer with the text, the recipient and the record', async () => {
            mocked(perform).mockResolvedValue(KEPT);
            const element = await showing(view('done', { insight: DRAFTED }));
            await fill(element, 'body', 'Dear <Anna>,\n\n1 & 2\nRegards');
            await press(element, 'Compose');
            expect(mocked(encodeDefaultFieldValues).mock.calls[0][0]).toEqual({
                Subject: 'Prices',
                HtmlBody: '<p>Dear &lt;Anna&gt;,</p><p>1 &amp; 2<br>Regards</p>',
                ToAddress: 'anna@customer.example',
                RelatedToId: RECORD_ID
            });
            expect(mockNavigate).toHaveBeenCalledWith(
                expect.objectContaining({ type: 'standard__quickAction', attributes: { apiName: 'Global.SendEmail' } })
            );
        });

        it('keeps the text and says why when it is refused', async () => {
            mocked(perform).mockRejectedValue({ body: { message: 'You may not create e-mails.' } });
            const element = await showing(view('done', { insight: DRAFTED }));
            await fill(element, 'body', 'Dear Anna');
            await press(element, 'LogTask');
            expect(textOf(element)).toContain('You may not create e-mails.');
            expect(field(element, 'body').value).toBe('Dear Anna');
        });

        it('does not keep an empty text', async () => {
            const element = await showing(view('done', { insight: DRAFTED }));
            Object.assign(field(element, 'body'), { reportValidity: jest.fn(), focus: jest.fn() });
            await fill(element, 'body', '  ');
            await press(element, 'SaveDraft');
            expect(perform).not.toHaveBeenCalled();
            expect(field(element, 'body').reportValidity).toHaveBeenCalled();
        });

        it('can be taken back', async () => {
            mocked(revoke).mockResolvedValue(view('done', { insight: DRAFTED }));
            const element = await showing(KEPT);
            await press(element, 'undo');
            expect(revoke).toHaveBeenCalledWith({ insightId: DRAFTED.id, statementKey: null });
            expect(findOptional(element, '[data-field="body"]')).toBeDefined();
        });

        it('never says that anything is sent', async () => {
            const element = await showing(view('done', { insight: DRAFTED }));
            expect(find(element, '[data-part="not-sent"]').textContent).toBe('Nothing is sent from here.');
        });
    });

    it('shows a plain template when AI is off or the budget is spent', async () => {
        mocked(template).mockResolvedValue({ subject: 'Following up', body: 'Dear Anna' });
        const element = await showing(view('off', { message: 'AI is off.', facts: 'Following up\n\nDear Anna' }));
        await settle();
        expect(template).toHaveBeenCalledWith({ recordId: RECORD_ID, choices: JSON.stringify(FIRST) });
        expect(field(element, 'body').value).toBe('Dear Anna');
    });

    it('shows neither form nor template of another record after the page has moved on', async () => {
        const element = await showing(view('ready'));
        mocked(options).mockReturnValue(new Promise(() => undefined));
        Object.assign(element, { recordId: '006000000000002AAA' });
        await settle();
        expect(findOptional(element, 'c-email-form')).toBeUndefined();
    });

    it.each([
        ['ready', view('ready')],
        ['done', view('done', { insight: DRAFTED })],
        ['kept', KEPT]
    ])('is accessible when %s', async (_state, opened) => {
        await expect(await showing(opened)).toBeAccessible();
    });
});
