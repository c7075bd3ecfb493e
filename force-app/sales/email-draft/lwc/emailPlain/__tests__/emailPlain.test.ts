import keep from '@salesforce/apex/EmailDraftController.keep';
import remove from '@salesforce/apex/EmailDraftController.remove';
import template from '@salesforce/apex/EmailDraftController.template';
import { encodeDefaultFieldValues } from 'lightning/pageReferenceUtils';
import EmailPlain from 'c/emailPlain';
import {
    find,
    findOptional,
    render,
    settle,
    textOf,
    type
} from '../../../../../core/panel/lwc/aiPanel/__tests__/panelSupport';

jest.mock('@salesforce/apex/EmailDraftController.template', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmailDraftController.keep', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/EmailDraftController.remove', () => ({ default: jest.fn() }), { virtual: true });

const CONTACT_ID = '003000000000001AAA';
const DRAFT_ID = '02s000000000001AAA';
const QUESTION = JSON.stringify({ purpose: 'FollowUp', recipientId: CONTACT_ID });
const mocked = (method: unknown): jest.Mock => method as jest.Mock;

async function showing(): Promise<HTMLElement> {
    const properties = { recordId: CONTACT_ID, question: QUESTION, address: 'anna@customer.example' };
    const element = render('c-email-plain', EmailPlain, properties);
    await settle();
    return element;
}

async function press(element: HTMLElement, action: string): Promise<void> {
    find(element, `[data-action="${action}"]`).click();
    await settle();
}

beforeEach(() => {
    mocked(template).mockResolvedValue({ subject: 'Following up', body: 'Dear Anna,\n\n[What you want to say]' });
});

afterEach(() => {
    document.body.replaceChildren();
    window.sessionStorage.clear();
    jest.resetAllMocks();
});

describe('c-email-plain', () => {
    it('says that no AI is in it', async () => {
        expect(textOf(await showing())).toContain('without AI');
    });

    it('saves what the person wrote, and takes it back', async () => {
        mocked(keep).mockResolvedValue(DRAFT_ID);
        mocked(remove).mockResolvedValue(undefined);
        const element = await showing();
        type(find(element, '[data-field="body"]'), 'Dear Anna');
        await press(element, 'SaveDraft');
        expect(keep).toHaveBeenCalledWith({
            recordId: CONTACT_ID,
            recipientId: CONTACT_ID,
            action: 'SaveDraft',
            subject: 'Following up',
            body: 'Dear Anna'
        });
        expect(find(element, 'c-sales-record-link').recordId).toBe(DRAFT_ID);
        await press(element, 'undo');
        expect(remove).toHaveBeenCalledWith({ createdId: DRAFT_ID });
        expect(findOptional(element, '[data-part="kept"]')).toBeUndefined();
    });

    it('opens the composer about nobody else when the record is the recipient', async () => {
        mocked(keep).mockResolvedValue(null);
        await press(await showing(), 'Compose');
        expect(mocked(encodeDefaultFieldValues).mock.calls[0][0]).not.toHaveProperty('RelatedToId');
    });

    it('says why something was not kept', async () => {
        mocked(keep).mockRejectedValue({ body: { message: 'You may not create e-mails.' } });
        const element = await showing();
        await press(element, 'SaveDraft');
        expect(find(element, 'c-ai-notice').advice).toBe('You may not create e-mails.');
        expect(findOptional(element, '[data-part="kept"]')).toBeUndefined();
    });

    it('says when the template could not be read', async () => {
        mocked(template).mockRejectedValue({ body: { message: 'Choose another recipient.' } });
        const element = await showing();
        expect(find(element, 'c-ai-notice').advice).toBe('Choose another recipient.');
        expect(findOptional(element, 'c-email-editor')).toBeUndefined();
    });

    it('follows other choices, but never writes over what the person wrote', async () => {
        const element = await showing();
        type(find(element, '[data-field="body"]'), 'Mine');
        mocked(template).mockResolvedValue({ subject: 'Thank you', body: 'Dear Ben' });
        Object.assign(element, { question: JSON.stringify({ purpose: 'ThankYou' }) });
        await settle();
        expect(template).toHaveBeenCalledTimes(2);
        expect(find(element, '[data-field="body"]').value).toBe('Mine');
    });

    it('waits for choices', async () => {
        const element = render('c-email-plain', EmailPlain, { recordId: CONTACT_ID });
        await settle();
        expect(template).not.toHaveBeenCalled();
        expect(findOptional(element, 'lightning-spinner')).toBeDefined();
    });

    it('is accessible', async () => {
        await expect(await showing()).toBeAccessible();
    });
});
