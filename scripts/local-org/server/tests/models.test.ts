import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { LocalOrg } from '../../org.ts';
import { firstModels } from '../start/models.ts';
import { useModel } from '../start/prepare-org.ts';

const PROJECT_DIR = path.resolve(import.meta.dirname, '../../../..');

let org: LocalOrg;
before(() => {
    org = LocalOrg.open({ projectDir: PROJECT_DIR, dataFile: ':memory:', quiet: true });
});
after(() => org.close());

const active = (): string[] => {
    const access = { userId: org.user('admin').id, mode: 'system', sharing: false } as const;
    const rows = org.data.query('SELECT DeveloperName FROM AI_Model__mdt WHERE Active__c = TRUE', () => null, access);
    return rows.map((row) => String(row.fields.get('DeveloperName')));
};
const real = { label: 'Anthropic', simulatorUrl: null, stop: () => Promise.resolve() };

describe('models of a provider without a key', () => {
    test('are all active as long as the simulator answers', () => {
        const label = useModel(org, { ...real, label: 'Model simulator', simulatorUrl: 'http://127.0.0.1:1' });
        assert.equal(label, 'Model simulator');
        assert.equal(firstModels(org), 'GPT-4.1 mini (OpenAI)');
        assert.equal(active().length, 3);
    });

    test('are inactive when only another provider has one, and the page names the model that answers', () => {
        org.http.resolver.credentials = (credential) => (credential === 'Anthropic' ? 'a key' : undefined);
        assert.equal(useModel(org, real), 'Claude Haiku 4.5 (Anthropic)');
        assert.deepEqual(active(), ['Anthropic_Claude_Haiku_4_5']);
    });

    test('stay inactive when their metadata is read again', () => {
        org.reload(org.metadata.customMetadataRecords.map(({ file }) => file));
        assert.deepEqual(active(), ['Anthropic_Claude_Haiku_4_5']);
    });
});
