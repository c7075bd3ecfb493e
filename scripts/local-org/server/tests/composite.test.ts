import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openFixtureServer, type FixtureServer } from './fixture-server.ts';

const V = '/services/data/v67.0';

describe('composite requests', () => {
    let server: FixtureServer;
    before(async () => {
        server = await openFixtureServer({});
    });
    after(() => server.close());

    const send = (path: string, body: unknown, persona?: string) => server.send('POST', `${V}${path}`, body, persona);
    const count = async (name: string): Promise<number> => {
        const soql = encodeURIComponent(`SELECT COUNT() FROM Account WHERE Name = '${name}'`);
        return (await server.send('GET', `${V}/query?q=${soql}`)).body.totalSize;
    };
    const create = (referenceId: string, body: object, object = 'Account') => ({
        method: 'POST',
        url: `${V}/sobjects/${object}`,
        referenceId,
        body
    });

    test('a subrequest uses what earlier ones answered', async () => {
        const query = `${V}/query?q=SELECT+Id,Account.Name+FROM+Contact+WHERE+Id='@{contact.id}'`;
        const { status, body } = await send('/composite', {
            compositeRequest: [
                create('account', { Name: 'Referred' }),
                create('contact', { LastName: 'One', AccountId: '@{account.id}' }, 'Contact'),
                { method: 'GET', url: query, referenceId: 'found' },
                {
                    method: 'GET',
                    url: `${V}/sobjects/Contact/@{found.records[0].Id}?fields=LastName`,
                    referenceId: 'read'
                },
                {
                    method: 'PATCH',
                    url: `${V}/sobjects/Account/@{account.id}`,
                    referenceId: 'named',
                    body: { Site: 'of @{read.LastName}' }
                }
            ]
        });
        assert.equal(status, 200);
        const [account, contact, found, read, named] = body.compositeResponse;
        assert.deepEqual([account.httpStatusCode, account.body.success, account.referenceId], [201, true, 'account']);
        assert.equal(account.httpHeaders.Location, `${V}/sobjects/Account/${account.body.id}`);
        assert.equal(contact.httpStatusCode, 201);
        assert.equal(found.body.records[0].Account.Name, 'Referred');
        assert.equal(read.body.LastName, 'One');
        assert.deepEqual([named.httpStatusCode, named.body], [204, null]);
    });

    test('with allOrNone nothing stays of what went before a failure', async () => {
        const { body } = await send('/composite', {
            allOrNone: true,
            compositeRequest: [
                create('good', { Name: 'Undone' }),
                create('bad', { Nope: 1 }),
                create('late', { Name: 'Undone' })
            ]
        });
        const codes = body.compositeResponse.map(
            ({ httpStatusCode, body: [error] }: { httpStatusCode: number; body: { errorCode: string }[] }) => [
                httpStatusCode,
                error.errorCode
            ]
        );
        assert.deepEqual(codes, [
            [400, 'PROCESSING_HALTED'],
            [400, 'INVALID_FIELD'],
            [400, 'PROCESSING_HALTED']
        ]);
        assert.equal(await count('Undone'), 0);
    });

    test('without it only what depends on the failure fails too', async () => {
        const { body } = await send('/composite', {
            compositeRequest: [
                create('bad', { Nope: 1 }),
                create('child', { LastName: 'x', AccountId: '@{bad.id}' }, 'Contact'),
                create('good', { Name: 'Stays' })
            ]
        });
        const statuses = body.compositeResponse.map(({ httpStatusCode }: { httpStatusCode: number }) => httpStatusCode);
        assert.deepEqual(statuses, [400, 400, 201]);
        assert.match(body.compositeResponse[1].body[0].message, /Invalid reference specified. No value for bad.id/);
        assert.equal(await count('Stays'), 1);
    });

    test('a graph is kept or undone for itself', async () => {
        const graph = (graphId: string, ...compositeRequest: object[]) => ({ graphId, compositeRequest });
        const { body } = await send('/composite/graph', {
            graphs: [
                graph('1', create('a', { Name: 'Graph one' })),
                graph('2', create('a', { Name: 'Graph two' }), create('b', {}))
            ]
        });
        assert.deepEqual(
            body.graphs.map(({ isSuccessful }: { isSuccessful: boolean }) => isSuccessful),
            [true, false]
        );
        assert.deepEqual([await count('Graph one'), await count('Graph two')], [1, 0]);
    });

    test('a batch goes on after a failure, unless it is to halt', async () => {
        const batchRequests = [
            { method: 'POST', url: 'v67.0/sobjects/Account', richInput: { Name: 'Batch' } },
            { method: 'GET', url: 'v67.0/sobjects/Nope' },
            { method: 'GET', url: '/services/data/v67.0/limits' }
        ];
        const all = (await send('/composite/batch', { batchRequests })).body;
        const statuses = ({ results }: { results: { statusCode: number }[] }) =>
            results.map(({ statusCode }) => statusCode);
        assert.deepEqual([all.hasErrors, statuses(all)], [true, [201, 404, 200]]);
        const halted = (await send('/composite/batch', { batchRequests, haltOnError: true })).body;
        assert.deepEqual(statuses(halted), [201, 404, 412]);
    });

    test('rights are those of the user', async () => {
        const { body } = await send(
            '/composite',
            { compositeRequest: [create('org', {}, 'PermissionSet')] },
            'restricted'
        );
        assert.ok(body.compositeResponse[0].httpStatusCode >= 400);
    });

    test('what has no place in a composite request is refused, and so is a malformed one', async () => {
        const { body } = await send('/composite', {
            compositeRequest: [{ method: 'POST', url: `${V}/composite`, referenceId: 'x', body: {} }]
        });
        assert.equal(body.compositeResponse[0].httpStatusCode, 404);
        assert.equal((await send('/composite', { compositeRequest: [{ method: 'GET' }] })).status, 400);
        assert.equal((await send('/composite', {})).body[0].errorCode, 'JSON_PARSER_ERROR');
        const many = Array.from({ length: 26 }, (_, index) => create(`r${index}`, { Name: 'x' }));
        assert.equal((await send('/composite', { compositeRequest: many })).body[0].errorCode, 'LIMIT_EXCEEDED');
    });
});
