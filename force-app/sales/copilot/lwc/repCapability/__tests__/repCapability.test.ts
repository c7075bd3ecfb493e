import RepCapability from 'c/repCapability';
import { findAll, render } from '../../../../../core/panel/lwc/aiPanel/__tests__/panelSupport';

const CAPABILITIES: readonly (readonly [string, string])[] = [
    ['Meeting_Brief', 'C-MEETING-BRIEF'],
    ['Opportunity_Insights', 'C-OPPORTUNITY-INSIGHTS'],
    ['Next_Best_Action', 'C-NEXT-BEST-ACTION'],
    ['Email_Draft', 'C-EMAIL-DRAFT'],
    ['After_Call', 'C-AFTER-CALL'],
    ['Service_History', 'C-SERVICE-HISTORY'],
    ['Cross_Sell', 'C-CROSS-SELL'],
    ['Ask_Record', 'C-ASK-RECORD']
];
const capability = (useCase: string): HTMLElement =>
    render('c-rep-capability', RepCapability, {
        useCase,
        recordId: '006000000000001AAA',
        objectApiName: 'Opportunity'
    });

afterEach(() => document.body.replaceChildren());

describe('c-rep-capability', () => {
    it.each(CAPABILITIES)('shows %s with its record, and nothing else', (useCase, tag) => {
        const shown = [...(capability(useCase).shadowRoot?.children ?? [])] as (HTMLElement &
            Record<string, unknown>)[];
        expect(shown.map(({ tagName }) => tagName)).toEqual([tag]);
        expect([shown[0]?.recordId, shown[0]?.objectApiName]).toEqual(['006000000000001AAA', 'Opportunity']);
    });

    it('shows nothing for a use case that it does not know', () => {
        expect(findAll(capability('Case_Summary'), '*')).toEqual([]);
    });

    it('is accessible', async () => {
        await expect(capability('Case_Summary')).toBeAccessible();
    });
});
