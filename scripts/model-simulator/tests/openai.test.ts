import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { chat, chatBody, closed, statement, withSimulator } from './support.ts';

const SCHEMA = closed({ headline: statement('summary'), open: { type: 'array', items: statement('') } });

describe('Chat Completions', () => {
    test('answers with the shape, the ids and the usage of the real one', () =>
        withSimulator(async (simulator) => {
            const { status, headers, body } = await chat(simulator, chatBody(SCHEMA));
            assert.equal(status, 200);
            assert.equal(headers.get('x-tandem-simulator'), 'extractive');
            assert.match(headers.get('x-request-id') ?? '', /^req_/);
            assert.equal(body.model, 'gpt-4.1-mini');
            assert.equal(body.system_fingerprint, 'tandem-simulator');
            assert.equal(body.choices[0].finish_reason, 'stop');
            assert.equal(body.usage.total_tokens, body.usage.prompt_tokens + body.usage.completion_tokens);
            assert.deepEqual(Object.keys(JSON.parse(body.choices[0].message.content)), ['headline', 'open']);
        }));

    test('cuts the text off at max_completion_tokens', () =>
        withSimulator(async (simulator) => {
            const { body } = await chat(simulator, chatBody(SCHEMA, { max_completion_tokens: 10 }));
            assert.equal(body.choices[0].finish_reason, 'length');
            assert.equal(body.usage.completion_tokens, 10);
            assert.throws(() => JSON.parse(body.choices[0].message.content));
        }));

    test('counts the beginning of a repeated long prompt as cached', () =>
        withSimulator(async (simulator) => {
            const long = { messages: [{ role: 'user', content: 'The pump was serviced on Monday. '.repeat(400) }] };
            const cached = async () =>
                (await chat(simulator, chatBody(SCHEMA, long))).body.usage.prompt_tokens_details.cached_tokens;
            assert.equal(await cached(), 0);
            const second = await cached();
            assert.ok(second >= 1024 && second % 128 === 0);
        }));
});

describe('Chat Completions refuses', () => {
    const open = { type: 'object', properties: { a: { type: 'string' } } };
    const optional = { ...closed({ a: { type: 'string' }, b: { type: 'string' } }), required: ['a'] };
    const inner = closed({ list: { type: 'array', items: { type: 'object', properties: {} } } });
    const nameless = {
        response_format: {
            type: 'json_schema',
            json_schema: { name: 'no spaces allowed', strict: true, schema: SCHEMA }
        }
    };
    const cases: [string, object, number, string | null, RegExp][] = [
        ['an unknown field', { fast: true }, 400, 'unknown_parameter', /Unknown parameter: 'fast'/],
        ['missing messages', { messages: undefined }, 400, 'missing_required_parameter', /'messages'/],
        [
            'a wrong type',
            { max_completion_tokens: 'many' },
            400,
            'invalid_type',
            /expected an integer, but got a string/
        ],
        ['a wrong role', { messages: [{ role: 'boss', content: 'x' }] }, 400, 'invalid_value', /messages\[0\]\.role/],
        ['a temperature out of range', { temperature: 3 }, 400, 'invalid_value', /temperature/],
        [
            'a temperature where the model takes none',
            { model: 'gpt-5', temperature: 0.2 },
            400,
            'unsupported_value',
            /temperature/
        ],
        [
            'max_tokens where the model takes none',
            { model: 'gpt-5', max_tokens: 5 },
            400,
            'unsupported_parameter',
            /max_completion_tokens/
        ],
        ['an unknown model', { model: 'gpt-99' }, 404, 'model_not_found', /does not exist/],
        ['streaming, which is not simulated', { stream: true }, 400, 'not_simulated', /does not implement 'stream'/],
        ['a schema name with spaces', nameless, 400, 'invalid_value', /does not match pattern/]
    ];
    for (const [name, extra, status, code, message] of cases) {
        test(name, () =>
            withSimulator(async (simulator) => {
                const { body, ...answered } = await chat(simulator, chatBody(SCHEMA, extra));
                assert.equal(answered.status, status);
                assert.equal(body.error.code, code);
                assert.match(body.error.message, message);
                assert.equal(body.error.type, 'invalid_request_error');
            })
        );
    }

    for (const [name, schema, message] of [
        ['an open object', open, /'additionalProperties' is required/],
        ['an optional property', optional, /Missing 'b'/],
        ['an open object inside', inner, /In context=\('properties', 'list', 'items'\)/],
        ['a keyword of another draft', closed({ a: { oneOf: [{ type: 'string' }] } }), /'oneOf' is not permitted/],
        ['a length', closed({ a: { type: 'string', maxLength: 80 } }), /'maxLength' is not permitted/]
    ] as [string, object, RegExp][]) {
        test(`a strict schema with ${name}`, () =>
            withSimulator(async (simulator) => {
                const { status, body } = await chat(simulator, chatBody(schema));
                assert.equal(status, 400);
                assert.match(body.error.message, message);
                assert.equal(body.error.param, 'response_format');
            }));
    }

    for (const authorization of ['', 'Bearer', 'Bearer ', 'Basic abc']) {
        test(`the authorization "${authorization}"`, () =>
            withSimulator(async (simulator) => {
                const { status, body } = await chat(
                    simulator,
                    chatBody(SCHEMA),
                    authorization === '' ? {} : { authorization }
                );
                assert.equal(status, 401);
                assert.ok(body.error.message.includes('API key'));
            }));
    }

    test('a body that is too large, and one that is no JSON', () =>
        withSimulator(
            async (simulator) => {
                const large = await chat(simulator, chatBody(SCHEMA, { user: 'x'.repeat(20_000) }));
                assert.equal(large.status, 413);
                assert.equal((await chat(simulator, '{"model":')).status, 400);
            },
            { bodyLimit: 10_000 }
        ));

    test('a prompt longer than the context window', () =>
        withSimulator(async (simulator) => {
            const { status, body } = await chat(
                simulator,
                chatBody(SCHEMA, { model: 'gpt-4o', messages: [{ role: 'user', content: 'cold air '.repeat(70_000) }] })
            );
            assert.equal(status, 400);
            assert.equal(body.error.code, 'context_length_exceeded');
        }));
});
