import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, test } from 'node:test';
import type { MetadataStore } from '../../local-org/metadata/types.ts';
import { keptParameters, OrgRefused, removeKey, setKey, type OrgConnection } from '../credential-resource.ts';
import { UsageError } from '../deploy-options.ts';
import { askHidden, type HiddenInput } from '../hidden-prompt.ts';
import { readKeyOptions } from '../key-options.ts';
import { findPrincipal } from '../principal.ts';

const SECRET = 'a-key-for-this-test-alone';
const metadata = {
    externalCredentials: [
        {
            name: 'Azure_OpenAI',
            label: 'Azure OpenAI',
            principals: [{ name: 'Tandem' }],
            authHeaders: [{ value: '{!$Credential.Azure_OpenAI.ApiKey}' }]
        }
    ]
} as unknown as MetadataStore;
const principal = findPrincipal('azure openai', metadata);

interface Received {
    method: string;
    url: URL;
    authorization: string | undefined;
    body: Record<string, unknown> | null;
}

/** An org's credential resource with one key at most; `refusal` is answered to every change. */
async function withOrg(
    work: (org: OrgConnection, received: Received[]) => Promise<void>,
    refusal?: { status: number; body: string }
): Promise<void> {
    const received: Received[] = [];
    const kept: Record<string, unknown> = {};
    const server = createServer((request, response) => {
        void record(request).then((entry) => {
            received.push(entry);
            if (entry.method === 'POST' || entry.method === 'PATCH') Object.assign(kept, entry.body?.['credentials']);
            const isRefused = refusal !== undefined && entry.method !== 'GET';
            response.writeHead(isRefused ? refusal.status : 200);
            const names = Object.keys(kept).map((name) => [name, { encrypted: true }]);
            response.end(isRefused ? refusal.body : JSON.stringify({ credentials: Object.fromEntries(names) }));
        });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
        const instanceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
        await work({ instanceUrl, accessToken: 'a-token' }, received);
    } finally {
        server.closeAllConnections();
        server.close();
    }
}

async function record(request: IncomingMessage): Promise<Received> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString('utf8');
    return {
        method: request.method ?? '',
        url: new URL(request.url ?? '', 'http://org.example'),
        authorization: request.headers.authorization,
        body: text === '' ? null : (JSON.parse(text) as Record<string, unknown>)
    };
}

describe('the key of a provider in an org', () => {
    test('is created first and changed later, encrypted under its parameter', () =>
        withOrg(async (org, received) => {
            assert.deepEqual(await keptParameters(org, principal), []);
            assert.equal(await setKey(org, principal, SECRET), 'set');
            assert.equal(await setKey(org, principal, SECRET), 'replaced');
            assert.deepEqual(
                received.map(({ method }) => method),
                ['GET', 'GET', 'POST', 'GET', 'PATCH']
            );
            const post = received[2]!;
            assert.equal(post.url.pathname, '/services/data/v67.0/named-credentials/credential');
            assert.equal(post.authorization, 'Bearer a-token');
            assert.deepEqual(post.body, {
                authenticationProtocol: 'Custom',
                credentials: { ApiKey: { encrypted: true, value: SECRET } },
                externalCredential: 'Azure_OpenAI',
                principalName: 'Tandem',
                principalType: 'NamedPrincipal'
            });
        }));

    test('is removed by name, not by value', () =>
        withOrg(async (org, received) => {
            await removeKey(org, principal);
            assert.equal(received[0]?.method, 'DELETE');
            const parameters = Object.fromEntries(received[0]!.url.searchParams);
            assert.deepEqual(parameters, {
                externalCredential: 'Azure_OpenAI',
                principalName: 'Tandem',
                principalType: 'NamedPrincipal'
            });
        }));

    test('a refusal is told in the org’s words, never in ours', async () => {
        const body = JSON.stringify([{ errorCode: 'FORBIDDEN', message: 'You lack a permission.' }]);
        await withOrg(
            async (org) => {
                await assert.rejects(setKey(org, principal, SECRET), (error: Error) => {
                    assert.ok(error instanceof OrgRefused);
                    assert.equal(error.message, 'The org answered 403: You lack a permission.');
                    return true;
                });
            },
            { status: 403, body }
        );
    });

    for (const body of [`<html>${SECRET}</html>`, JSON.stringify([{ message: `The value ${SECRET} is too long.` }])]) {
        test(`an answer that repeats what was sent is not shown: ${body.slice(0, 6)}`, () =>
            withOrg(
                async (org) => {
                    await assert.rejects(setKey(org, principal, SECRET), (error: Error) => {
                        assert.match(
                            error.message,
                            /The org answered 500: (it gave no reason|The value \[…\] is too long)/
                        );
                        return !error.message.includes(SECRET);
                    });
                },
                { status: 500, body }
            ));
    }

    test('a second parameter beside the key stays', () =>
        withOrg(async (org, received) => {
            await setKey(org, { ...principal, parameter: 'Tenant' }, 'a-tenant');
            assert.equal(await setKey(org, principal, SECRET), 'set');
            assert.equal(received.at(-1)?.method, 'PATCH', 'a principal that keeps something is changed, not created');
            assert.deepEqual(await keptParameters(org, principal), ['Tenant', 'ApiKey']);
        }));
});

describe('the command line', () => {
    test('names org and provider', () => {
        const options = readKeyOptions(['--target-org', 'dev', '--provider', 'OpenAI']);
        assert.deepEqual(options, { targetOrg: 'dev', provider: 'OpenAI', remove: false });
        assert.throws(() => readKeyOptions(['--provider', 'OpenAI']), /Name the org and the provider/);
    });

    test('takes no key, and does not repeat one', () => {
        assert.throws(
            () => readKeyOptions(['--target-org', 'dev', '--provider', 'OpenAI', SECRET]),
            (error: Error) => error instanceof UsageError && !error.message.includes(SECRET)
        );
    });

    test('finds a provider by name or label', () => {
        assert.deepEqual(findPrincipal('AZURE_openai', metadata), principal);
        assert.equal(principal.environmentVariable, 'AZURE_OPENAI_API_KEY');
        assert.throws(() => findPrincipal('Nobody', metadata), /no provider "Nobody".*Azure_OpenAI/);
    });

    test('without a terminal it says which variable to set', () => {
        const script = path.resolve(import.meta.dirname, '../key.ts');
        const args = ['--import', 'tsx', script, '--target-org', 'no-such-org', '--provider', 'OpenAI'];
        const { OPENAI_API_KEY: _key, ...environment } = process.env;
        const { status, stderr } = spawnSync(process.execPath, args, { env: environment, encoding: 'utf8', input: '' });
        assert.equal(status, 2);
        assert.match(stderr, /Set OPENAI_API_KEY, or run this in a terminal/);
    });
});

describe('a hidden question', () => {
    class Terminal extends EventEmitter {
        modes: boolean[] = [];
        setRawMode(mode: boolean): this {
            this.modes.push(mode);
            return this;
        }
        setEncoding(): this {
            return this;
        }
        resume(): this {
            return this;
        }
        pause(): this {
            return this;
        }
    }

    async function ask(...typed: string[]): Promise<{ answer: string; shown: string; terminal: Terminal }> {
        const terminal = new Terminal();
        let shown = '';
        const answer = askHidden('Key: ', terminal as unknown as HiddenInput, (text) => {
            shown += text;
        });
        typed.forEach((chunk) => terminal.emit('data', chunk));
        return { answer: await answer, shown, terminal };
    }

    test('shows nothing of what is typed', async () => {
        const { answer, shown, terminal } = await ask('sec', 'ret\r');
        assert.deepEqual([answer, shown], ['secret', 'Key: \n']);
        assert.deepEqual(terminal.modes, [true, false]);
        assert.equal(terminal.listenerCount('data'), 0);
    });

    test('lets a mistake be taken back', async () => {
        assert.equal((await ask('secrets\u007f\u007fT\r')).answer, 'secreT');
    });

    test('lets the person give up', async () => {
        await assert.rejects(ask('sec\u0003'), /Nothing was changed/);
    });
});
