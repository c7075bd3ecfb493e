import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Finding } from '../apex-types.ts';
import { applySuppressions } from '../suppressions.ts';

const SUPPRESSION = { rule: 'Rule', files: ['A__c/fields/X__c.field-meta.xml'], reason: 'A number' };
const FINDING: Finding = {
    file: 'force-app/core/objects/A__c/fields/X__c.field-meta.xml',
    line: 1,
    severity: 3,
    rule: 'Rule',
    message: 'm'
};

describe('suppressions of the analysis', () => {
    test('a finding of the rule in the file is left out', () => {
        assert.deepEqual(applySuppressions([FINDING], [SUPPRESSION]), []);
    });

    test('a finding of another rule or file stays', () => {
        const others = [
            { ...FINDING, rule: 'Other' },
            { ...FINDING, file: 'force-app/core/objects/B__c/fields/X__c.field-meta.xml' }
        ];
        assert.deepEqual(applySuppressions([FINDING, ...others], [SUPPRESSION]), others);
    });

    test('a suppression that finds nothing is itself a finding', () => {
        const [stale] = applySuppressions([], [SUPPRESSION]);
        assert.equal(stale.rule, 'Stale suppression');
        assert.equal(stale.file, SUPPRESSION.files[0]);
    });
});
