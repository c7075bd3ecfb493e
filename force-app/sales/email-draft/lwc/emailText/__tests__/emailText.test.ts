import { choicesOf, emailOf, firstChoices, textOfEmail } from 'c/emailText';

afterEach(() => window.sessionStorage.clear());

describe('c/emailText', () => {
    it('parts subject and body at the first empty line, and puts them together again', () => {
        expect(emailOf('Prices\r\n\r\nDear Anna,\r\n\r\nRegards')).toEqual({
            subject: 'Prices',
            body: 'Dear Anna,\n\nRegards'
        });
        expect(emailOf(undefined)).toEqual({ subject: '', body: '' });
        expect(emailOf(textOfEmail({ subject: 'A', body: 'B\n\nC' }))).toEqual({ subject: 'A', body: 'B\n\nC' });
    });

    it.each([undefined, null, '', 'no JSON', '1', '{"question":"When?"}'])('finds no choices in %s', (question) => {
        expect(choicesOf(question)).toBeUndefined();
    });

    it('replaces a recipient who can no longer be chosen', () => {
        const question = JSON.stringify({ purpose: 'Renewal', recipientId: 'gone' });
        const recipients = [{ id: '003000000000001AAA', name: 'Anna', language: 'de' }];
        expect(firstChoices('006', { recipients }, question)).toMatchObject({
            purpose: 'Renewal',
            recipientId: '003000000000001AAA'
        });
    });

    it('does without recipients and languages', () => {
        expect(firstChoices(undefined, {}, null)).toEqual({
            purpose: 'FollowUp',
            tone: 'Friendly',
            language: 'en',
            note: '',
            recipientId: ''
        });
    });
});
