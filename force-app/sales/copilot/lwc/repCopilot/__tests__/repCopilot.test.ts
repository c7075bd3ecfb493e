import { CurrentPageReference } from 'lightning/navigation';
import { refreshApex } from '@salesforce/apex';
import readPage from '@salesforce/apex/RepCopilotController.view';
import RepCopilot from 'c/repCopilot';
import {
    find,
    findAll,
    findOptional,
    render,
    settle
} from '../../../../../core/panel/lwc/aiPanel/__tests__/panelSupport';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn() }), { virtual: true });
jest.mock(
    '@salesforce/apex/RepCopilotController.view',
    () => {
        const { createApexTestWireAdapter } = jest.requireActual('@salesforce/sfdx-lwc-jest');
        return { default: createApexTestWireAdapter(jest.fn()) };
    },
    { virtual: true }
);
// The capabilities have tests of their own; here it matters which are shown.
jest.mock('c/repCapability', () => {
    const { LightningElement, registerComponent, registerDecorators, registerTemplate } = jest.requireActual('lwc');
    class Capability extends LightningElement {}
    registerDecorators(Capability, { publicProps: { useCase: {}, recordId: {}, objectApiName: {} } });
    return {
        __esModule: true,
        default: registerComponent(Capability, {
            tmpl: registerTemplate((): unknown[] => []),
            sel: 'c-rep-capability',
            apiVersion: 67
        })
    };
});

interface Wire {
    emit(value: unknown): void;
    error(body: unknown): void;
    getLastConfig(): unknown;
}
const page = readPage as unknown as Wire;
const navigation = CurrentPageReference as unknown as Wire;
const DEAL = '006000000000001AAA';
const OTHER = '006000000000002AAA';
const MEETING = { useCase: 'Meeting_Brief', reason: 'MeetingToday', subject: 'Review', moment: '2026-11-21T14:00:00Z' };

const offer = (more: Partial<ApexTypes.RepCopilotView> = {}): ApexTypes.RepCopilotView => ({
    recordId: DEAL,
    objectApiName: 'Opportunity',
    recordName: 'Chiller',
    isKnown: true,
    capabilities: [
        { useCase: 'Meeting_Brief', isOff: false },
        { useCase: 'Email_Draft', isOff: false },
        { useCase: 'Cross_Sell', isOff: true, offReason: 'Cross-sell is switched off.' },
        { useCase: 'Future_Capability', isOff: false }
    ],
    suggestion: MEETING,
    ...more
});

async function copilot(offered: ApexTypes.RepCopilotView | undefined, recordId: string = DEAL): Promise<HTMLElement> {
    const element = render('c-rep-copilot', RepCopilot, { recordId });
    if (offered) page.emit(offered);
    await settle();
    return element;
}

async function choose(element: HTMLElement, useCase: string): Promise<void> {
    find(element, `button[data-capability="${useCase}"]`).click();
    await settle();
}

async function goTo(type: string, attributes: object): Promise<void> {
    navigation.emit({ type, attributes, state: {} });
    await settle();
}

const current = (element: HTMLElement): string | undefined => find(element, '[data-part="capability"]').dataset.useCase;
const what = (element: HTMLElement): unknown => find(element, 'c-ai-notice').what;

afterEach(() => {
    document.body.replaceChildren();
    window.sessionStorage.clear();
    jest.clearAllMocks();
});

describe('c-rep-copilot', () => {
    it('asks what the page of its record offers', async () => {
        const element = await copilot(undefined);
        expect(page.getLastConfig()).toEqual({ recordId: DEAL });
        expect(find(element, 'lightning-spinner').alternativeText).toBe('Looking at the page');
    });

    it('begins with what the page suggests, and says why', async () => {
        const element = await copilot(offer());
        expect(current(element)).toBe('Meeting_Brief');
        expect(find(element, 'c-rep-capability').recordId).toBe(DEAL);
        expect(find(element, 'c-rep-capability').objectApiName).toBe('Opportunity');
        expect(find(element, '[role="status"]').textContent).toMatch(/^Suggested: Meeting today at .+: Review$/);
    });

    it.each([
        [
            { useCase: 'Meeting_Brief', reason: 'MeetingNow', subject: 'Review', moment: MEETING.moment },
            /: Meeting since /
        ],
        [{ useCase: 'Meeting_Brief', reason: 'MeetingToday', subject: 'Fair' }, /: Today: Fair$/],
        [
            { useCase: 'Meeting_Brief', reason: 'MeetingEnded', subject: 'Fair', moment: MEETING.moment },
            /: Meeting ended/
        ],
        [{ useCase: 'Meeting_Brief', reason: 'CallEnded', subject: 'Call', moment: MEETING.moment }, /: Call ended at/],
        [{ useCase: 'Meeting_Brief', reason: 'TranscriptWaiting', subject: 'Call 7' }, /work up: Call 7$/],
        [{ useCase: 'Meeting_Brief', reason: 'OpenDeal' }, /^Suggested: This opportunity is open$/],
        [{ useCase: 'Meeting_Brief', reason: 'Unheard' }, /^$/],
        [{ useCase: 'Meeting_Brief', reason: null }, /^$/]
    ])('has words for why', async (suggestion, words) => {
        const element = await copilot(offer({ suggestion }));
        expect(find(element, '[role="status"]').textContent).toMatch(words);
    });

    it('leaves out capabilities that it has no words for', async () => {
        const choices = findAll(await copilot(offer()), 'button[data-capability]');
        expect(choices.map(({ dataset }) => dataset.capability)).toEqual([
            'Meeting_Brief',
            'Email_Draft',
            'Cross_Sell'
        ]);
    });

    it('begins with the first capability when the suggested one is not there', async () => {
        const suggestion = { useCase: 'Future_Capability', reason: 'OpenDeal' };
        expect(current(await copilot(offer({ suggestion })))).toBe('Meeting_Brief');
    });

    describe('choosing', () => {
        it('shows the capability, moves the focus to it and no longer says why another is suggested', async () => {
            const element = await copilot(offer());
            await choose(element, 'Email_Draft');
            expect(current(element)).toBe('Email_Draft');
            expect(element.shadowRoot?.activeElement?.getAttribute('aria-label')).toBe('Draft an e-mail');
            expect(find(element, '[role="status"]').textContent).toBe('');
        });

        it('keeps the others as they are', async () => {
            const element = await copilot(offer());
            const brief = find(element, 'c-rep-capability');
            await choose(element, 'Email_Draft');
            await choose(element, 'Meeting_Brief');
            expect(find(element, '[data-part="capability"] c-rep-capability')).toBe(brief);
            expect(findAll(element, '[hidden]').map(({ dataset }) => dataset.useCase)).toEqual(['Email_Draft']);
        });

        it('is kept for this record when the page is left, and for no other', async () => {
            await choose(await copilot(offer()), 'Email_Draft');
            document.body.replaceChildren();
            expect(current(await copilot(offer()))).toBe('Email_Draft');
            document.body.replaceChildren();
            expect(current(await copilot(offer({ recordId: OTHER }), OTHER))).toBe('Meeting_Brief');
        });

        it('is forgotten when the person may no longer use it', async () => {
            await choose(await copilot(offer()), 'Email_Draft');
            document.body.replaceChildren();
            expect(current(await copilot(offer({ capabilities: [{ useCase: 'Meeting_Brief' }] })))).toBe(
                'Meeting_Brief'
            );
        });

        it('can go past the list', async () => {
            const element = await copilot(offer());
            find(element, '[data-action="skip"]').click();
            expect(element.shadowRoot?.activeElement?.getAttribute('aria-label')).toBe('Meeting brief');
        });
    });

    describe('in the utility bar', () => {
        async function utility(): Promise<HTMLElement> {
            const element = render('c-rep-copilot', RepCopilot);
            await settle();
            return element;
        }

        it('follows the record of the page, and keeps what it showed for another', async () => {
            const element = await utility();
            await goTo('standard__recordPage', { recordId: DEAL, objectApiName: 'Opportunity' });
            page.emit(offer());
            await settle();
            await choose(element, 'Email_Draft');
            await goTo('standard__recordPage', { recordId: OTHER, objectApiName: 'Opportunity' });
            expect(page.getLastConfig()).toEqual({ recordId: OTHER });
            expect(findOptional(element, 'lightning-spinner')).toBeDefined();
            page.emit(offer({ recordId: OTHER }));
            await settle();
            expect(current(element)).toBe('Meeting_Brief');
            await goTo('standard__recordPage', { recordId: DEAL, objectApiName: 'Opportunity' });
            page.emit(offer());
            await settle();
            expect(current(element)).toBe('Email_Draft');
            expect(findAll(element, 'c-rep-capability')).toHaveLength(3);
        });

        it('says so when the page is no record, or of an object that it does not know', async () => {
            const element = await utility();
            await goTo('standard__namedPage', { pageName: 'home' });
            expect(what(element)).toBe('This page is not a record.');
            await goTo('standard__recordPage', { recordId: '500000000000001AAA', objectApiName: 'Case' });
            page.emit(
                offer({
                    recordId: '500000000000001AAA',
                    objectApiName: 'Case',
                    isKnown: false,
                    capabilities: [],
                    suggestion: null
                })
            );
            await settle();
            expect(what(element)).toBe('The Rep Copilot does not work with this kind of record.');
            await expect(element).toBeAccessible();
        });
    });

    it('names the permission set to a person who may use nothing', async () => {
        const element = await copilot(offer({ capabilities: [], suggestion: null }));
        expect(what(element)).toBe('You do not have access to the Rep Copilot.');
        expect(find(element, 'c-ai-notice').advice).toContain('Tandem Rep Copilot');
        expect(findOptional(element, 'c-rep-capability-list')).toBeUndefined();
    });

    it('says the same to a person who may not even ask', async () => {
        const element = await copilot(undefined);
        page.error({ message: "You do not have access to the Apex class named 'RepCopilotController'." });
        await settle();
        expect(what(element)).toBe('You do not have access to the Rep Copilot.');
    });

    it('says why the page could not be read, and reads it again', async () => {
        const element = await copilot(undefined);
        page.error({ message: 'This record does not exist, or you may not see it.' });
        await settle();
        expect(what(element)).toBe('This record does not exist, or you may not see it.');
        find(element, 'c-ai-notice').dispatchEvent(new CustomEvent('retry'));
        expect(refreshApex).toHaveBeenCalledTimes(1);
    });

    it('is accessible', async () => {
        await expect(await copilot(offer())).toBeAccessible();
    });
});
