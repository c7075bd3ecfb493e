import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, test } from 'node:test';
import { buildSchema } from '../schema/index.ts';
import type { SchemaSettings } from '../schema/index.ts';

const CONFIG = resolve(import.meta.dirname, '../../../../config');
const METADATA = { objects: [], valueSets: [] };

const build = (objectSettings?: SchemaSettings['objectSettings']) =>
    buildSchema(METADATA, { features: [], objectSettings });

const settingsOf = (file: string): unknown =>
    (JSON.parse(readFileSync(join(CONFIG, file), 'utf8')) as SchemaSettings).objectSettings;

describe('object settings', () => {
    test('set the organisation-wide default; without them an object has that of a new org', () => {
        assert.equal(build().object('Opportunity')?.sharingModel, 'ReadWrite');
        assert.equal(
            build({ opportunity: { sharingModel: 'private' } }).object('Opportunity')?.sharingModel,
            'Private'
        );
        assert.equal(build({ account: { sharingModel: 'read' } }).object('Account')?.sharingModel, 'Read');
        assert.equal(build({ account: {} }).object('Account')?.sharingModel, 'ReadWrite');
    });

    test('with an object or a model that does not exist stop the start, and say which', () => {
        assert.throws(() => build({ opportunities: { sharingModel: 'private' } }), /'opportunities'/);
        assert.throws(() => build({ opportunity: { sharingModel: 'Private' } }), /'Private'; it can be private, read/);
    });

    test('are the same in the local org and in every scratch org', () => {
        const local = settingsOf('local-org/personas.json');
        assert.ok(local);
        for (const shape of ['project', 'service', 'field-service'])
            assert.deepEqual(settingsOf(`${shape}-scratch-def.json`), local, shape);
    });
});
