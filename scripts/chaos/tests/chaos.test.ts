import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { describe as inWords } from '../report.ts';
import { runChaos } from '../run.ts';

describe('chaos', () => {
    test('leaves every request with one end, whatever the model does', { timeout: 240_000 }, async () => {
        const result = await runChaos({ seed: 20, requests: 100, rate: 0.35 });
        const { evidence, violations } = result;
        assert.deepEqual(violations, [], inWords(result));
        const outcomes = new Set(evidence.audit.map((row) => row.Outcome__c));
        assert.ok(outcomes.has('Done') && outcomes.size > 3, `it was tried in earnest: ${[...outcomes].join(', ')}`);
        assert.ok(
            evidence.received.some(({ fault }) => fault !== null),
            'the model failed'
        );
        const channels = new Set(evidence.requests.map((row) => row.Channel__c));
        assert.deepEqual([...channels].sort(), ['API', 'Event', 'Flow', 'Panel'], 'by every way');
        assert.ok(
            evidence.requests.some((row) => Number(row.Attempts__c) > 1),
            'some were tried again'
        );
    });
});
