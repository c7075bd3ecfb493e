import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { localPath } from '../http/local-path.ts';
import { ORG_ID, as, bodyOf, withServer } from './fake-org.ts';

const INVALID_SESSION = [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }];

describe('sessions', () => {
    test('a bearer token of this org lets its persona in', () =>
        withServer({}, async ({ url }) => {
            const answer = await fetch(`${url}/services/oauth2/userinfo`, { headers: as('admin') });
            const { organization_id, preferred_username } = await bodyOf(answer);
            assert.deepEqual(
                [answer.status, organization_id, preferred_username],
                [200, ORG_ID, 'admin@tandem.example']
            );
        }));

    for (const [what, token] of [
        ['no token', ''],
        ['an unknown persona', `${ORG_ID}!nobody`],
        ['another org', '00D000000000002EAA!agent'],
        ['an org id in another case', `${ORG_ID.toLowerCase().replace('00d', '00D')}!agent`]
    ]) {
        test(`${what} is refused in Salesforce's words`, () =>
            withServer({}, async ({ url }) => {
                const answer = await fetch(`${url}/services/data/v67.0/query?q=x`, {
                    headers: { Authorization: `Bearer ${token}` }
                });
                assert.equal(answer.status, 401);
                assert.deepEqual(await answer.json(), INVALID_SESSION);
            }));
    }

    test('the front door logs in and leads to a page of this server', () =>
        withServer({}, async ({ url }) => {
            const sid = encodeURIComponent(`${ORG_ID}!agent`);
            const answer = await fetch(`${url}/secur/frontdoor.jsp?sid=${sid}&retURL=/lightning/o/Case/list`, {
                redirect: 'manual'
            });
            assert.deepEqual([answer.status, answer.headers.get('location')], [302, '/lightning/o/Case/list']);
            const [cookie] = (answer.headers.get('set-cookie') ?? '').split(';');
            assert.equal((await fetch(`${url}/local/apps`, { headers: { cookie } })).status, 200);
        }));

    test('the front door refuses a wrong token', () =>
        withServer({}, async ({ url }) => {
            assert.equal((await fetch(`${url}/secur/frontdoor.jsp?sid=00D!x&retURL=/`)).status, 401);
        }));

    for (const path of [
        '//evil.example',
        '/\\evil.example',
        'https://evil.example',
        '/\t/evil.example',
        'javascript:1',
        ''
    ]) {
        test(`does not lead to ${JSON.stringify(path)}`, () => assert.equal(localPath(path, '/home'), '/home'));
    }

    test('leads to a page with parameters', () => {
        const path = '/lightning/r/Case/500/view?a=https://x.example//y#z';
        assert.equal(localPath(path, '/home'), path);
    });

    test('a persona switch changes the session', () =>
        withServer({}, async ({ url }) => {
            const headers = { ...as('agent'), 'Content-Type': 'application/json' };
            const answer = await fetch(`${url}/local/persona`, { method: 'POST', headers, body: '{"name":"admin"}' });
            assert.equal(answer.status, 204);
            assert.match(answer.headers.get('set-cookie') ?? '', /sid=00D000000000001EAA!admin|%21admin/);
        }));

    test('a page of another site cannot use the session', () =>
        withServer({}, async ({ url }) => {
            const headers = { ...as('agent'), Origin: 'https://evil.example' };
            const answer = await fetch(`${url}/local/persona`, { method: 'POST', headers });
            assert.equal(answer.status, 403);
        }));
});
