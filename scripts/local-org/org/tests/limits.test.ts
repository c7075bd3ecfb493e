import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FinishedTransaction } from '../transactions.ts';
import { FixtureProject } from './fixture.ts';

test('each transaction tells what it used, also one that was rolled back and the jobs of another', () => {
    const project = new FixtureProject({
        Later: `public class Later implements Queueable {
            public void execute(QueueableContext context) { List<Account> all = [SELECT Id FROM Account]; }
        }`
    });
    const org = project.open();
    const seen: FinishedTransaction[] = [];
    org.transactions.onFinished = (transaction) => seen.push(transaction);
    org.executeAnonymous('admin', "insert new Account(Name = 'a'); System.enqueueJob(new Later());");
    org.executeAnonymous('admin', "insert new Account(Name = 'b'); throw new IllegalArgumentException('no');");
    org.drainAsync();
    org.close();
    project.remove();
    const told = seen.map(({ quiddity, committed, limits }) => [
        quiddity,
        committed,
        limits.DmlRows,
        limits.Queries,
        limits.QueryRows
    ]);
    assert.deepEqual(told, [
        ['ANONYMOUS', true, 1, 0, 0],
        ['ANONYMOUS', false, 1, 0, 0],
        ['QUEUEABLE', true, 0, 1, 1]
    ]);
});
