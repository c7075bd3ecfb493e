import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Connection } from 'jsforce';
import { ApexException } from '../../platform/values/index.ts';
import { columnMetadata } from '../rest/column-metadata.ts';
import { ORG_ID, as, bodyOf, caseRows, withServer } from './fake-org.ts';

const QUERY = '/services/data/v67.0/query?q=SELECT+Subject+FROM+Case';

function connect(instanceUrl: string, persona = 'agent'): Connection {
    return new Connection({ instanceUrl, accessToken: `${ORG_ID}!${persona}`, version: '67.0' });
}

describe('REST shapes', () => {
    test('versions need no session', () =>
        withServer({}, async ({ url }) => {
            const [version] = await bodyOf(await fetch(`${url}/services/data`));
            assert.equal(version.version, '67.0');
        }));

    test('a doubled slash, as the sf CLI writes it, is read as one', () =>
        withServer({ query: () => caseRows(1) }, async ({ url }) => {
            const answer = await fetch(`${url}/${QUERY}`, { headers: as('agent') });
            assert.deepEqual(await answer.json(), {
                totalSize: 1,
                done: true,
                records: [{ attributes: { type: 'Case' }, Subject: '0' }]
            });
        }));

    test('jsforce fetches every batch of a large result', () =>
        withServer({ query: () => caseRows(4500) }, async ({ url }) => {
            const connection = connect(url);
            const first = await connection.query<{ Subject: string }>('SELECT Subject FROM Case');
            assert.deepEqual([first.totalSize, first.done, first.records.length], [4500, false, 2000]);
            const second = await connection.queryMore<{ Subject: string }>(first.nextRecordsUrl as string);
            const third = await connection.queryMore<{ Subject: string }>(second.nextRecordsUrl as string);
            assert.deepEqual([third.done, third.records.length, third.records[499].Subject], [true, 500, '4499']);
        }));

    test('further batches are only for who asked', () =>
        withServer({ query: () => caseRows(2001) }, async ({ url }) => {
            const { nextRecordsUrl } = await connect(url).query('SELECT Subject FROM Case');
            const answer = await fetch(nextRecordsUrl as string, { headers: as('admin') });
            assert.equal(answer.status, 404);
        }));

    test('reads are in user mode', () => {
        const query = (_soql: string, access: object) => {
            assert.deepEqual(access, { userId: '005000000000001AAA', mode: 'user', sharing: true });
            return caseRows(1);
        };
        return withServer({ query }, async ({ url }) => {
            assert.equal((await fetch(`${url}${QUERY}`, { headers: as('agent') })).status, 200);
        });
    });

    test('an error is a list with its code', () => {
        const message = "No such column 'Nope' on entity 'Case'.";
        const query = () => {
            throw new ApexException('QueryException', message);
        };
        return withServer({ query }, async ({ url }) => {
            const answer = await fetch(`${url}${QUERY}`, { headers: as('agent') });
            assert.equal(answer.status, 400);
            assert.deepEqual(await answer.json(), [{ message, errorCode: 'INVALID_FIELD' }]);
        });
    });

    test('what is not implemented says its name', () =>
        withServer({}, async ({ url }) => {
            const answer = await fetch(`${url}/services/data/v67.0/analytics/reports`, { headers: as('agent') });
            const [{ message }] = await bodyOf(answer);
            assert.deepEqual(
                [answer.status, message],
                [404, 'Not implemented in the local org: GET /analytics/reports']
            );
        }));

    test('a body that is no JSON is refused as such', () =>
        withServer({}, async ({ url }) => {
            const headers = { ...as('agent'), 'Content-Type': 'application/json' };
            const answer = await fetch(`${url}/services/data/v67.0/sobjects/Case`, {
                method: 'POST',
                headers,
                body: '{'
            });
            const [{ errorCode }] = await bodyOf(answer);
            assert.deepEqual([answer.status, errorCode], [400, 'JSON_PARSER_ERROR']);
        }));

    test('audit fields are for administrators', () =>
        withServer({}, async ({ url }) => {
            const headers = { ...as('agent'), 'Content-Type': 'application/json', 'x-tandem-audit-fields': 'true' };
            const answer = await fetch(`${url}/services/data/v67.0/composite/sobjects`, {
                method: 'POST',
                headers,
                body: '{"records":[]}'
            });
            assert.equal(answer.status, 403);
        }));

    test('columns tell fields, parents, aggregates and subqueries apart', () => {
        const soql = 'SELECT Id, Owner.Profile.Name, COUNT(Id) total, (SELECT Name, Email FROM Contacts) FROM Account';
        const names = columnMetadata(soql).map(({ columnName, aggregate }) => [columnName, aggregate]);
        assert.deepEqual(names, [
            ['Id', false],
            ['Owner', false],
            ['total', true],
            ['Contacts', true]
        ]);
        assert.equal(columnMetadata(soql)[1].joinColumns[0].joinColumns[0].columnName, 'Name');
        assert.deepEqual(
            columnMetadata(soql)[3].joinColumns.map(({ columnName }) => columnName),
            ['Name', 'Email']
        );
    });
});
