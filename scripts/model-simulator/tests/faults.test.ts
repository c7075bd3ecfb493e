import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FaultQueue, parseFault } from '../faults/faults.ts';
import { Journal } from '../http/journal.ts';
import {
    chat,
    chatBody,
    closed,
    messages,
    messagesBody,
    post,
    read,
    PROMPT,
    statement,
    withSimulator
} from './support.ts';

const SCHEMA = closed({ headline: statement('summary') });
const KEY = { authorization: 'Bearer test' };

describe('faults', () => {
    const cases: [string, number, string | null, number, string][] = [
        ['overloaded', 503, 'server_overloaded', 529, 'overloaded_error'],
        ['rate_limit', 429, 'rate_limit_exceeded', 429, 'rate_limit_error'],
        ['quota', 429, 'credit_balance_exhausted', 429, 'rate_limit_error'],
        ['rate_limit_date', 429, 'rate_limit_exceeded', 429, 'rate_limit_error'],
        ['rate_limit_without_wait', 429, 'rate_limit_exceeded', 429, 'rate_limit_error'],
        ['unauthorised', 401, null, 401, 'authentication_error'],
        ['forbidden', 403, null, 403, 'permission_error'],
        ['not_found', 404, null, 404, 'not_found_error'],
        ['too_large', 413, null, 413, 'request_too_large'],
        ['server_error', 500, null, 500, 'api_error'],
        ['unavailable', 503, null, 503, 'api_error'],
        ['500', 500, null, 500, 'api_error']
    ];
    for (const [fault, chatStatus, code, messagesStatus, type] of cases) {
        test(`${fault} answers with each provider's own error, once`, () =>
            withSimulator(async (simulator) => {
                simulator.faults.add(parseFault(`${fault}:2`));
                const first = await chat(simulator, chatBody(SCHEMA));
                assert.deepEqual([first.status, first.body.error.code], [chatStatus, code]);
                const second = await messages(simulator, messagesBody(SCHEMA));
                assert.deepEqual([second.status, second.body.error.type], [messagesStatus, type]);
                assert.equal((await chat(simulator, chatBody(SCHEMA))).status, 200);
            }));
    }

    test('a quota error of Anthropic says that waiting does not help', () =>
        withSimulator(async (simulator) => {
            const headers = {
                'x-api-key': 'test',
                'anthropic-version': '2023-06-01',
                'x-tandem-simulator-fault': 'quota'
            };
            const { body } = await messages(simulator, messagesBody(SCHEMA), headers);
            assert.equal(body.error.details.error_code, 'enforced_spend_limit_reached');
        }));

    test('a limited caller is told how long to wait in each way that there is, or not at all', () =>
        withSimulator(async (simulator) => {
            const headersOf = async (fault: string) =>
                (await chat(simulator, chatBody(SCHEMA), { ...KEY, 'x-tandem-simulator-fault': fault })).headers;
            assert.equal((await headersOf('rate_limit')).get('retry-after-ms'), '2000');
            const date = (await headersOf('rate_limit_date')).get('retry-after') ?? '';
            assert.match(date, /^\w{3}, \d{2} \w{3} \d{4} [\d:]{8} GMT$/);
            assert.equal((await headersOf('rate_limit_without_wait')).get('retry-after'), null);
        }));

    test('a spent quota has the code that it is given', () =>
        withSimulator(async (simulator) => {
            simulator.faults.add({ kind: 'quota', code: 'project_spend_limit_exceeded' });
            const { body } = await chat(simulator, chatBody(SCHEMA));
            assert.equal(body.error.code, 'project_spend_limit_exceeded');
        }));

    test('refusal, content filter and cut off end the answer as the providers do', () =>
        withSimulator(async (simulator) => {
            const ask = async (fault: string) =>
                (await chat(simulator, chatBody(SCHEMA), { ...KEY, 'x-tandem-simulator-fault': fault })).body
                    .choices[0];
            assert.match((await ask('refusal')).message.refusal, /can't help/);
            assert.equal((await ask('content_filter')).finish_reason, 'content_filter');
            assert.equal((await ask('cut_off')).finish_reason, 'length');
        }));

    test('malformed, wrong schema and unsupported evidence spoil the text', () =>
        withSimulator(async (simulator) => {
            const ask = async (fault: string) =>
                (await chat(simulator, chatBody(SCHEMA), { ...KEY, 'x-tandem-simulator-fault': fault })).body.choices[0]
                    .message.content;
            const malformed = await ask('malformed');
            assert.throws(() => JSON.parse(malformed));
            assert.deepEqual(Object.keys(JSON.parse(await ask('wrong_schema'))), ['unexpected']);
            const { quote } = JSON.parse(await ask('unsupported_evidence')).headline.evidence[0];
            assert.ok(!PROMPT.includes(quote));
        }));

    test('prose stands around an answer that is whole', () =>
        withSimulator(async (simulator) => {
            simulator.faults.add(parseFault('prose'));
            const { content } = (await chat(simulator, chatBody(SCHEMA))).body.choices[0].message;
            assert.throws(() => JSON.parse(content));
            const inner = content.slice(content.indexOf('{'), content.lastIndexOf('}') + 1);
            assert.deepEqual(Object.keys(JSON.parse(inner)), ['headline']);
        }));

    for (const kind of ['refused', 'half_body']) {
        test(`${kind} breaks the connection`, () =>
            withSimulator(async (simulator) => {
                simulator.faults.add(parseFault(kind));
                await assert.rejects(chat(simulator, chatBody(SCHEMA)));
                assert.equal((await chat(simulator, chatBody(SCHEMA))).status, 200);
                assert.equal(simulator.requests()[0].fault, kind);
            }));
    }

    test('a large answer is larger than the platform takes', () =>
        withSimulator(async (simulator) => {
            simulator.faults.add(parseFault('large'));
            const { body } = await chat(simulator, chatBody(SCHEMA));
            assert.ok(JSON.stringify(body).length > 6_000_000);
            assert.ok(body.choices[0].message.content.includes('headline'));
        }));

    test('a duplicate is the answer of the request before', () =>
        withSimulator(async (simulator) => {
            const first = await chat(simulator, chatBody(SCHEMA));
            simulator.faults.add(parseFault('duplicate'));
            const other = chatBody(closed({ other: statement('customer') }));
            assert.deepEqual((await chat(simulator, other)).body, first.body);
            assert.notEqual((await chat(simulator, other)).body.id, first.body.id);
        }));

    test('a prompt that a filter holds back is refused before there is an answer', () =>
        withSimulator(async (simulator) => {
            simulator.faults.add(parseFault('prompt_filter:2'));
            const first = await chat(simulator, chatBody(SCHEMA));
            assert.deepEqual([first.status, first.body.error.code], [400, 'content_filter']);
            assert.equal((await messages(simulator, messagesBody(SCHEMA))).body.stop_reason, 'refusal');
        }));

    test('a timeout closes the connection without an answer', () =>
        withSimulator(async (simulator) => {
            await post(`${simulator.url}/_simulator/faults`, { kind: 'timeout', latency: 20 });
            await assert.rejects(chat(simulator, chatBody(SCHEMA)));
        }));

    test('an unknown fault is refused with what is accepted', () =>
        withSimulator(async (simulator) => {
            const { status, body } = await post(`${simulator.url}/_simulator/faults`, { kind: 'gremlins' });
            assert.equal(status, 400);
            assert.match(body.error, /overloaded/);
            assert.throws(() => new FaultQueue().add({ status: 200 }), /400 to 599/);
            assert.throws(() => parseFault('overloaded:0'), /whole number from 1/);
        }));
});

describe('the journal', () => {
    test('returns what arrived, without keys', () =>
        withSimulator(async (simulator) => {
            await chat(simulator, chatBody(SCHEMA), { authorization: 'Bearer very-secret' });
            const { requests } = await read(await fetch(`${simulator.url}/_simulator/requests`));
            assert.equal(requests.length, 1);
            assert.equal(requests[0].body.messages[1].content, PROMPT);
            assert.equal(requests[0].status, 200);
            assert.doesNotMatch(JSON.stringify(requests), /very-secret/);
        }));

    test('forgets the oldest requests', () => {
        const journal = new Journal();
        for (let count = 0; count < 5_100; count += 1) {
            journal.add(`/${count}`, {}, '{}');
        }
        assert.equal(journal.all().length, 5_000);
        assert.equal(journal.all()[0].path, '/100');
        journal.add('/large', {}, JSON.stringify('x'.repeat(63_999_900)));
        assert.ok(journal.all().length < 200);
        journal.clear();
        journal.add('/after', {}, '{}');
        assert.equal(journal.all().length, 1);
    });

    test('models are listed for either provider, other paths are not found', () =>
        withSimulator(async (simulator) => {
            const list = await fetch(`${simulator.url}/v1/models`, { headers: KEY });
            assert.ok((await read(list)).data.some((model: { id: string }) => model.id === 'gpt-4.1-mini'));
            assert.equal((await fetch(`${simulator.url}/v1/models`)).status, 401);
            assert.equal((await fetch(`${simulator.url}/v1/nothing`, { headers: KEY })).status, 404);
        }));
});
