import EmailSentences from 'c/emailSentences';
import {
    find,
    findAll,
    findOptional,
    insight,
    render,
    statement,
    textOf
} from '../../../../../core/panel/lwc/aiPanel/__tests__/panelSupport';

const bare = { supported: false, evidence: [] };
const draft = (statements: ApexTypes.AIStatementView[]): ApexTypes.AIInsightView =>
    insight({
        groups: [
            { key: 'subject', statements: [statement('subject.0', '30 % off', { ...bare, wording: true })] },
            { key: 'sentences', statements }
        ]
    });
const sentences = (statements: ApexTypes.AIStatementView[]): HTMLElement =>
    render('c-email-sentences', EmailSentences, { insight: draft(statements) });

afterEach(() => document.body.replaceChildren());

describe('c-email-sentences', () => {
    it('lists what has a source with its chips', () => {
        const element = sentences([statement('sentences.0', 'You asked.')]);
        expect(findAll(element, 'c-ai-evidence-chip')).toHaveLength(1);
    });

    it('warns of wording with figures that no source holds', () => {
        const element = sentences([statement('sentences.0', 'You asked.')]);
        expect(find(element, '[data-sentence="subject.0"]').textContent).toContain('30 % off');
    });

    it('says from where a sentence is, and puts claims first', () => {
        const element = sentences([
            statement('sentences.0', 'Kindly.', { ...bare, values: { basis: 'Courtesy' } }),
            statement('sentences.1', 'As you said.', { ...bare, values: { basis: 'Note' } }),
            statement('sentences.2', 'It is free.', { ...bare, values: { basis: 'Record' } }),
            statement('sentences.3', 'Anything.', { ...bare, values: { basis: 'Guess' } })
        ]);
        const keys = findAll(element, '[data-sentence]').map(({ dataset }) => dataset.sentence);
        expect(keys).toEqual(['subject.0', 'sentences.2', 'sentences.3', 'sentences.1', 'sentences.0']);
        expect(textOf(element)).toContain('From your note');
    });

    it('says when every sentence has a source, and when there is nothing', () => {
        const clean = insight({ groups: [{ key: 'sentences', statements: [statement('sentences.0', 'You asked.')] }] });
        const element = render('c-email-sentences', EmailSentences, { insight: clean });
        expect(findOptional(element, '[data-part="none"]')).toBeDefined();
        expect(findOptional(render('c-email-sentences', EmailSentences), '[data-group="backed"]')).toBeUndefined();
    });

    it('is accessible', async () => {
        await expect(sentences([statement('sentences.0', 'You asked.', bare)])).toBeAccessible();
    });
});
