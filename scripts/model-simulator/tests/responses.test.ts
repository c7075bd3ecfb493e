import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Simulator } from '../index.ts';
import { parseFault } from '../faults/faults.ts';
import { closed, post, PROMPT, statement, withSimulator, type Answered } from './support.ts';

const SCHEMA = closed({ headline: statement('summary') });

function body(extra: object = {}): object {
    const format = { type: 'json_schema', name: 'Answer_V1', strict: true, schema: SCHEMA };
    return { model: 'gpt-4.1-mini', instructions: 'You summarise.', input: PROMPT, text: { format }, ...extra };
}

function responses(simulator: Simulator, request: unknown): Promise<Answered> {
    return post(`${simulator.url}/v1/responses`, request, { authorization: 'Bearer test' });
}

describe('Responses', () => {
    test('answers by the schema, with usage', () =>
        withSimulator(async (simulator) => {
            const { status, body: answer } = await responses(simulator, body());
            assert.deepEqual([status, answer.status, answer.error], [200, 'completed', null]);
            const { headline } = JSON.parse(answer.output[0].content[0].text);
            assert.ok(PROMPT.includes(headline.evidence[0].quote));
            assert.ok(answer.usage.input_tokens > 100 && answer.usage.output_tokens > 10);
        }));

    test('a model that reasons says so beside its answer, and takes no temperature', () =>
        withSimulator(async (simulator) => {
            const model = 'gpt-5-mini';
            const { body: answer } = await responses(simulator, body({ model, reasoning: { effort: 'low' } }));
            assert.deepEqual(
                answer.output.map(({ type }: { type: string }) => type),
                ['reasoning', 'message']
            );
            assert.equal((await responses(simulator, body({ model, temperature: 0.2 }))).status, 400);
        }));

    test('ends as the interface ends', () =>
        withSimulator(async (simulator) => {
            const ask = async (fault: string) => {
                simulator.faults.add(parseFault(fault));
                return (await responses(simulator, body())).body;
            };
            assert.equal((await ask('refusal')).output[0].content[0].type, 'refusal');
            assert.equal((await ask('cut_off')).incomplete_details.reason, 'max_output_tokens');
            const filtered = await ask('content_filter');
            assert.deepEqual([filtered.incomplete_details.reason, filtered.output], ['content_filter', []]);
        }));

    test('refuses what the real one refuses', () =>
        withSimulator(async (simulator) => {
            const refused: [object, number, string][] = [
                [{ max_output_tokens: 3 }, 400, 'invalid_value'],
                [{ max_tokens: 100 }, 400, 'unknown_parameter'],
                [{ model: 'no-such-model' }, 404, 'model_not_found'],
                [{ text: { format: { type: 'json_schema', schema: SCHEMA } } }, 400, 'missing_required_parameter'],
                [{ tools: [{}] }, 400, 'not_simulated'],
                [{ input: 'freezer '.repeat(1_100_000) }, 400, 'context_length_exceeded']
            ];
            for (const [extra, status, code] of refused) {
                const answer = await responses(simulator, body(extra));
                assert.deepEqual([answer.status, answer.body.error.code], [status, code]);
            }
            const open = { type: 'json_schema', name: 'A', strict: true, schema: { type: 'object', properties: {} } };
            const { body: problem } = await responses(simulator, body({ text: { format: open } }));
            assert.match(problem.error.message, /additionalProperties/);
            assert.equal((await post(`${simulator.url}/v1/responses`, body())).status, 401);
        }));

    test('a beginning that came before is cached', () =>
        withSimulator(async (simulator) => {
            const long = body({ instructions: 'You summarise cases of freezers. '.repeat(300) });
            assert.equal((await responses(simulator, long)).body.usage.input_tokens_details.cached_tokens, 0);
            assert.ok((await responses(simulator, long)).body.usage.input_tokens_details.cached_tokens >= 1024);
        }));
});
