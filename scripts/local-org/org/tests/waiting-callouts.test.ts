import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, test } from 'node:test';
import { LocalOrg } from '../../org.ts';
import { FixtureProject } from './fixture.ts';

const ANSWER_MS = 300;

/** Answers slowly with the number of the request, and counts who waits. */
class SlowModel {
    readonly server: Server;
    bodies: string[] = [];
    waiting = 0;
    mostWaiting = 0;

    constructor() {
        this.server = createServer((request, response) => {
            let body = '';
            request.on('data', (chunk: Buffer) => (body += chunk.toString()));
            request.on('end', () => {
                const number = this.bodies.push(body);
                this.mostWaiting = Math.max(this.mostWaiting, ++this.waiting);
                setTimeout(() => {
                    this.waiting--;
                    response.end(`answer ${number} to ${body}`);
                }, ANSWER_MS);
            });
        });
    }

    listen(): Promise<string> {
        return new Promise((resolve) =>
            this.server.listen(0, '127.0.0.1', () =>
                resolve(`http://127.0.0.1:${(this.server.address() as AddressInfo).port}`)
            )
        );
    }
}

const APEX = (url: string): Record<string, string> => ({
    Model: `public class Model {
        public static String ask(String body) {
            HttpRequest request = new HttpRequest();
            request.setEndpoint('${url}/ask');
            request.setMethod('POST');
            request.setBody(body);
            return new Http().send(request).getBody();
        }
        @AuraEnabled
        public static String wait(String body) {
            Long before = System.currentTimeMillis();
            String answer = ask(body);
            return answer + '|' + (System.currentTimeMillis() - before >= ${ANSWER_MS} - 20);
        }
        @AuraEnabled
        public static Boolean countsItsOwnWork(String body) {
            ask(body);
            return Limits.getCpuTime() >= 0;
        }
        @AuraEnabled
        public static String stubborn() {
            try {
                ask('one');
            } catch (Exception error) {
                insert new Account(Name = 'caught');
            } finally {
                insert new Account(Name = 'finally');
            }
            return 'done';
        }
        @AuraEnabled
        public static String twice() {
            return ask('first') + ', ' + ask('second');
        }
        @future(callout=true)
        public static void later(String body) {
            insert new Account(Name = ask(body));
        }
    }`,
    Asking: `public class Asking implements Queueable, Database.AllowsCallouts {
        private String body;
        private Integer runs = 0;
        private List<Account> found = new List<Account>();
        public Asking(String body) { this.body = body; this.found.add(new Account(Name = 'kept')); }
        public void execute(QueueableContext context) {
            runs++;
            insert new Account(Name = Model.ask(body), Description = 'runs ' + runs + ' ' + found[0].Name);
        }
    }`,
    Scopes: `public class Scopes implements Database.Batchable<Integer>, Database.AllowsCallouts, Database.Stateful {
        private List<String> answers = new List<String>();
        public Iterable<Integer> start(Database.BatchableContext context) { return new List<Integer>{ 1, 2, 3 }; }
        public void execute(Database.BatchableContext context, List<Integer> scope) {
            answers.add(Model.ask('scope ' + scope[0]));
            System.enqueueJob(new Follower('after ' + scope[0]));
        }
        public void finish(Database.BatchableContext context) {
            insert new Account(Name = 'finish', Description = String.join(answers, '; '));
        }
    }`,
    Follower: `public class Follower implements Queueable {
        private String name;
        public Follower(String name) { this.name = name; }
        public void execute(QueueableContext context) { insert new Account(Name = name); }
    }`,
    'force-app/main/default/remoteSiteSettings/Model.remoteSite-meta.xml': `<?xml version="1.0" encoding="UTF-8"?>
<RemoteSiteSetting xmlns="http://soap.sforce.com/2006/04/metadata"><isActive>true</isActive><url>${url}</url></RemoteSiteSetting>`
});

describe('callouts while others run', () => {
    let model: SlowModel;
    let project: FixtureProject;
    let org: LocalOrg;

    before(async () => {
        model = new SlowModel();
        project = new FixtureProject(APEX(await model.listen()));
        org = project.open();
    });
    beforeEach(() => {
        Object.assign(model, { bodies: [], mostWaiting: 0 });
        org.executeAnonymous('admin', 'delete [SELECT Id FROM Account];');
    });
    after(() => {
        org.close();
        model.server.close();
        project.remove();
    });

    const accounts = (): string[] => {
        const access = { userId: '', mode: 'system', sharing: false } as const;
        const rows = org.data.query('SELECT Name, Description FROM Account ORDER BY Name', () => null, access);
        return rows.map(({ fields }) => [fields.get('Name'), fields.get('Description')].filter(Boolean).join(': '));
    };
    const valueOf = async (method: string, parameters = {}): Promise<unknown> => {
        const result = await org.callAuraAsync('admin', `Model.${method}`, parameters);
        return 'value' in result ? result.value : null;
    };

    test('a method that waits lets others run, and its clock shows the wait', async () => {
        const answers = await Promise.all(['a', 'b', 'c'].map((body) => valueOf('wait', { body })));
        assert.equal(model.mostWaiting, 3);
        assert.deepEqual(answers, ['answer 1 to a|true', 'answer 2 to b|true', 'answer 3 to c|true']);
    });

    test('the wait is no work of the processor, and none is taken off for it twice', async () => {
        assert.equal(await valueOf('countsItsOwnWork', { body: 'a' }), true);
    });

    test('each request is sent once, in order', async () => {
        assert.equal(await valueOf('twice'), 'answer 1 to first, answer 2 to second');
        assert.deepEqual(model.bodies, ['first', 'second']);
    });

    test('neither catch nor finally see the wait, and their work counts once', async () => {
        assert.equal(await valueOf('stubborn'), 'done');
        assert.deepEqual(accounts(), ['finally']);
    });

    test('what the callout throws reaches Apex', async () => {
        const source = `HttpRequest request = new HttpRequest();
            request.setEndpoint('http://127.0.0.1:9/'); request.setMethod('GET');
            try { new Http().send(request); } catch (CalloutException error) { insert new Account(Name = 'refused'); }`;
        const { success } = await org.executeAnonymousAsync('admin', source);
        assert.deepEqual([success, accounts()], [true, ['refused']]);
    });

    test('queueables and futures wait side by side, each with the state it was enqueued with', async () => {
        const started = Date.now();
        const source = `for (Integer i = 0; i < 5; i++) System.enqueueJob(new Asking('q' + i));
            Model.later('f');`;
        assert.equal(org.executeAnonymous('admin', source).exceptionMessage, null);
        await org.runJobs();
        assert.ok(Date.now() - started < 4 * ANSWER_MS, `${Date.now() - started} ms`);
        assert.equal(model.mostWaiting, 6);
        assert.equal(accounts().filter((account) => account.endsWith('runs 1 kept')).length, 5);
        assert.equal(accounts().length, 6);
    });

    test('a batch keeps the state and the jobs of its earlier scopes', async () => {
        org.executeAnonymous('admin', 'Database.executeBatch(new Scopes(), 1);');
        await org.runJobs();
        assert.deepEqual(model.bodies, ['scope 1', 'scope 2', 'scope 3']);
        const finish = 'finish: answer 1 to scope 1; answer 2 to scope 2; answer 3 to scope 3';
        assert.deepEqual(accounts(), ['after 1', 'after 2', 'after 3', finish]);
    });

    test('the limits of a job count its wait', async () => {
        const source = `Model.ask('x'); insert new Account(Name = 'callouts ' + Limits.getCallouts());`;
        await org.executeAnonymousAsync('admin', source);
        assert.deepEqual(accounts(), ['callouts 1']);
    });
});
