import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { call, construct, inContext, thrown } from '../../tests/support.ts';
import type { HttpRequestValue } from '../request.ts';
import { HttpResponseValue } from '../response.ts';
import { mergeCredentials } from '../credentials.ts';
import { STAND_IN_SECRET } from '../endpoint.ts';
import type { EndpointResolver } from '../endpoint.ts';
import { NodeHttpGateway } from '../node-gateway.ts';

/** Answers from a thread of its own, because a synchronous callout blocks this one. */
const SERVER = `
    const { createServer } = require('node:http');
    const { parentPort } = require('node:worker_threads');
    const server = createServer((request, response) => {
        if (request.url === '/slow') return;
        let body = '';
        request.on('data', (chunk) => (body += chunk));
        request.on('end', () => {
            response.writeHead(201, 'Made', { 'X-Seen': request.headers.authorization ?? 'nothing' });
            response.end(JSON.stringify({ url: request.url, method: request.method, headers: request.headers, body }));
        });
    });
    server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
`;

let worker: Worker;
let base = '';

before(async () => {
    worker = new Worker(SERVER, { eval: true });
    base = await new Promise((resolve) =>
        worker.once('message', (port: number) => resolve(`http://127.0.0.1:${port}`))
    );
});
after(() => worker.terminate());

function resolver(overrides: Record<string, string> = {}): EndpointResolver {
    const named = {
        name: 'OpenAI_API',
        label: 'OpenAI',
        type: 'SecuredEndpoint',
        url: `${base}/v1/`,
        externalCredential: 'OpenAI',
        generateAuthorizationHeader: false,
        allowMergeFieldsInBody: false,
        allowMergeFieldsInHeader: true,
        httpHeaders: [],
        file: ''
    };
    const external = {
        name: 'OpenAI',
        label: 'OpenAI',
        authenticationProtocol: 'Custom',
        principals: [{ name: 'Model', type: 'NamedPrincipal', sequenceNumber: 1 }],
        authHeaders: [{ name: 'Authorization', value: "{!'Bearer ' & $Credential.OpenAI.ApiKey}", sequenceNumber: 1 }],
        authParameters: [],
        file: ''
    };
    return {
        metadata: {
            namedCredential: (name) => (name === 'OpenAI_API' ? named : undefined),
            externalCredential: () => external,
            remoteSites: [{ name: 'Local', url: base, active: true }]
        },
        permissions: { externalCredentialPrincipal: (userId, name) => userId === 'agent' && name === 'OpenAI-Model' },
        credentials: () => (Object.keys(overrides).length > 0 ? undefined : 'secret'),
        overrides
    };
}

function request(endpoint: string, body?: string): HttpRequestValue {
    const made = construct('HttpRequest') as HttpRequestValue;
    call('HttpRequest', made, 'setEndpoint', endpoint);
    call('HttpRequest', made, 'setMethod', body === undefined ? 'GET' : 'POST');
    if (body !== undefined) call('HttpRequest', made, 'setBody', body);
    return made;
}

const bodyOf = (response: HttpResponseValue): Record<string, unknown> =>
    JSON.parse(response.body.bytes.toString()) as Record<string, unknown>;

describe('a callout over real HTTP', () => {
    test('sends and receives', () => {
        const response = new NodeHttpGateway(resolver()).send(request(`${base}/path?q=1`, 'größe'), 'agent');
        assert.deepEqual(
            [response.statusCode, response.status, bodyOf(response).body, bodyOf(response).url],
            [201, 'Made', 'größe', '/path?q=1']
        );
    });
    test('a named credential gives address and secret', () => {
        const response = new NodeHttpGateway(resolver()).send(request('callout:OpenAI_API/chat?x=1', '{}'), 'agent');
        assert.equal(response.getHeader('x-seen'), 'Bearer secret');
        assert.equal(bodyOf(response).url, '/v1/chat?x=1');
    });
    test('a stand-in address gets the stand-in secret', () => {
        const response = new NodeHttpGateway(resolver({ OpenAI_API: `${base}/simulated` })).send(
            request('callout:OpenAI_API/chat'),
            'agent'
        );
        assert.deepEqual(
            [response.getHeader('x-seen'), bodyOf(response).url],
            [`Bearer ${STAND_IN_SECRET}`, '/simulated/chat']
        );
    });
    test('a user without the principal is refused', () =>
        assert.match(
            thrown(() => new NodeHttpGateway(resolver()).send(request('callout:OpenAI_API'), 'other')),
            /CalloutException: We couldn't access the credential/
        ));
    test('an unknown address is not authorised', () =>
        assert.match(
            thrown(() => new NodeHttpGateway(resolver()).send(request('http://example.com/'), 'agent')),
            /Unauthorized endpoint, please check Setup/
        ));
    test('a slow answer times out', () => {
        const slow = request(`${base}/slow`);
        slow.timeout = 150;
        assert.equal(
            thrown(() => new NodeHttpGateway(resolver()).send(slow, 'agent')),
            'CalloutException: Read timed out'
        );
    });
    test('a closed port is refused', () => {
        const closed = resolver({ OpenAI_API: 'http://127.0.0.1:1' });
        assert.match(
            thrown(() => new NodeHttpGateway(closed).send(request('callout:OpenAI_API'), 'agent')),
            /^CalloutException: Connection refused/
        );
    });
    test('without blocking', async () => {
        const response = await new NodeHttpGateway(resolver()).sendAsync(request('callout:OpenAI_API/a'), 'agent');
        assert.equal(response.statusCode, 201);
    });
});

describe('Http.send', () => {
    const send = (made: HttpRequestValue): unknown => call('Http', construct('Http'), 'send', made);
    test('refuses after uncommitted work', () =>
        inContext((context) => {
            context.transaction.uncommittedWork = true;
            assert.match(
                thrown(() => send(request('callout:X'))),
                /CalloutException: You have uncommitted work pending/
            );
        }));
    test('asks the mock of a test', () =>
        inContext(
            (context) => {
                const answer = new HttpResponseValue();
                context.test!.mocks.set('httpcalloutmock', { respond$1: () => answer });
                assert.equal(send(request('callout:X')), answer);
                assert.equal(context.transaction.limits.get('Callouts'), 1);
            },
            {},
            true
        ));
    test('a test without a mock', () =>
        inContext(
            () =>
                assert.match(
                    thrown(() => send(request('callout:X'))),
                    /do not support Web service callouts/
                ),
            {},
            true
        ));
    test('the 101st callout', () =>
        inContext(
            (context) => {
                context.test!.mocks.set('httpcalloutmock', { respond$1: () => new HttpResponseValue() });
                for (let count = 0; count < 100; count++) send(request('callout:X'));
                assert.equal(
                    thrown(() => send(request('callout:X'))),
                    'LimitException: Too many callouts: 101'
                );
            },
            {},
            true
        ));
});

test('merge fields', () =>
    assert.equal(
        mergeCredentials('key {!$Credential.A.B}!', (name, parameter) => `${name}/${parameter}`),
        'key A/B!'
    ));
