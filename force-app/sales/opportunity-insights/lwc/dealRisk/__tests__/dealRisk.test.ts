import signals from '@salesforce/apex/OpportunityInsightsController.signals';
import { getRecord } from 'lightning/uiRecordApi';
import DealRisk from 'c/dealRisk';
import {
    find,
    findAll,
    findOptional,
    render,
    settle,
    textOf
} from '../../../../../core/panel/lwc/aiPanel/__tests__/panelSupport';

jest.mock('@salesforce/apex/OpportunityInsightsController.signals', () => ({ default: jest.fn() }), { virtual: true });

const RECORD_ID = '006000000000001AAA';
const mocked = (method: unknown): jest.Mock => method as jest.Mock;
const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

const STALLED: ApexTypes.DealFinding = {
    key: 'Stalled_Stage',
    label: 'Stalled stage',
    text: 'In Proposal for 64 days; won deals take 21 days (median of 12).',
    weight: 2
};

/** A deal at medium risk with one signal, or what is asked for. */
function risk(more: Partial<ApexTypes.DealRiskView> = {}): ApexTypes.DealRiskView {
    return {
        level: 'Medium',
        points: 3,
        highFrom: 6,
        mediumFrom: 3,
        findings: [STALLED],
        computed: minutesAgo(0),
        storedLevel: 'Medium',
        storedDate: minutesAgo(120),
        isClosed: false,
        stages: [],
        ...more
    };
}

async function shown(answer: ApexTypes.DealRiskView): Promise<HTMLElement> {
    mocked(signals).mockResolvedValue(answer);
    const element = render('c-deal-risk', DealRisk, { recordId: RECORD_ID });
    await settle();
    return element;
}

const emitChange = (moment: string): void =>
    (getRecord as unknown as { emit: (value: object) => void }).emit({
        fields: { LastModifiedDate: { value: moment, displayValue: null } }
    });

afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
});

describe('c-deal-risk', () => {
    it('asks for the signals of its record', async () => {
        await shown(risk());
        expect(signals).toHaveBeenCalledWith({ recordId: RECORD_ID });
    });

    it('waits for a record', async () => {
        render('c-deal-risk', DealRisk, {});
        await settle();
        expect(signals).not.toHaveBeenCalled();
    });

    it('shows a spinner until they are there', async () => {
        mocked(signals).mockReturnValue(new Promise(() => undefined));
        const element = render('c-deal-risk', DealRisk, { recordId: RECORD_ID });
        await settle();
        expect(find(element, 'lightning-spinner').alternativeText).toBe('Computing signals');
        expect(find(element, '[data-action="refresh"]').disabled).toBe(true);
    });

    it('says the level in words and how it comes about', async () => {
        const element = await shown(risk());
        expect(find(element, '[data-part="level"]').textContent).toBe('Medium riskPoints: 3');
        expect(find(element, 'lightning-helptext').content).toContain('medium risk from 3, high risk from 6');
    });

    it.each([
        ['High', 'High risk', 'utility:error'],
        ['Low', 'Low risk', 'utility:info'],
        ['None', 'No sign of risk', 'utility:success']
    ])('shows level %s by word and icon', async (level, word, icon) => {
        const element = await shown(risk({ level, findings: [] }));
        const shownLevel = find(element, '[data-part="level"]');
        expect(shownLevel.textContent).toContain(word);
        expect(shownLevel.querySelector<HTMLElement & { iconName: string }>('lightning-icon')?.iconName).toBe(icon);
        expect(findOptional(element, 'li')).toBeUndefined();
    });

    it('shows each signal with its figures and points', async () => {
        const element = await shown(risk());
        const signal = find(element, '[data-signal="Stalled_Stage"]');
        expect(signal.textContent).toContain('Stalled stage');
        expect(signal.textContent).toContain('Points: 2');
        expect(signal.textContent).toContain('won deals take 21 days');
        expect(signal.querySelector<HTMLElement & { iconName: string }>('lightning-icon')?.iconName).toBe(
            'utility:clock'
        );
    });

    it('gives a signal that an administrator added an icon', async () => {
        const element = await shown(risk({ findings: [{ ...STALLED, key: 'Our_Own' }] }));
        expect(findAll(element, 'li lightning-icon').map(({ iconName }) => iconName)).toEqual(['utility:priority']);
    });

    it.each([
        ['the same', risk(), 'Lists show the same, written 2 hours ago.'],
        ['another level', risk({ storedLevel: 'Low' }), 'Lists still show “Low risk”, written 2 hours ago.'],
        ['nothing yet', risk({ storedLevel: null, storedDate: null }), 'Lists do not show this deal’s risk yet']
    ])('says that lists show %s', async (_what, answer, words) => {
        const element = await shown(answer);
        expect(find(element, '[data-part="stored"]').textContent).toContain(words);
        expect(find(element, 'time').textContent).toBe('Computed now');
    });

    it('computes again on request and says what came out', async () => {
        const element = await shown(risk());
        mocked(signals).mockResolvedValue(risk({ level: 'High', findings: [STALLED, { ...STALLED, key: 'Silence' }] }));
        find(element, '[data-action="refresh"]').click();
        await settle();
        expect(find(element, '[data-part="level"]').textContent).toContain('High risk');
        expect(find(element, '[role="status"]').textContent).toBe('Computed again. High risk. Signals: 2.');
    });

    it('computes again when the deal changes on the page, not when it is first read', async () => {
        await shown(risk());
        emitChange('2026-11-20T10:00:00.000Z');
        await settle();
        expect(signals).toHaveBeenCalledTimes(1);
        emitChange('2026-11-20T10:05:00.000Z');
        await settle();
        expect(signals).toHaveBeenCalledTimes(2);
    });

    it('drops what was computed for a record that is no longer shown', async () => {
        let answer: (late: ApexTypes.DealRiskView) => void = () => undefined;
        mocked(signals).mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
        const element = render('c-deal-risk', DealRisk, { recordId: RECORD_ID });
        mocked(signals).mockResolvedValueOnce(risk({ level: 'Low' }));
        Object.assign(element, { recordId: '006000000000002AAA' });
        await settle();
        answer(risk({ level: 'High' }));
        await settle();
        expect(find(element, '[data-part="level"]').textContent).toContain('Low risk');
    });

    it('says what failed and tries again', async () => {
        mocked(signals).mockRejectedValue({ body: { message: 'You may not read this record.' } });
        const element = render('c-deal-risk', DealRisk, { recordId: RECORD_ID });
        await settle();
        const notice = find(element, 'c-ai-notice');
        expect(notice.what).toBe('The signals could not be computed.');
        expect(notice.advice).toBe('You may not read this record.');
        mocked(signals).mockResolvedValue(risk());
        notice.dispatchEvent(new CustomEvent('retry'));
        await settle();
        expect(findOptional(element, 'c-ai-notice')).toBeUndefined();
        expect(find(element, '[data-part="level"]').textContent).toContain('Medium risk');
    });

    it('has no signals for a closed deal', async () => {
        const element = await shown(risk({ isClosed: true, level: 'None', findings: [] }));
        expect(find(element, '[data-part="closed"]').textContent).toContain('This deal is closed.');
        expect(findOptional(element, '[data-part="level"]')).toBeUndefined();
    });

    it('shows the stages when there are any', async () => {
        const stage = { stage: 'Proposal', days: 64, usualDays: 21, wonDeals: 12, isCurrent: true };
        const element = await shown(risk({ stages: [stage] }));
        expect(textOf(find(element, 'c-deal-stage-days'))).toContain('64 days');
        expect(findOptional(await shown(risk()), 'c-deal-stage-days')).toBeUndefined();
    });

    it('is accessible', async () => {
        const stage = { stage: 'Proposal', days: 64, usualDays: 21, wonDeals: 12, isCurrent: true };
        await expect(await shown(risk({ stages: [stage] }))).toBeAccessible();
        await expect(await shown(risk({ level: 'None', findings: [] }))).toBeAccessible();
    });
});
