import { printSheet } from 'c/aiPrint';

const SHEET = {
    title: 'Meeting brief: Hall 4',
    note: 'AI generated',
    sections: [{ heading: 'Risks', lines: [{ text: '<b>Too expensive</b>', sources: ['E-mail from Kim', 'Case 7'] }] }]
};
const printed = (): Element | undefined =>
    [...document.body.children].find(({ className }) => className === 'tandem-sheet');

beforeEach(() => {
    window.print = jest.fn();
});

afterEach(() => {
    document.body.replaceChildren();
});

describe('c-ai-print', () => {
    it('prints the sheet beside the page, not in it', () => {
        printSheet(SHEET);
        expect(window.print).toHaveBeenCalledTimes(1);
        expect(printed()?.querySelector('h1')?.textContent).toBe('Meeting brief: Hall 4');
        expect(printed()?.querySelector('h2')?.textContent).toBe('Risks');
        expect(printed()?.querySelector('li')?.textContent).toBe('<b>Too expensive</b> [E-mail from Kim; Case 7]');
    });

    it('takes no text for markup', () => {
        printSheet(SHEET);
        expect(printed()?.querySelector('b')).toBeNull();
    });

    it('prints plain text with its lines', () => {
        printSheet({ ...SHEET, sections: [], text: 'Risks\n- Too expensive' });
        expect(printed()?.querySelector('pre')?.textContent).toBe('Risks\n- Too expensive');
        expect(printed()?.querySelector('section')).toBeNull();
    });

    it('leaves nothing behind', () => {
        printSheet(SHEET);
        window.dispatchEvent(new CustomEvent('afterprint'));
        expect(printed()).toBeUndefined();
    });
});
