import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { closed, messages, messagesBody, statement, withSimulator } from './support.ts';

const SCHEMA = closed({ headline: statement('summary'), open: { type: 'array', items: statement('') } });

describe('Messages', () => {
    test('answers with the shape of the real one', () =>
        withSimulator(async (simulator) => {
            const { status, headers, body } = await messages(simulator, messagesBody(SCHEMA));
            assert.equal(status, 200);
            assert.match(headers.get('request-id') ?? '', /^req_/);
            assert.equal(body.type, 'message');
            assert.equal(body.stop_reason, 'end_turn');
            assert.ok(body.usage.input_tokens > 0 && body.usage.output_tokens > 0);
            assert.match(JSON.parse(body.content[0].text).headline.text, /freezer/i);
        }));

    test('cuts the text off at max_tokens', () =>
        withSimulator(async (simulator) => {
            const { body } = await messages(simulator, messagesBody(SCHEMA, { max_tokens: 8 }));
            assert.equal(body.stop_reason, 'max_tokens');
            assert.equal(body.usage.output_tokens, 8);
        }));

    test('writes a marked beginning to the cache, then reads it; a small one fails silently', () =>
        withSimulator(async (simulator) => {
            const system = (text: string) => [{ type: 'text', text, cache_control: { type: 'ephemeral' } }];
            const usage = async (text: string) =>
                (await messages(simulator, messagesBody(SCHEMA, { system: system(text) }))).body.usage;
            const long = 'Check the condenser before the compressor. '.repeat(200);
            assert.ok((await usage(long)).cache_creation_input_tokens > 1024);
            assert.ok((await usage(long)).cache_read_input_tokens > 1024);
            assert.equal((await usage('short')).cache_creation_input_tokens, 0);
        }));
});

describe('Messages refuses', () => {
    const cases: [string, object, number, string, RegExp][] = [
        [
            'a missing max_tokens',
            { max_tokens: undefined },
            400,
            'invalid_request_error',
            /^max_tokens: Field required/
        ],
        [
            'an unknown field',
            { response_format: {} },
            400,
            'invalid_request_error',
            /^response_format: Extra inputs are not permitted/
        ],
        [
            'a wrong type',
            { max_tokens: '5' },
            400,
            'invalid_request_error',
            /^max_tokens: Input should be a valid integer/
        ],
        [
            'a system message in messages',
            { messages: [{ role: 'system', content: 'x' }] },
            400,
            'invalid_request_error',
            /messages\.0\.role/
        ],
        [
            'an assistant who speaks first',
            { messages: [{ role: 'assistant', content: 'x' }] },
            400,
            'invalid_request_error',
            /first message/
        ],
        ['an empty message', { messages: [{ role: 'user', content: '' }] }, 400, 'invalid_request_error', /non-empty/],
        ['an unknown model', { model: 'claude-nobody' }, 404, 'not_found_error', /^model: claude-nobody/],
        [
            'a temperature after 4.6',
            { model: 'claude-opus-4-7', temperature: 0.2 },
            400,
            'invalid_request_error',
            /temperature/
        ],
        ['top_k after 4.6', { model: 'claude-sonnet-5', top_k: 5 }, 400, 'invalid_request_error', /top_k/],
        ['tools, which are not simulated', { tools: [] }, 400, 'invalid_request_error', /does not implement/]
    ];
    for (const [name, extra, status, type, message] of cases) {
        test(name, () =>
            withSimulator(async (simulator) => {
                const answered = await messages(simulator, messagesBody(SCHEMA, extra));
                assert.equal(answered.status, status);
                assert.equal(answered.body.type, 'error');
                assert.equal(answered.body.error.type, type);
                assert.match(answered.body.error.message, message);
                assert.match(answered.body.request_id, /^req_/);
            })
        );
    }

    for (const [name, part] of [
        ['minimum', { type: 'integer', minimum: 1 }],
        ['maxLength', { type: 'string', maxLength: 80 }]
    ] as const) {
        test(`a schema with ${name}`, () =>
            withSimulator(async (simulator) => {
                const { status, body } = await messages(simulator, messagesBody(closed({ a: part })));
                assert.equal(status, 400);
                assert.match(body.error.message, new RegExp(`properties\\.a: '${name}' is not permitted`));
            }));
    }

    test('a missing key, a missing version and a wrong one', () =>
        withSimulator(async (simulator) => {
            const status = async (headers: Record<string, string>) =>
                (await messages(simulator, messagesBody(SCHEMA), headers)).status;
            assert.equal(await status({ 'anthropic-version': '2023-06-01' }), 401);
            assert.equal(await status({ 'x-api-key': ' ', 'anthropic-version': '2023-06-01' }), 401);
            assert.equal(await status({ 'x-api-key': 'test' }), 400);
            assert.equal(await status({ 'x-api-key': 'test', 'anthropic-version': 'latest' }), 400);
        }));
});
