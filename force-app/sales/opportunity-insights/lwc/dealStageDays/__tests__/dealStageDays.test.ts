import DealStageDays from 'c/dealStageDays';
import { find, findAll, render, settle } from '../../../../../core/panel/lwc/aiPanel/__tests__/panelSupport';

const STAGES: ApexTypes.DealStageView[] = [
    { stage: 'Qualification', days: 1, usualDays: null, wonDeals: null, isCurrent: false },
    { stage: 'Proposal', days: 64, usualDays: 16, wonDeals: 12, isCurrent: true }
];

async function shown(stages: ApexTypes.DealStageView[]): Promise<HTMLElement> {
    const element = render('c-deal-stage-days', DealStageDays, { stages });
    await settle();
    return element;
}

const cells = (element: HTMLElement, stage: string): (string | undefined)[] =>
    [...find(element, `[data-stage="${stage}"]`).children].map((cell) => cell.textContent?.trim());

afterEach(() => document.body.replaceChildren());

describe('c-deal-stage-days', () => {
    it('has the numbers in a table', async () => {
        const element = await shown(STAGES);
        expect(cells(element, 'Qualification')).toEqual(['Qualification', '1 day', 'too few to compare']);
        expect(cells(element, 'Proposal')).toEqual(['Proposal', '64 days', '16 days (of 12)']);
        expect(findAll(element, 'lightning-badge').map(({ label }) => label)).toEqual(['now']);
    });

    it('draws bars of one scale', async () => {
        const element = await shown(STAGES);
        const widths = findAll(element, '.filled').map(({ style }) => style.width);
        expect(widths).toEqual(['2%', '100%', '25%']);
    });

    it('hides the bars from screen readers, which read the numbers', async () => {
        const element = await shown(STAGES);
        expect(findAll(element, '.bar').every((bar) => bar.getAttribute('aria-hidden') === 'true')).toBe(true);
    });

    it('is an empty table without stages', async () => {
        expect(findAll(await shown([]), 'tbody tr')).toHaveLength(0);
    });

    it('draws a deal that came into its stage today', async () => {
        const element = await shown([{ stage: 'Proposal', days: 0, isCurrent: true } as ApexTypes.DealStageView]);
        expect(cells(element, 'Proposal')).toEqual(['Proposal', '0 days', 'too few to compare']);
    });

    it('is accessible', async () => {
        await expect(await shown(STAGES)).toBeAccessible();
    });
});
