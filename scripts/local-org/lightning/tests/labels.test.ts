import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { readLabels } from '../build/labels.ts';
import { temporaryProject } from './temporary-project.ts';

const labelsFile = `<?xml version="1.0" encoding="UTF-8"?>
<CustomLabels xmlns="http://soap.sforce.com/2006/04/metadata">
    <labels><fullName>Panel_Save</fullName><language>en_US</language><value>Save &amp; close</value></labels>
    <labels><fullName>Panel_Count</fullName><language>en_US</language><value>10</value></labels>
</CustomLabels>`;

const german = `<?xml version="1.0" encoding="UTF-8"?>
<Translations xmlns="http://soap.sforce.com/2006/04/metadata">
    <customLabels><label>Speichern</label><name>Panel_Save</name></customLabels>
    <customLabels><label>Weg</label><name>Not_There</name></customLabels>
</Translations>`;

describe('custom labels', () => {
    const project = temporaryProject({
        'labels/CustomLabels.labels-meta.xml': labelsFile,
        'translations/de.translation-meta.xml': german
    });
    after(() => project.remove());
    const labels = readLabels(project.directory);

    test('are found by name in any case, with entities read', () => {
        assert.equal(labels.get('panel_save')?.value, 'Save & close');
    });

    test('stay text when they look like numbers', () => {
        assert.equal(labels.get('panel_count')?.value, '10');
    });

    test('carry the translations that the project ships', () => {
        assert.deepEqual(labels.get('panel_save')?.translations, { de: 'Speichern' });
        assert.equal(labels.has('not_there'), false);
    });
});
