/**
 * What a person adds in the use cases that take something, text or JSON of choices, by the use case's developer name. The privacy test and
 * the bench ask with it; a use case that takes nothing is not listed.
 */
export const QUESTIONS: Readonly<Record<string, string>> = {
    Ask_Record: 'What do they want, and what did they write about it?',
    Email_Draft: JSON.stringify({
        purpose: 'FollowUp',
        tone: 'Friendly',
        language: 'en',
        note: 'Say that we have read what they wrote and come back to it this week.'
    })
};
