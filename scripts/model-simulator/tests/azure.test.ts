import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Simulator } from '../index.ts';
import { chatBody, closed, post, PROMPT, statement, withSimulator, type Answered } from './support.ts';

const SCHEMA = closed({ headline: statement('summary') });
const LEGACY = '/openai/deployments/our-gpt/chat/completions?api-version=2024-10-21';

function azure(simulator: Simulator, path: string, body: unknown, key = 'test'): Promise<Answered> {
    return post(simulator.url + path, body, key === '' ? {} : { 'api-key': key });
}

describe('Azure OpenAI', () => {
    test('v1 answers a deployment under the key’s own header', () =>
        withSimulator(async (simulator) => {
            const path = '/openai/v1/chat/completions';
            const { status, body } = await azure(simulator, path, chatBody(SCHEMA, { model: 'our-gpt' }));
            assert.deepEqual([status, body.model], [200, 'our-gpt']);
            assert.equal((await azure(simulator, path, chatBody(SCHEMA), '')).status, 401);
            const missing = await azure(simulator, path, chatBody(SCHEMA, { model: 'missing' }));
            assert.equal(missing.status, 404);
        }));

    test('v1 speaks Responses too', () =>
        withSimulator(async (simulator) => {
            const format = { type: 'json_schema', name: 'A', strict: true, schema: SCHEMA };
            const request = { model: 'our-gpt', input: PROMPT, text: { format } };
            const { status, body } = await azure(simulator, '/openai/v1/responses', request);
            assert.deepEqual([status, body.status], [200, 'completed']);
        }));

    test('the legacy address names deployment and version', () =>
        withSimulator(async (simulator) => {
            const body = { ...chatBody(SCHEMA), model: undefined };
            assert.equal((await azure(simulator, LEGACY, body)).body.model, 'our-gpt');
            const versionless = await azure(simulator, LEGACY.replace(/\?.*/, ''), body);
            assert.equal(versionless.status, 404);
            const missing = await azure(simulator, LEGACY.replace('our-gpt', 'missing'), body);
            assert.deepEqual([missing.status, missing.body.error.code], [404, 'DeploymentNotFound']);
        }));

    test('the legacy interface refuses what came later', () =>
        withSimulator(async (simulator) => {
            const { status, body } = await azure(simulator, LEGACY, chatBody(SCHEMA, { prompt_cache_key: 'a' }));
            assert.equal(status, 400);
            assert.match(body.error.message, /Unrecognized request argument supplied: prompt_cache_key/);
        }));
});

describe('an endpoint that imitates OpenAI', () => {
    const path = '/compatible/v1/chat/completions';
    const key = { authorization: 'Bearer test' };
    const inWords = (format: object | undefined) => ({
        model: 'some-model',
        max_tokens: 500,
        messages: [
            { role: 'system', content: `You summarise. Answer as JSON by this schema:\n${JSON.stringify(SCHEMA)}` },
            { role: 'user', content: PROMPT }
        ],
        response_format: format
    });

    test('takes no schema and nothing new', () =>
        withSimulator(async (simulator) => {
            const withSchema = await post(simulator.url + path, chatBody(SCHEMA), key);
            assert.equal(withSchema.status, 400);
            assert.match(withSchema.body.error.message, /must be one of 'text', 'json_object'/);
            const request = { ...inWords(undefined), max_completion_tokens: 5 };
            assert.match((await post(simulator.url + path, request, key)).body.error.message, /max_completion_tokens/);
            assert.equal((await post(simulator.url + path, inWords(undefined))).status, 401);
        }));

    test('answers by a schema in words, with and without the promise of JSON', () =>
        withSimulator(async (simulator) => {
            for (const format of [{ type: 'json_object' }, undefined]) {
                const { body } = await post(simulator.url + path, inWords(format), key);
                const { headline } = JSON.parse(body.choices[0].message.content);
                assert.ok(PROMPT.includes(headline.evidence[0].quote));
            }
        }));
});
