import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LONGEST_QUOTE, sentencesOf } from '../answer/sentences.ts';
import { findSources } from '../answer/sources.ts';

const PIECES = [
    'the unit on the roof tripped again',
    'i called 3 times & nobody answerd',
    '¿Cuándo viene el técnico?',
    'Die Anlage läuft wieder, danke',
    'see {$120.00} on invoice no. 77-B',
    'they replaced [PRODUCT_1] for [PERSON_2]',
    "it is n't cold enough",
    'e.g. the U.S. office'
];
const JOINS = ['. ', '!! ', '\n\n', ', and ', '? ', '...\n', '\n- ', '; ', '.', ' '];

/** A repeatable sequence of whole numbers, so that a failure can be found again. */
function* numbers(seed: number): Generator<number, never> {
    let state = seed;
    for (;;) {
        state = (state * 1103515245 + 12345) % 2147483648;
        yield Math.floor(state / 65536);
    }
}

function messyText(seed: number): string {
    const random = numbers(seed);
    const length = 1 + (random.next().value % 60);
    return Array.from(
        { length },
        () => PIECES[random.next().value % PIECES.length] + JOINS[random.next().value % JOINS.length]
    ).join('');
}

test('every sentence of any text is a verbatim substring of bounded length', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
        const text = messyText(seed);
        for (const sentence of sentencesOf(findSources(`<source id="S1">${text}</source>`))) {
            assert.ok(text.includes(sentence.quote), `seed ${seed}: ${sentence.quote}`);
            assert.ok(sentence.quote.length <= LONGEST_QUOTE, `seed ${seed}`);
        }
    }
});

test('a masked token is never cut in two', () => {
    const text = `${'word '.repeat(42)}[PERSON_1] ${'more '.repeat(30)}`;
    const [sentence] = sentencesOf(findSources(`<source id="S1">${text}</source>`));
    assert.doesNotMatch(sentence.quote, /\[[A-Z]*_?\d*$/);
});
