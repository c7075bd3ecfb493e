import { markQuote } from '../markQuote';

const marked = (text: string, quote: string): string | undefined =>
    markQuote(text, quote).find((part) => part.marked)?.text;

describe('markQuote', () => {
    it('splits the text around the quote and loses nothing of it', () => {
        const parts = markQuote('The pump stops. It is hot.', 'pump stops');
        expect(parts.map(({ text, marked: isMarked }) => [text, isMarked])).toEqual([
            ['The ', false],
            ['pump stops', true],
            ['. It is hot.', false]
        ]);
    });

    it.each([
        ['line breaks and runs of spaces', 'the pump\r\n   stops', 'the pump stops', 'the pump\r\n   stops'],
        ['non-breaking spaces', 'pump\u00a0stops', 'pump stops', 'pump\u00a0stops'],
        ['curly quotation marks', 'he said \u201cit\u2019s hot\u201d', '"it\'s hot"', '\u201cit\u2019s hot\u201d'],
        ['dashes', '10\u201320 bar', '10-20 bar', '10\u201320 bar'],
        ['an ellipsis', 'it stops\u2026 again', 'stops... again', 'stops\u2026 again'],
        ['upper and lower case', 'PUMP STOPS', 'Pump stops', 'PUMP STOPS'],
        ['invisible characters', 'pu\u200bmp', 'pump', 'pu\u200bmp'],
        ['space around the quote', 'pump stops', '  pump stops ', 'pump stops']
    ])('takes %s for the same', (_what, text, quote, expected) => {
        expect(marked(text, quote)).toBe(expected);
    });

    it('marks the first place only', () => {
        expect(markQuote('hot and hot', 'hot').filter((part) => part.marked)).toHaveLength(1);
    });

    it.each([
        ['other words', 'The pump runs.', 'pump stops'],
        ['an empty quote', 'The pump runs.', ' '],
        ['an empty text', '', 'pump']
    ])('marks nothing for %s', (_what, text, quote) => {
        expect(marked(text, quote)).toBeUndefined();
    });

    it('gives markup back as text', () => {
        expect(marked('<b>pump</b> stops', '<b>pump</b>')).toBe('<b>pump</b>');
    });
});
