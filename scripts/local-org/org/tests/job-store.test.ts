import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { LocalOrg } from '../../org.ts';
import { FixtureProject } from './fixture.ts';

const SOURCES = {
    Later: `public class Later implements Queueable {
        public enum Mood { GOOD, BAD }
        private class Inner { public Decimal price = 1.50; public Mood feeling = Mood.BAD; private Later owner; }
        private String name;
        private Inner nested = new Inner();
        private Map<String, Set<Integer>> numbers = new Map<String, Set<Integer>>{ 'a' => new Set<Integer>{ 1, 2 } };
        private List<Account> records;
        private Long big = 5000000000L;
        private Date day = Date.newInstance(2026, 2, 3);
        private Datetime moment = Datetime.newInstanceGmt(2026, 2, 3, 4, 5, 6);
        public Later(String name) {
            this.name = name;
            this.nested.owner = this;
            this.records = [SELECT Id, Name, Owner.Name FROM Account LIMIT 1];
        }
        public void execute(QueueableContext context) {
            List<Object> parts = new List<Object>{ nested.price, nested.feeling, nested.owner === this,
                numbers.get('a').contains(2), records[0].Name, records[0].Owner.Name != null, big, day, moment.getTime() };
            insert new Account(Name = name, Description = String.join(parts, ' '));
        }
    }`
};

const STATE = '1.50 BAD true true First true 5000000000 2026-02-03 00:00:00 1770091506000';

describe('jobs that wait', () => {
    let project: FixtureProject;
    let folder: string;
    let dataFile: string;

    before(() => {
        project = new FixtureProject(SOURCES);
    });
    beforeEach(() => {
        folder = mkdtempSync(path.join(tmpdir(), 'local-org-jobs-'));
        dataFile = path.join(folder, 'org.sqlite');
    });
    after(() => {
        project.remove();
    });

    const open = (): LocalOrg => LocalOrg.open({ projectDir: project.dir, dataFile, quiet: true, cacheSyntax: false });
    const laters = (org: LocalOrg): unknown[] => {
        const access = { userId: '', mode: 'system', sharing: false } as const;
        const rows = org.data.query("SELECT Description FROM Account WHERE Name = 'later'", () => null, access);
        return rows.map(({ fields }) => fields.get('Description'));
    };
    const enqueue = (org: LocalOrg, minutes: number): void => {
        const source = `insert new Account(Name = 'First'); System.enqueueJob(new Later('later'), ${minutes});`;
        assert.equal(org.executeAnonymous('admin', source).exceptionMessage, null);
    };
    const makeDue = (): void => {
        const jobs = JSON.parse(readFileSync(`${dataFile}.jobs.json`, 'utf8')) as { due: number }[];
        writeFileSync(`${dataFile}.jobs.json`, JSON.stringify(jobs.map((job) => ({ ...job, due: 1 }))));
    };

    test('run at the next start, as they were enqueued, when they became due meanwhile', async () => {
        const first = open();
        enqueue(first, 5);
        await first.runJobs();
        assert.deepEqual(laters(first), []);
        first.close();
        makeDue();
        const second = open();
        await second.runJobs();
        assert.deepEqual(laters(second), [STATE]);
        assert.equal(existsSync(`${dataFile}.jobs.json`), false);
        second.close();
        rmSync(folder, { recursive: true });
    });

    test('run while the org is open, when their time comes', async () => {
        const org = open();
        enqueue(org, 0);
        assert.equal(existsSync(`${dataFile}.jobs.json`), true);
        await org.runJobs();
        assert.deepEqual(laters(org), [STATE]);
        org.close();
        rmSync(folder, { recursive: true });
    });

    test('of a class that is gone are told of and forgotten', async () => {
        const org = open();
        enqueue(org, 5);
        org.close();
        const text = readFileSync(`${dataFile}.jobs.json`, 'utf8').replaceAll('"Later"', '"Gone"');
        writeFileSync(`${dataFile}.jobs.json`, text);
        const next = open();
        await next.runJobs();
        assert.deepEqual(laters(next), []);
        next.close();
        rmSync(folder, { recursive: true });
    });

    test('in a damaged file say what to do', () => {
        writeFileSync(`${dataFile}.jobs.json`, '[{');
        assert.throws(open, /jobs\.json cannot be read .*npm run reset/);
        rmSync(folder, { recursive: true });
    });
});
