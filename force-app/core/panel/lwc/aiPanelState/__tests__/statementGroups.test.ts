import { supportedGroups, unsupportedStatements } from 'c/aiPanelState';
import { insight, statement } from '../../aiPanel/__tests__/panelSupport';

describe('supportedGroups', () => {
    it('follows the order of the headings and leaves out what is empty or unsupported', () => {
        const headings = { sentiment: 'Sentiment', open: 'Open', headline: 'Summary', tried: 'Tried' };
        const groups = supportedGroups(insight(), headings);
        expect(groups.map(({ heading, statements }) => [heading, statements.length])).toEqual([
            ['Sentiment', 1],
            ['Summary', 1],
            ['Tried', 2]
        ]);
    });

    it('shows a group without a heading last, under its key', () => {
        const groups = [{ key: 'warranty', statements: [statement('warranty.0', 'Until 2027.')] }];
        expect(supportedGroups(insight({ groups }), { headline: 'Summary' }).map(({ heading }) => heading)).toEqual([
            'warranty'
        ]);
    });

    it('is empty without an answer', () => {
        expect(supportedGroups(undefined, { headline: 'Summary' })).toEqual([]);
    });
});

describe('unsupportedStatements', () => {
    it('collects them from all groups', () => {
        expect(unsupportedStatements(insight()).map(({ text }) => text)).toEqual(['The invoice is unpaid.']);
    });
});
