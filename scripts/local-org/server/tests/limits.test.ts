import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { printLimits } from '../start/limits.ts';
import { openFixtureServer, type FixtureServer } from './fixture-server.ts';

const SOURCES = {
    Counts: `@RestResource(urlMapping='/counts')
    global class Counts {
        @AuraEnabled public static Integer few() { return [SELECT COUNT() FROM Account]; }
        @AuraEnabled public static Integer many() { few(); few(); return few(); }
        @AuraEnabled public static void fail() { insert new Account(Name = 'x'); throw new IllegalArgumentException('no'); }
        @HttpGet global static Integer get() { later(); return few(); }
        @future private static void later() { insert new List<Account>{ new Account(Name = 'a'), new Account(Name = 'b') }; }
    }`,
    Scopes: `public class Scopes implements Database.Batchable<Integer>, Queueable {
        public void execute(QueueableContext context) { Database.executeBatch(this); }
        public Iterable<Integer> start(Database.BatchableContext context) { return new List<Integer>{ 1 }; }
        public void execute(Database.BatchableContext context, List<Integer> scope) { Counts.few(); }
        public void finish(Database.BatchableContext context) {}
    }`
};

const TRIGGER = 'force-app/main/default/triggers/Counting.trigger';

describe('limits of each request', () => {
    let server: FixtureServer;
    const lines: string[] = [];

    before(async () => {
        server = await openFixtureServer({
            ...SOURCES,
            [TRIGGER]: 'trigger Counting on Contact (before insert) { Counts.few(); }'
        });
        printLimits(server.org, (line) => lines.push(line));
    });
    beforeEach(() => void lines.splice(0));
    after(() => server.close());

    const figures = (): Record<string, number[]> =>
        Object.fromEntries(
            lines
                .filter((line) => !line.includes('used by'))
                .map((line) => [
                    line
                        .trim()
                        .replace(/^[\d ]+/, '')
                        .split(',')[0],
                    line.trim().split(/ +/).slice(0, 6).map(Number)
                ])
        );
    const call = (method: string) => server.send('POST', `/local/apex/Counts.${method}`, {});

    test('name the method, and show a query more', async () => {
        await call('few');
        await call('many');
        assert.match(lines[0], /SOQL +rows +SOSL +DML +rows +callouts +queueable +future +CPU ms +heap kB +used by/);
        assert.match(lines[1], /Counts\.few AURA, admin@/);
        const { 'Counts.few AURA': few, 'Counts.many AURA': many } = figures();
        assert.deepEqual(
            [few, many],
            [
                [1, 1, 0, 0, 0, 0],
                [3, 3, 0, 0, 0, 0]
            ]
        );
    });

    test('are told of what was rolled back', async () => {
        await call('fail');
        assert.match(lines.at(-1) ?? '', /Counts\.fail AURA, .*, rolled back$/);
        assert.deepEqual(figures()['Counts.fail AURA'], [0, 0, 0, 1, 1, 0]);
    });

    test('of Apex REST, anonymous Apex and the jobs that follow', async () => {
        await server.send('GET', '/services/apexrest/counts');
        await server.send('POST', '/services/data/v67.0/tooling/executeAnonymous', {
            anonymousBody: 'System.enqueueJob(new Scopes());'
        });
        await server.org.runJobs();
        assert.deepEqual(figures()['Counts.get REST'], [1, 1, 0, 0, 0, 0]);
        assert.deepEqual(figures()['Counts.later FUTURE'], [0, 0, 0, 1, 2, 0]);
        assert.deepEqual(figures()['Scopes.execute BATCH_APEX'], [1, 1, 0, 0, 0, 0]);
        for (const entry of [
            'anonymous Apex ANONYMOUS',
            'Scopes.execute QUEUEABLE',
            'Scopes.start BATCH_APEX',
            'Scopes.finish BATCH_APEX'
        ])
            assert.ok(figures()[entry], entry);
    });

    test('of requests to the API whose triggers work, and of no others', async () => {
        await server.send('GET', '/services/data/v67.0/query?q=SELECT+Id+FROM+Account');
        await server.send('POST', '/services/data/v67.0/sobjects/Account', { Name: 'quiet' });
        assert.deepEqual(lines, []);
        const answer = await server.send('POST', '/services/data/v67.0/sobjects/Contact', { LastName: 'loud' });
        assert.equal(answer.status, 201);
        assert.equal(figures()['API SYNCHRONOUS'][0], 1);
    });
});
