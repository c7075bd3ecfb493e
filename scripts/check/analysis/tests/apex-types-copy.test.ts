import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { copyWithoutStandardObjects } from '../apex-types-copy.ts';

const ROOT = path.resolve(import.meta.dirname, '../../../..');

test('the copy for the second pass lacks what the project adds to standard objects, and knows its names', () => {
    const copy = copyWithoutStandardObjects(ROOT);
    const files = readdirSync(copy.directory, { recursive: true, encoding: 'utf8' });
    copy.remove();
    assert.ok(files.some((file) => file.endsWith('AI_Audit_Log__c.object-meta.xml')));
    assert.ok(files.some((file) => file.endsWith('CaseSummary.cls')));
    assert.ok(!files.some((file) => /objects[\\/]Case[\\/]/.test(file)));
    assert.ok(copy.fields.has('ai_summary__c'));
    assert.ok(!existsSync(copy.directory));
});
