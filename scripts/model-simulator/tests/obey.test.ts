import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FaultQueue } from '../faults/faults.ts';
import { spoil } from '../faults/spoil.ts';
import { chat, chatBody, closed, statement, withSimulator } from './support.ts';

const SCHEMA = closed({ headline: statement('summary') });

describe('a model that says what it was told to', () => {
    test('obey: every statement says the text, the evidence stays', () => {
        const answer = JSON.stringify({
            headline: { text: 'a', evidence: [{ source: 'S1', quote: 'q' }] },
            open: [{ text: 'b' }]
        });
        assert.deepEqual(JSON.parse(spoil(answer, 'obey', 'c')), {
            headline: { text: 'c', evidence: [{ source: 'S1', quote: 'q' }] },
            open: [{ text: 'c' }]
        });
    });

    test('answer: the answer is the text', () =>
        withSimulator(async (simulator) => {
            simulator.faults.add({ kind: 'answer', text: 'no JSON at all' });
            const reply = await chat(simulator, chatBody(SCHEMA));
            assert.equal(reply.body.choices[0].message.content, 'no JSON at all');
        }));

    test('the text is needed, and other faults have none', () => {
        const queue = new FaultQueue();
        assert.throws(() => queue.add({ kind: 'obey' }), /text/);
        assert.throws(() => queue.add({ kind: 'quota', text: 'x' }), /text/);
    });
});
