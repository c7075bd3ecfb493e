import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openFixtureServer, type FixtureServer } from './fixture-server.ts';

const ORDERS = `@RestResource(urlMapping='/orders/*')
global with sharing class Orders {
    global class Line { public String product; public Integer amount; public Decimal price; }
    global class Order { public String id; public List<Line> lines; public Date day; public String nothing; }
    @HttpGet
    global static Order read() {
        RestRequest request = RestContext.request;
        Order result = new Order();
        result.id = request.requestURI.substringAfterLast('/') + ' ' + request.params.get('q') + ' ' + request.resourcePath;
        RestContext.response.addHeader('X-Order', request.headers.get('x-asked'));
        return result;
    }
    @HttpPost
    global static Order create(String id, List<Line> lines, Date day) {
        insert new Account(Name = id);
        RestContext.response.statusCode = 201;
        Order result = new Order();
        result.id = id;
        result.lines = lines;
        result.day = day;
        return result;
    }
    @HttpPut
    global static void replace() {
        RestContext.response.responseBody = Blob.valueOf('raw:' + RestContext.request.requestBody.toString());
        RestContext.response.addHeader('Content-Type', 'text/plain');
    }
    @HttpDelete
    global static void remove() { Integer nothing; nothing = nothing + 1; }
}`;
const EXACT = `@RestResource(urlMapping='/orders/all')
global class AllOrders { @HttpGet global static String read() { return 'all'; } }`;
const LONGER = `@RestResource(urlMapping='/orders/open/*')
global class OpenOrders { @HttpGet global static List<String> read() { return new List<String>{ RestContext.request.requestURI }; } }`;

describe('Apex REST', () => {
    let server: FixtureServer;
    before(async () => {
        server = await openFixtureServer({ Orders: ORDERS, AllOrders: EXACT, OpenOrders: LONGER });
    });
    after(() => server.close());

    const send = (method: string, path: string, body?: unknown, persona?: string) =>
        server.send(method, `/services/apexrest${path}`, body, persona);

    test('gives Apex the request and sends what it returns, nulls included', async () => {
        const headers = { Authorization: `Bearer ${server.token('admin')}`, 'X-Asked': 'yes' };
        const answer = await fetch(`${server.url}/services/apexrest/orders/17?q=a+b`, { headers });
        assert.deepEqual([answer.status, answer.headers.get('x-order')], [200, 'yes']);
        assert.match(answer.headers.get('content-type') ?? '', /^application\/json/);
        assert.deepEqual(await answer.json(), {
            nothing: null,
            lines: null,
            id: '17 a b /services/apexrest/orders/*',
            day: null
        });
    });

    test('prefers an exact mapping, then the longest one', async () => {
        assert.deepEqual((await send('GET', '/orders/all')).body, 'all');
        assert.deepEqual((await send('GET', '/orders/open/3')).body, ['/orders/open/3']);
    });

    test('makes parameters of the keys of a JSON body', async () => {
        const lines = [{ product: 'Bolt', amount: 2, price: 1.5 }];
        const answer = await send('POST', '/orders', { id: 'New', lines, day: '2026-02-03' });
        assert.equal(answer.status, 201);
        assert.deepEqual([answer.body.lines, answer.body.day], [lines, '2026-02-03']);
    });

    test('gives the body as it is to a method without parameters', async () => {
        const answer = await send('PUT', '/orders/1', 'not JSON');
        assert.deepEqual([answer.status, answer.text], [200, 'raw:not JSON']);
        assert.match(answer.headers.get('content-type') ?? '', /^text\/plain/);
    });

    test('says in Salesforce words what is wrong', async () => {
        const codes = async (method: string, path: string, body?: unknown) => {
            const answer = await send(method, path, body);
            return [answer.status, answer.body[0].errorCode, answer.body[0].message];
        };
        assert.deepEqual(await codes('GET', '/Orders/1'), [404, 'NOT_FOUND', 'Could not find a match for URL']);
        const allowed = "HTTP Method 'PATCH' not allowed. Allowed are GET,POST,PUT,DELETE";
        assert.deepEqual(await codes('PATCH', '/orders/1'), [405, 'METHOD_NOT_ALLOWED', allowed]);
        const unexpected = 'Unexpected parameter encountered during deserialization: wrong at [line:1, column:2]';
        assert.deepEqual(await codes('POST', '/orders', { wrong: 1 }), [400, 'JSON_PARSER_ERROR', unexpected]);
        assert.deepEqual((await codes('POST', '/orders', '{')).slice(0, 2), [400, 'JSON_PARSER_ERROR']);
        assert.deepEqual((await codes('POST', '/orders', { lines: 7 })).slice(0, 2), [400, 'JSON_PARSER_ERROR']);
        const [status, code, message] = await codes('DELETE', '/orders/1');
        assert.deepEqual([status, code], [500, 'APEX_ERROR']);
        assert.equal(
            message,
            'System.NullPointerException: Attempt to de-reference a null object\n\nClass.Orders.remove: line 29, column 1'
        );
    });

    test('what fails is undone', async () => {
        await send('POST', '/orders', { id: 'x'.repeat(300) });
        const count = await server.send(
            'GET',
            "/services/data/v67.0/query?q=SELECT+COUNT()+FROM+Account+WHERE+Name+LIKE+'x%25'"
        );
        assert.equal(count.body.totalSize, 0);
    });

    test('needs a session and access to the class', async () => {
        const nobody = await fetch(`${server.url}/services/apexrest/orders/1`);
        assert.equal(nobody.status, 401);
        const agent = await send('GET', '/orders/1', undefined, 'agent');
        assert.deepEqual([agent.status, agent.body[0].errorCode], [403, 'FORBIDDEN']);
    });
});
