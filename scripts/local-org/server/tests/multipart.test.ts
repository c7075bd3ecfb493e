import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { bodyOf } from './fake-org.ts';
import { openFixtureServer, type FixtureServer } from './fixture-server.ts';

const ROWS = '/services/data/v67.0/sobjects/ContentVersion';
const BYTES = Buffer.from([0, 1, 254, 255, 13, 10, 45, 45]);

describe('files in parts', () => {
    let server: FixtureServer;
    before(async () => {
        server = await openFixtureServer({});
    });
    after(() => server.close());

    const send = async (url: string, form: FormData, method = 'POST') => {
        const headers = { Authorization: `Bearer ${server.token('admin')}` };
        const answer = await fetch(server.url + url, { method, headers, body: form });
        return { status: answer.status, body: await bodyOf(answer) };
    };
    const form = (fields: unknown, file: Buffer | null = BYTES): FormData => {
        const made = new FormData();
        made.append('entity_content', typeof fields === 'string' ? fields : JSON.stringify(fields));
        if (file) made.append('VersionData', new Blob([file]), 'bytes.bin');
        return made;
    };
    const versions = () => {
        const access = { userId: '', mode: 'system', sharing: false } as const;
        return server.org.data.query(
            'SELECT Title, PathOnClient, ContentSize, ContentDocumentId, VersionData FROM ContentVersion ORDER BY CreatedDate, Id',
            () => null,
            access
        );
    };

    test('a new version keeps every byte', async () => {
        const { status, body } = await send(ROWS, form({ Title: 'bytes', PathOnClient: 'bytes.bin' }));
        assert.deepEqual([status, body.success], [201, true]);
        const { fields } = versions().at(-1)!;
        assert.equal(fields.get('ContentSize'), BYTES.length);
        assert.deepEqual([...(fields.get('VersionData') as { bytes: Buffer }).bytes], [...BYTES]);
        assert.match(String(fields.get('ContentDocumentId')), /^069/);
    });

    test('fields that are wrong are told of as without a file', async () => {
        const { status, body } = await send(ROWS, form({ Nothing: 1 }));
        assert.deepEqual([status, body[0].errorCode], [400, 'INVALID_FIELD']);
    });

    test('parts that cannot be read are the client’s mistake', async () => {
        const broken = await send(ROWS, form('{'));
        assert.deepEqual([broken.status, broken.body[0].errorCode], [400, 'JSON_PARSER_ERROR']);
        const type = 'multipart/form-data; boundary=x';
        const torn = await server.send('POST', ROWS, 'no parts at all', 'admin', type);
        assert.deepEqual([torn.status, torn.body[0].errorCode], [400, 'JSON_PARSER_ERROR']);
        const alone = new FormData();
        alone.append('VersionData', new Blob([BYTES]), 'bytes.bin');
        const { status, body } = await send(ROWS, alone);
        assert.deepEqual(
            [status, body[0].message],
            [400, 'Multipart message must include a non-binary part with the fields of the record.']
        );
    });

    test('in a composite request are refused by name', async () => {
        const { status, body } = await send('/services/data/v67.0/composite/sobjects', form({ records: [] }));
        assert.equal(status, 404);
        assert.match(body[0].message, /Not implemented in the local org: multipart\/form-data for POST/);
    });

    test('nobody sends any without a session', async () => {
        const answer = await fetch(server.url + ROWS, {
            method: 'POST',
            body: form({ Title: 'x', PathOnClient: 'x' })
        });
        assert.equal(answer.status, 401);
    });
});
