import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { structuredAnswer } from '../answer/answer.ts';
import type { SchemaNode } from '../schema/node.ts';
import { closed, statement } from './support.ts';

const SOURCES =
    '<sources>\n<source id="S1" label="E-mail">\nPlease send the prices of the second unit before Friday.\n</source>\n</sources>';
const LETTER = closed({
    greeting: closed({ text: { type: 'string' } }),
    sentences: { type: 'array', description: 'The letter, sentence by sentence', items: statement('') },
    closing: closed({ text: { type: 'string' } })
}) as SchemaNode;

interface Letter {
    readonly greeting: { readonly text: string };
    readonly sentences: readonly { readonly text: string }[];
    readonly closing: { readonly text: string };
}

const letter = (request: string): Letter =>
    structuredAnswer(`${SOURCES}\n<request label="Choices">\n${request}\n</request>`, LETTER) as Letter;

describe('a letter', () => {
    test('is opened and closed in the language asked for, and names the recipient by the token', () => {
        const { greeting, closing } = letter('Language: German\nRecipient: [NAME_2]');
        assert.deepEqual([greeting.text, closing.text], ['Guten Tag [NAME_2],', 'Mit freundlichen Grüßen']);
    });

    test('is in English without a language that it knows, and names nobody who is not named', () => {
        const { greeting, closing } = letter('Language: Norwegian');
        assert.deepEqual([greeting.text, closing.text], ['Dear,', 'Kind regards']);
    });

    test('answers the latest e-mail in its subject', () => {
        const email = '<source id="S2" label="E-mail from [NAME_1], 3 Nov">\nRe: Prices\nPlease send them.\n</source>';
        const schema = closed({ subject: closed({ text: { type: 'string' } }) }) as SchemaNode;
        const { subject } = structuredAnswer(SOURCES.replace('</sources>', `${email}\n</sources>`), schema) as {
            subject: { text: string };
        };
        assert.equal(subject.text, 'Re: Prices');
    });

    test('spends no sentence of a source on them', () => {
        assert.match(letter('Language: English').sentences[0]?.text ?? '', /prices of the second unit/);
    });
});

test('lines of names and values are sentences of their own', () => {
    const record =
        '<sources>\n<source id="S1" label="Deal">\nStage: Id. Decision Makers\nNext Step: We will send the prices\n</source>\n</sources>';
    const schema = closed({ nextStep: statement('The next step') }) as SchemaNode;
    const { nextStep } = structuredAnswer(record, schema) as { nextStep: { text: string } };
    assert.equal(nextStep.text, 'Next Step: We will send the prices');
});
