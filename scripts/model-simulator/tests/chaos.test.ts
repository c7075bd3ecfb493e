import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Chaos } from '../faults/chaos.ts';
import { chat, chatBody, closed, post, read, statement, withSimulator } from './support.ts';

const SCHEMA = closed({ headline: statement('summary') });

function draws(seed: number, rate: number, count = 1_000): (string | null)[] {
    const chaos = new Chaos();
    chaos.start({ seed, rate });
    return Array.from({ length: count }, (_, at) => chaos.draw(`request ${at}`)?.kind ?? null);
}

describe('chaos', () => {
    test('spares the share of requests that it is told to', () => {
        const failed = draws(1, 0.3).filter((kind) => kind !== null).length;
        assert.ok(failed > 250 && failed < 350, `${failed} of 1,000 failed`);
        assert.ok(draws(1, 0).every((kind) => kind === null));
        assert.ok(draws(1, 1).every((kind) => kind !== null));
    });

    test('every kind comes, but for those that a test asks for by itself', () => {
        const kinds = new Set(draws(2, 1, 2_000));
        assert.equal(kinds.size, 24);
        ['status', 'answer', 'obey'].forEach((kind) => assert.ok(!kinds.has(kind)));
    });

    test('a seed says what happens, in whatever order requests arrive', () => {
        assert.deepEqual(draws(7, 0.5), draws(7, 0.5));
        assert.notDeepEqual(draws(7, 0.5), draws(8, 0.5));
        const [one, other] = [new Chaos(), new Chaos()];
        [one, other].forEach((chaos) => chaos.start({ seed: 7, rate: 0.5 }));
        const texts = Array.from({ length: 50 }, (_, at) => `request ${at}`);
        const forward = new Map(texts.map((text) => [text, one.draw(text)]));
        const backward = new Map([...texts].reverse().map((text) => [text, other.draw(text)]));
        texts.forEach((text) => assert.deepEqual(forward.get(text), backward.get(text)));
    });

    test('the same request draws anew when it is tried again', () => {
        const chaos = new Chaos();
        chaos.start({ seed: 3, rate: 0.5 });
        const kinds = Array.from({ length: 40 }, () => chaos.draw('the same')?.kind ?? null);
        assert.ok(new Set(kinds).size > 5, 'not the same fate each time');
    });

    test('spent quotas come with every code that there is', () => {
        const chaos = new Chaos();
        chaos.start({ seed: 4, rate: 1, kinds: ['quota'] });
        const codes = new Set(Array.from({ length: 100 }, (_, at) => chaos.draw(String(at))?.code));
        assert.equal(codes.size, 5);
    });

    test('is started, looked at and stopped over HTTP, and named in the journal', () =>
        withSimulator(async (simulator) => {
            const address = `${simulator.url}/_simulator/chaos`;
            const settings = { seed: 5, rate: 1, kinds: ['server_error'], stall: 10 };
            assert.equal((await post(address, settings)).status, 201);
            assert.deepEqual((await read(await fetch(address))).chaos, settings);
            assert.equal((await chat(simulator, chatBody(SCHEMA))).status, 500);
            await fetch(address, { method: 'DELETE' });
            assert.equal((await chat(simulator, chatBody(SCHEMA))).status, 200);
            assert.deepEqual(
                simulator.requests().map(({ fault }) => fault),
                ['server_error', null]
            );
        }));

    test('starts with the simulator', () =>
        withSimulator(
            async (simulator) => {
                await assert.rejects(chat(simulator, chatBody(SCHEMA)), 'a stall of a few milliseconds');
            },
            { chaos: { seed: 1, rate: 1, kinds: ['timeout'], stall: 5 } }
        ));

    test('refuses settings that it cannot mean', () => {
        const refused: [unknown, RegExp][] = [
            [{ seed: 'x', rate: 0.5 }, /seed is a whole number/],
            [{ seed: 1, rate: 2 }, /from 0 to 1/],
            [{ seed: 1, rate: 0.5, kinds: ['gremlins'] }, /list of overloaded/],
            [{ seed: 1, rate: 0.5, kinds: [] }, /list of overloaded/],
            [{ seed: 1, rate: 0.5, stall: -1 }, /milliseconds/],
            [null, /seed/]
        ];
        for (const [settings, message] of refused) {
            assert.throws(() => new Chaos().start(settings), message);
        }
    });
});
