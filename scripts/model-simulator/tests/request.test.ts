import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { structuredAnswer } from '../answer/answer.ts';
import { findRequest } from '../answer/request.ts';
import type { SchemaNode } from '../schema/node.ts';
import { closed, statement } from './support.ts';

const SOURCES = `<sources>
<source id="S1" label="Opportunity" date="2026-11-02">
The council wants the new boiler installed before the first frost.
</source>
<source id="S2" label="E-mail of [NAME_1]" date="2026-11-04">
Our budget for this year is 48,000 euros. The caretaker keeps the key to the basement.
</source>
<source id="S3" label="Task" date="2026-11-05">
Send the drawings of the chimney to the architect.
</source>
</sources>`;
const ANSWER = closed({
    answer: { type: 'array', description: 'What answers, at most three statements', items: statement('') },
    unknown: closed({ text: { type: 'string', description: 'What is not told; empty when all is' } })
}) as SchemaNode;

interface Answer {
    answer: { text: string; evidence: { source: string }[] }[];
    unknown: { text: string };
}

function ask(request: string, schema = ANSWER): Answer {
    const prompt = `${SOURCES}\n<request label="Question">\n${request}\n</request>\nAnswer.`;
    return structuredAnswer(prompt, schema) as Answer;
}

describe('a request beside the sources', () => {
    test('leads to the sentence that speaks of it', () => {
        assert.match(ask('How large is the budget?').answer[0].text, /48,000 euros/);
        assert.match(ask('Who has the key of the basement?').answer[0].text, /caretaker/);
        assert.equal(ask('What should be sent to the architect?').answer[0].evidence[0].source, 'S3');
    });

    test('is a question without its mark too', () => {
        const { answer } = ask('when must the boiler be installed');
        assert.equal(answer.length, 1);
        assert.match(answer[0].text, /first frost/);
    });

    test('gets no answer when nothing speaks of it', () => {
        assert.deepEqual(ask('Do they own a helicopter?'), { answer: [], unknown: { text: '' } });
    });

    test('is looked for in the labels of sources as well', () => {
        assert.equal(ask('Which e-mail is there?').answer[0].evidence[0].source, 'S2');
    });

    test('that asks nothing only says what to prefer', () => {
        const { answer } = ask('Purpose: chimney');
        assert.match(answer.map(({ text }) => text).join(' '), /chimney/);
        assert.ok(answer.length > 1);
    });

    test('is the last one, and not what went before', () => {
        const context = '<context label="Before">\nHow large is the budget?\n</context>';
        const asked = findRequest(
            `${context}\n<request label="a">\none\n</request><request label="b">\nboiler\n</request>`
        );
        assert.deepEqual(asked, { keywords: new Set(['boiler']), isQuestion: false });
        assert.equal(findRequest(SOURCES), null);
    });
});
