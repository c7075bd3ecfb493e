import assert from 'node:assert/strict';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { RestTarget } from '../import/rest-target.ts';

interface Seen {
    method: string;
    url: string;
    headers: IncomingMessage['headers'];
    body: string;
}

/** Runs a test against a server that records requests and answers from a function. */
async function withServer(
    answer: (seen: Seen) => unknown,
    run: (url: string, seen: Seen[]) => Promise<void>
): Promise<void> {
    const seen: Seen[] = [];
    const server = createServer(async (request, response) => {
        let body = '';
        for await (const chunk of request) {
            body += String(chunk);
        }
        const each = {
            method: request.method ?? '',
            url: decodeURIComponent(request.url ?? '').replaceAll('+', ' '),
            headers: request.headers,
            body
        };
        seen.push(each);
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer(each)));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
        await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen);
    } finally {
        server.closeAllConnections();
        server.close();
    }
}

const access = (url: string) => ({
    url,
    accessToken: '00D000000000001EAA!admin',
    label: 'test',
    setsDates: true,
    headers: { 'x-tandem-audit-fields': 'true' }
});

test('inserts as a collection, with its headers, and reports each record', () =>
    withServer(
        () => [
            { id: '500000000000001AAA', success: true, errors: [] },
            { success: false, errors: [{ statusCode: 'STRING_TOO_LONG', message: 'too long' }] }
        ],
        async (url, seen) => {
            const outcomes = await new RestTarget(access(url)).insert('Case', [{ Subject: 'a' }, { Subject: 'b' }]);
            assert.deepEqual(outcomes, [
                { id: '500000000000001AAA', errors: [] },
                { id: null, errors: ['STRING_TOO_LONG: too long'] }
            ]);
            assert.equal(seen[0].url, '/services/data/v67.0/composite/sobjects');
            assert.equal(seen[0].headers.authorization, 'Bearer 00D000000000001EAA!admin');
            assert.equal(seen[0].headers['x-tandem-audit-fields'], 'true');
            assert.deepEqual(JSON.parse(seen[0].body).records[0], { attributes: { type: 'Case' }, Subject: 'a' });
        }
    ));

test('cuts large bodies into several requests', () =>
    withServer(
        ({ body }) =>
            (JSON.parse(body) as { records: unknown[] }).records.map(() => ({ id: 'x', success: true, errors: [] })),
        async (url, seen) => {
            const outcomes = await new RestTarget(access(url)).insert(
                'EmailMessage',
                Array.from({ length: 5 }, () => ({ TextBody: 'x'.repeat(900_000) }))
            );
            assert.equal(outcomes.length, 5);
            assert.equal(seen.length, 3);
        }
    ));

test('looks values up with quotes escaped', () =>
    withServer(
        () => ({ totalSize: 1, done: true, records: [{ Id: '001', Name: "D'Angelo & Co" }] }),
        async (url, seen) => {
            const found = await new RestTarget(access(url)).find('Account', 'Name', ["d'angelo & co"]);
            assert.equal(found.get("d'angelo & co"), '001');
            assert.match(seen[0].url, /WHERE Name IN \('d\\'angelo & co'\)/);
        }
    ));

test('deletes by ids', () =>
    withServer(
        () => [],
        async (url, seen) => {
            await new RestTarget(access(url)).remove(['a', 'b']);
            assert.equal(seen[0].method, 'DELETE');
            assert.match(seen[0].url, /\?ids=a,b&allOrNone=false$/);
        }
    ));
