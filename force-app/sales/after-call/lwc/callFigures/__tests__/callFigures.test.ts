import CallFigures from 'c/callFigures';
import { findAll, findOptional, render, textOf } from '../../../../../core/panel/lwc/aiPanel/__tests__/panelSupport';

const FIGURES: ApexTypes.CallFigures = {
    durationSeconds: 7199,
    words: 21400,
    questions: 12,
    lastSpeaker: 'Luis Ortega',
    voices: [
        { name: 'Dana Whitfield', share: 62, questions: 9 },
        { name: 'Luis Ortega', share: 38, questions: 3 }
    ]
};

afterEach(() => document.body.replaceChildren());

describe('c-call-figures', () => {
    it('shows length, words, questions and who spoke last', () => {
        const text = textOf(render('c-call-figures', CallFigures, { figures: FIGURES }));
        for (const part of ['01:59:59', '21,400', '12', 'Last words: Luis Ortega']) expect(text).toContain(part);
    });

    it('shows each speaker with share and questions, as numbers and as a bar', () => {
        const element = render('c-call-figures', CallFigures, { figures: FIGURES });
        expect(findAll(element, 'tbody tr')).toHaveLength(2);
        expect(textOf(element)).toContain('62 %');
        expect(findAll(element, '.bar')[0]?.getAttribute('style')).toContain('62%');
    });

    it('has neither length nor speakers where the transcript does not tell', () => {
        const element = render('c-call-figures', CallFigures, { figures: { words: 5, questions: 0, voices: [] } });
        expect(textOf(element)).toBe('Words: 5 · Questions in all: 0');
        expect(findOptional(element, 'table')).toBeUndefined();
    });

    it('shows nothing wrong without figures', () => {
        expect(textOf(render('c-call-figures', CallFigures))).toContain('Words: 0');
    });

    it('is accessible', async () => {
        await expect(render('c-call-figures', CallFigures, { figures: FIGURES })).toBeAccessible();
    });
});
