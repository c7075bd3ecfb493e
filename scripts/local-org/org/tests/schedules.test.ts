import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { LocalOrg } from '../../org.ts';
import { FixtureProject } from './fixture.ts';

const HOUR = 3_600_000;
const SYSTEM = { userId: '', mode: 'system', sharing: false } as const;
const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

const SOURCES = {
    Hourly: `public class Hourly implements Schedulable {
        private String name;
        private Integer runs = 0;
        public Hourly(String name) { this.name = name; }
        public void execute(SchedulableContext context) {
            runs++;
            insert new Account(Name = name + ' ' + runs, Description = context.getTriggerId());
            if (name == 'failing') throw new IllegalArgumentException('no');
        }
    }`,
    Scopes: `public class Scopes implements Database.Batchable<Integer> {
        public Iterable<Integer> start(Database.BatchableContext context) { return new List<Integer>{ 1, 2, 3 }; }
        public void execute(Database.BatchableContext context, List<Integer> scope) {
            insert new Account(Name = 'scope of ' + scope.size());
        }
        public void finish(Database.BatchableContext context) {}
    }`,
    Later: `public class Later {
        @future public static void note(String name, List<Integer> numbers, Date day) {
            insert new Account(Name = name + numbers + String.valueOf(day));
        }
        @future public static void note(Integer other) { insert new Account(Name = 'other'); }
    }`,
    'force-app/main/default/objects/Told__e/Told__e.object-meta.xml': `<?xml version="1.0" encoding="UTF-8"?><CustomObject ${NAMESPACE}><deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType><label>Told</label><pluralLabel>Told</pluralLabel><publishBehavior>PublishAfterCommit</publishBehavior></CustomObject>`,
    'force-app/main/default/objects/Told__e/fields/Word__c.field-meta.xml': `<?xml version="1.0" encoding="UTF-8"?><CustomField ${NAMESPACE}><fullName>Word__c</fullName><label>Word</label><length>80</length><type>Text</type></CustomField>`
};

describe('what runs later', () => {
    let project: FixtureProject;
    let folder: string;
    let time: number;
    let org: LocalOrg;

    before(() => {
        project = new FixtureProject(SOURCES);
        project.addTrigger(
            'Hear',
            'trigger Hear on Told__e (after insert) { for (Told__e told : Trigger.new) insert new Account(Name = told.Word__c); }'
        );
    });
    beforeEach(() => {
        folder = mkdtempSync(path.join(tmpdir(), 'local-org-schedules-'));
        time = Date.UTC(2026, 0, 5, 10, 30);
        org = open();
    });
    afterEach(() => {
        org.close();
        rmSync(folder, { recursive: true });
    });
    after(() => project.remove());

    const open = (): LocalOrg =>
        LocalOrg.open({
            projectDir: project.dir,
            dataFile: path.join(folder, 'org.sqlite'),
            quiet: true,
            cacheSyntax: false,
            clock: () => time
        });
    const restart = (): void => {
        org.close();
        org = open();
    };
    const run = (source: string): void => {
        const { compileProblem, exceptionMessage } = org.executeAnonymous('admin', source);
        assert.equal(compileProblem ?? exceptionMessage, null);
    };
    const at = async (moment: number): Promise<unknown[]> => {
        time = moment;
        await org.runJobs();
        return names();
    };
    const names = (): unknown[] =>
        org.data
            .query('SELECT Name FROM Account ORDER BY Name', () => null, SYSTEM)
            .map((row) => row.fields.get('Name'));
    const schedule = (name: string, cron = '0 0 * * * ?'): void =>
        run(`System.schedule('${name}', '${cron}', new Hourly('${name}'));`);
    const trigger = (): Record<string, unknown> => {
        const soql = 'SELECT State, TimesTriggered, NextFireTime, PreviousFireTime FROM CronTrigger';
        const [row] = org.data.query(soql, () => null, SYSTEM);
        return row && Object.fromEntries([...row.fields].map(([name, value]) => [name, String(value)]));
    };

    test('a schedule runs when its time has come, each time with the state it was scheduled with', async () => {
        schedule('job');
        assert.deepEqual(await at(Date.UTC(2026, 0, 5, 10, 59, 59)), []);
        assert.deepEqual(await at(Date.UTC(2026, 0, 5, 11)), ['job 1']);
        assert.deepEqual(await at(Date.UTC(2026, 0, 5, 11, 30)), ['job 1']);
        assert.deepEqual(await at(Date.UTC(2026, 0, 5, 12)), ['job 1', 'job 1']);
        const { State, TimesTriggered, NextFireTime, PreviousFireTime } = trigger();
        assert.deepEqual([State, TimesTriggered], ['WAITING', '2']);
        assert.deepEqual([PreviousFireTime, NextFireTime], ['2026-01-05 12:00:00', '2026-01-05 13:00:00']);
    });

    test('a schedule that fires once is complete then', async () => {
        schedule('once', '0 0 11 5 1 ? 2026');
        assert.deepEqual(await at(Date.UTC(2026, 0, 5, 11)), ['once 1']);
        assert.deepEqual([trigger().State, trigger().NextFireTime], ['COMPLETE', undefined]);
        assert.deepEqual(await at(Date.UTC(2027, 0, 5, 11)), ['once 1']);
    });

    test('a schedule outlives a restart, and what it missed meanwhile it does once', async () => {
        schedule('job');
        restart();
        time += 5 * HOUR;
        restart();
        assert.deepEqual(await at(time), ['job 1']);
        restart();
        assert.deepEqual(await at(time), ['job 1']);
        assert.deepEqual(await at(time + HOUR), ['job 1', 'job 1']);
    });

    test('a schedule that failed goes on', async () => {
        schedule('failing');
        assert.deepEqual(await at(time + HOUR), []);
        assert.equal(trigger().TimesTriggered, '1');
        assert.equal(trigger().State, 'WAITING');
    });

    test('an aborted schedule runs no more, also after a restart', async () => {
        schedule('job');
        run('System.abortJob([SELECT Id FROM CronTrigger].Id);');
        restart();
        assert.deepEqual(await at(time + HOUR), []);
        assert.equal(trigger(), undefined);
    });

    test('a schedule of a transaction that was undone never was', async () => {
        const source = `System.schedule('job', '0 0 * * * ?', new Hourly('job')); throw new IllegalArgumentException('no');`;
        assert.equal(org.executeAnonymous('admin', source).success, false);
        assert.deepEqual(await at(time + HOUR), []);
    });

    test('a batch that was scheduled starts in its pieces, also after a restart', async () => {
        run("System.scheduleBatch(new Scopes(), 'batch', 10, 2);");
        restart();
        assert.deepEqual(await at(time + 9 * 60_000), []);
        assert.deepEqual(await at(time + 60_000), ['scope of 1', 'scope of 2']);
    });

    test('calls of future methods outlive a restart with their arguments, overloads apart', async () => {
        run("Later.note('x', new List<Integer>{ 1, 2 }, Date.newInstance(2026, 1, 2)); Later.note(1);");
        restart();
        assert.deepEqual(await at(time), ['other', 'x(1, 2)2026-01-02']);
        restart();
        assert.deepEqual(await at(time), ['other', 'x(1, 2)2026-01-02']);
    });

    test('events on their way to a trigger outlive a restart', async () => {
        run("EventBus.publish(new List<Told__e>{ new Told__e(Word__c = 'a'), new Told__e(Word__c = 'b') });");
        restart();
        assert.deepEqual(await at(time), ['a', 'b']);
        restart();
        assert.deepEqual(await at(time), ['a', 'b']);
    });

    test('a call of a future method that is gone is told of and forgotten', async () => {
        run('Later.note(1);');
        project.addSource('Later', 'public class Later {}');
        restart();
        assert.deepEqual(await at(time), []);
        project.addSource('Later', SOURCES.Later);
    });
});
