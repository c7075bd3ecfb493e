import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Finding } from '../finding.ts';
import { applySuppressions } from '../suppressions.ts';

const SUPPRESSION = { rule: 'Rule', files: ['A__c/fields/X__c.field-meta.xml'], reason: 'A number' };
const FINDING: Finding = {
    file: 'force-app/core/objects/A__c/fields/X__c.field-meta.xml',
    line: 1,
    severity: 3,
    rule: 'Rule',
    message: 'm'
};
const read = (): string => '<type>Number</type>';

describe('suppressions of the analysis', () => {
    test('a finding of the rule in the file is left out', () => {
        assert.deepEqual(applySuppressions([FINDING], read, [SUPPRESSION]), []);
    });

    test('a finding of another rule or file stays', () => {
        const others = [
            { ...FINDING, rule: 'Other' },
            { ...FINDING, file: 'force-app/core/objects/B__c/fields/X__c.field-meta.xml' }
        ];
        assert.deepEqual(applySuppressions([FINDING, ...others], read, [SUPPRESSION]), others);
    });

    test('a suppression that finds nothing is itself a finding', () => {
        const [stale] = applySuppressions([], read, [SUPPRESSION]);
        assert.equal(stale.rule, 'Stale suppression');
        assert.equal(stale.file, SUPPRESSION.files[0]);
    });

    test('what the message or the file says narrows it', () => {
        const general = { rule: 'Rule', reason: 'A number' };
        assert.deepEqual(applySuppressions([FINDING], read, [{ ...general, text: /<type>Number/ }]), []);
        assert.equal(applySuppressions([FINDING], read, [{ ...general, text: /<type>Text</ }])[0], FINDING);
        assert.equal(applySuppressions([FINDING], read, [{ ...general, message: /other/ }])[0], FINDING);
    });

    test('one for the whole project that finds nothing is a finding too', () => {
        const [stale] = applySuppressions([], read, [{ rule: 'Rule', reason: 'A number' }]);
        assert.equal(stale.file, 'scripts/check/analysis/suppressions.ts');
    });
});
