import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextFireTime } from '../cron.ts';

const NOW = Date.UTC(2026, 0, 1, 12, 0, 0);
const next = (expression: string, zone = 'UTC'): string | null => {
    const found = nextFireTime(expression, NOW, zone);
    return found === null ? null : new Date(found).toISOString().slice(0, 19);
};

test('the next moment of a cron expression', () => {
    assert.equal(next('0 30 2 * * ?'), '2026-01-02T02:30:00');
    assert.equal(next('0 0/15 * * * ?'), '2026-01-01T12:15:00');
    assert.equal(next('0 0 9 ? * MON-FRI'), '2026-01-02T09:00:00');
    assert.equal(next('0 0 0 1 1 ? 2050'), '2050-01-01T00:00:00');
    assert.equal(next('0 0 9 * * ?', 'America/Los_Angeles'), '2026-01-01T17:00:00');
    assert.equal(next('0 0 0 1 1 ? 2020'), null);
});
