import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, test } from 'node:test';
import { withServer } from './fake-org.ts';

describe('bundles of the browser', () => {
    test('are kept by browsers for good: their names change with their content', () =>
        withServer({}, async ({ url }) => {
            const answer = await fetch(`${url}/app/${path.basename(import.meta.filename)}`);
            assert.equal(answer.status, 200);
            assert.equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable');
        }));
});
